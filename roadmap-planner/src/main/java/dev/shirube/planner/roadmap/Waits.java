package dev.shirube.planner.roadmap;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.Funding;
import dev.shirube.domain.resources.LeadTime;
import dev.shirube.domain.resources.VendorRelease;
import dev.shirube.planner.OwnTask;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.migration.LibraryNeeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What a task waits for outside the office's own work: a vendor's release, and procurement with its yearly request.
 *
 * <p>A release holds a task whose library, product or system it names. A lead time holds a task that it names by its kind,
 * system, team or budget, and one that is paid from a budget that names the procurement; where none is named and only one is
 * declared, it holds everything that costs money.
 */
final class Waits {
    private final PlanSettings settings;
    private final Resources resources;
    private final TeamCalendar calendar;
    private final Map<String, SortedSet<CryptoAsset.Library>> libraries;

    Waits(
            PlanSettings settings,
            Resources resources,
            TeamCalendar calendar,
            Map<String, SortedSet<CryptoAsset.Library>> libraries) {
        this.settings = settings;
        this.resources = resources;
        this.calendar = calendar;
        this.libraries = libraries;
    }

    /** Everything that holds the task, the latest last. */
    List<Bound> of(Draft draft, Optional<String> pool) {
        List<Bound> bounds = new ArrayList<>();
        draft.own()
                .flatMap(OwnTask::earliest)
                .ifPresent(day -> bounds.add(new Bound(
                        Reason.Kind.WAIT,
                        period(day),
                        draft.id(),
                        new Text(
                                "組織が " + day + " より前には着手できないとした",
                                "the office said that it cannot start before " + day))));
        if (Office.changes(draft.key().kind())) {
            resources.office().releases().stream()
                    .filter(it -> names(it, draft))
                    .forEach(it -> release(it).ifPresent(bounds::add));
            procurement(draft, pool).flatMap(it -> procured(it, pool)).ifPresent(bounds::add);
        }
        bounds.sort(Comparator.comparingInt(Bound::period).thenComparing(Bound::key));
        return bounds;
    }

    private boolean names(VendorRelease release, Draft draft) {
        Stream<String> own = Stream.of(draft.key().system(), draft.system().name());
        Stream<String> assets = draft.uses().stream().map(it -> it.use().name());
        Stream<String> needed = draft.key().kind() == TaskKind.UPGRADE
                ? names(CryptoAsset.Library.of(draft.key().use(), draft.key().detail()))
                : libraries.getOrDefault(draft.key().system(), Collections.emptySortedSet()).stream()
                        .filter(it -> needed(draft, it))
                        .flatMap(Waits::names);
        String product = release.product().toLowerCase(Locale.ROOT);
        return Stream.of(own, assets, needed)
                .flatMap(it -> it)
                .anyMatch(it -> it.toLowerCase(Locale.ROOT).equals(product));
    }

    private static boolean needed(Draft draft, CryptoAsset.Library library) {
        return LibraryNeeds.standard()
                .of(library)
                .filter(it -> it.uses().contains(draft.key().use()) && !it.readyAt(library.version()))
                .isPresent();
    }

    private static Stream<String> names(CryptoAsset.Library library) {
        String url = library.purl().split("[@?](?!.*/)", 2)[0];
        return Stream.of(library.name(), url, url.substring(url.lastIndexOf('/') + 1));
    }

    /** The likely day; where only another is known that one. */
    private Optional<Bound> release(VendorRelease release) {
        return release.likely().or(release::latest).or(release::earliest).map(day -> {
            String what = release.key() + (release.source().isEmpty() ? "" : " (" + release.source() + ")");
            return new Bound(
                    Reason.Kind.RELEASE,
                    period(day),
                    release.product(),
                    new Text(
                            "製品 " + what + " の提供予定 " + day + " より前には着手できない",
                            "it cannot start before the release of " + what + ", expected on " + day));
        });
    }

    private Optional<LeadTime> procurement(Draft draft, Optional<String> pool) {
        boolean costs = draft.effort().yen().orElse(0) > 0;
        List<LeadTime> all = resources.office().leadTimes();
        List<String> marks = Stream.concat(
                        Stream.of(
                                draft.key().system(),
                                draft.key().kind().id(),
                                draft.system().team()),
                        pool.stream())
                .toList();
        Optional<LeadTime> named = marks.stream()
                .flatMap(mark -> all.stream().filter(it -> it.procurement().equals(mark)))
                .findFirst();
        Optional<LeadTime> paid = allotments(pool)
                .flatMap(it -> all.stream().filter(lead -> it.paysFor().contains(lead.procurement())))
                .findFirst();
        return named.or(() -> paid.filter(it -> costs))
                .or(() -> all.size() == 1 && costs ? Optional.of(all.get(0)) : Optional.empty());
    }

    private Stream<BudgetAllotment> allotments(Optional<String> pool) {
        return resources.office().budgets().stream().filter(it -> pool.equals(Optional.of(it.pool())));
    }

    /**
     * The first day on which the procured work can start: asked for on the as-of date, or earlier where the budget of a year
     * says that it was asked for already.
     */
    private Optional<Bound> procured(LeadTime lead, Optional<String> pool) {
        LocalDate asOf = settings.asOf();
        Stream<LocalDate> asked = allotments(pool)
                .filter(it -> it.state().isPresent() && it.yen() > 0)
                .map(it -> opened(lead, LocalDate.of(it.fiscalYear(), 4, 1)));
        return Stream.concat(
                        lead.firstStart(asOf).stream(),
                        asked.filter(it -> lead.funding().isPresent()))
                .filter(it -> !it.isBefore(asOf))
                .min(LocalDate::compareTo)
                .map(day -> new Bound(
                        Reason.Kind.PROCUREMENT,
                        period(day),
                        lead.procurement(),
                        new Text(
                                "調達「" + lead.procurement() + "」（" + months(lead).ja() + "）により " + day + " より前には着手できない",
                                "procurement " + lead.procurement() + " ("
                                        + months(lead).en() + ") lets it start on " + day + " at the earliest")));
    }

    private LocalDate opened(LeadTime lead, LocalDate april) {
        LocalDate prepared = settings.asOf().plusMonths(lead.months());
        LocalDate tendered = lead.funding().equals(Optional.of(Funding.REQUEST_THEN_TENDER))
                ? april.plusMonths(lead.months())
                : april;
        return tendered.isAfter(prepared) ? tendered : prepared;
    }

    private static Text months(LeadTime lead) {
        String ja = lead.funding().map(it -> it.label().ja()).orElse("");
        String en = lead.funding().map(it -> it.label().en()).orElse("");
        return new Text(ja + " " + lead.months() + " か月", en + ", " + lead.months() + " months");
    }

    /** The first period that begins on or after the day. */
    private int period(LocalDate day) {
        FiscalQuarter quarter = FiscalQuarter.of(day);
        int period = quarter.since(calendar.first()) + (quarter.firstDay().equals(day) ? 0 : 1);
        return Math.max(0, Math.min(period, calendar.periods()));
    }
}
