package dev.shirube.planner.exposure;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.SystemPriority;
import dev.shirube.planner.roadmap.TaskKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exposure by fiscal year while a roadmap is carried out, and without it.
 *
 * <p>Only one value is uncertain by chance, and a later quantum computer never exposes more: the quantiles of the number of
 * exposed uses are its values at quantiles of the date. They are computed, not sampled, and so exact and without a seed.
 *
 * @param dates the distribution of the quantum computer's date
 * @param planned year by year with the roadmap
 * @param unplanned the same years if nothing is migrated
 */
public record ExposureForecast(QuantumDates dates, List<ExposureYear> planned, List<ExposureYear> unplanned) {
    private static final LocalDate NEVER = LocalDate.MAX;

    /** The century by which a score, too, takes what has no declared end. */
    private static final int UNKNOWN_MONTHS = 1200;

    /** Keeps unmodifiable copies. */
    public ExposureForecast {
        planned = List.copyOf(planned);
        unplanned = List.copyOf(unplanned);
    }

    /**
     * A vulnerable use.
     *
     * @param system empty where it is not in the register: then nothing of it is declared
     * @param end the last day before it is migrated
     */
    private record Use(AssetAssessment asset, Optional<InformationSystem> system, LocalDate end) {
        Use never() {
            return new Use(asset, system, NEVER);
        }
    }

    /** The exposure of every use of that roadmap that must migrate, from its as-of day to its horizon. */
    public static ExposureForecast of(Roadmap roadmap, QuantumDates dates) {
        Map<String, InformationSystem> systems = new HashMap<>();
        roadmap.systems().stream().map(SystemPriority::system).forEach(it -> systems.put(it.id(), it));
        Map<String, LocalDate> ends = new HashMap<>();
        for (ScheduledTask task : roadmap.tasks()) {
            // The end of a wait for a standard migrates nothing: what comes after it is not planned yet.
            if (task.task().kind() != TaskKind.WAIT) {
                task.finish().ifPresent(it -> ends.put(task.task().id(), it.lastDay()));
            }
        }
        List<Use> uses = new ArrayList<>();
        for (AssetAssessment asset : roadmap.assets()) {
            if (asset.earliest().isPresent() && asset.useSeen()) {
                LocalDate end = asset.task().map(ends::get).orElse(NEVER);
                uses.add(new Use(asset, Optional.ofNullable(systems.get(asset.system())), end == null ? NEVER : end));
            }
        }
        return new ExposureForecast(
                dates,
                years(roadmap, uses, dates),
                years(roadmap, uses.stream().map(Use::never).toList(), dates));
    }

    private static List<ExposureYear> years(Roadmap roadmap, List<Use> uses, QuantumDates dates) {
        YearMonth from = YearMonth.from(roadmap.settings().asOf());
        Optional<YearMonth> early = dates.month(10, from);
        Optional<YearMonth> middle = dates.month(50, from);
        Optional<YearMonth> late = dates.month(90, from);
        List<ExposureYear> years = new ArrayList<>();
        int first = FiscalQuarter.of(roadmap.settings().asOf()).year();
        for (int year = first; year <= roadmap.settings().horizon().year(); year++) {
            LocalDate begin = new FiscalQuarter(year, 1).firstDay();
            LocalDate end = new FiscalQuarter(year, 4).lastDay();
            int open = (int) uses.stream().filter(it -> it.end().isAfter(end)).count();
            years.add(new ExposureYear(
                    year,
                    open,
                    new ExposureBand(
                            recorded(uses, begin, end, late, false),
                            recorded(uses, begin, end, middle, true),
                            recorded(uses, begin, end, early, true)),
                    new ExposureBand(
                            forgeable(uses, begin, end, late, false),
                            forgeable(uses, begin, end, middle, true),
                            forgeable(uses, begin, end, early, true))));
        }
        return years;
    }

    private static int recorded(
            List<Use> uses, LocalDate begin, LocalDate end, Optional<YearMonth> quantum, boolean harmful) {
        if (quantum.isEmpty()) {
            return 0;
        }
        return (int) uses.stream()
                .filter(it -> it.asset().function().confidentiality())
                .filter(it -> !it.end().isBefore(begin))
                .filter(it -> {
                    int months = it.system()
                            .flatMap(system -> system.protectionMonths().value())
                            .orElse(harmful ? UNKNOWN_MONTHS : 0);
                    return !earlier(it.end(), end).plusMonths(months).isBefore(there(quantum.get()));
                })
                .count();
    }

    private static int forgeable(
            List<Use> uses, LocalDate begin, LocalDate end, Optional<YearMonth> quantum, boolean harmful) {
        if (quantum.isEmpty()) {
            return 0;
        }
        return (int) uses.stream()
                .filter(it -> it.asset().function().authenticity())
                .filter(it -> {
                    LocalDate relied = relied(it, harmful);
                    return !relied.isBefore(begin) && !earlier(relied, end).isBefore(there(quantum.get()));
                })
                .count();
    }

    /** Until when somebody relies on it: the migration, or a later declared day where those who verify cannot be updated. */
    private static LocalDate relied(Use use, boolean harmful) {
        Optional<Boolean> updatable =
                use.system().flatMap(system -> system.verifierUpdatable().value());
        if (updatable.orElse(!harmful)) {
            return use.end();
        }
        LocalDate until = use.system()
                .flatMap(system -> system.trustUntil().value())
                .or(() -> endOfLife(use.asset().asset()))
                .orElse(harmful ? NEVER : use.end());
        return until.isAfter(use.end()) ? until : use.end();
    }

    private static Optional<LocalDate> endOfLife(CryptoAsset asset) {
        return asset instanceof CryptoAsset.Certificate certificate
                ? Optional.of(certificate.notAfter().atZone(ZoneOffset.UTC).toLocalDate())
                : Optional.empty();
    }

    /** The day from which it is there: by the end of the month that the distribution names. */
    private static LocalDate there(YearMonth month) {
        return month.atEndOfMonth();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
