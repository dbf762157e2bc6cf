package dev.shirube.reports.sheet;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import dev.shirube.planner.risk.Question;
import dev.shirube.planner.risk.RiskBand;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.SystemPriority;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes 様式1 システム一覧. */
public final class SystemSheet {
    private final Roadmap roadmap;
    private final Inventory inventory;
    private final Set<String> incomplete;

    private SystemSheet(Roadmap roadmap, Inventory inventory) {
        this.roadmap = roadmap;
        this.inventory = inventory;
        this.incomplete = inventory.diagnostics().stream()
                .filter(it -> it.diagnostic().severity() != Severity.NOTE)
                .map(AssignedDiagnostic::system)
                .collect(Collectors.toSet());
    }

    /** The systems in order of urgency; after them those that the roadmap does not speak of. */
    public static Table<?> of(Roadmap roadmap, Inventory inventory) {
        return Table.of(SystemRow.class, new SystemSheet(roadmap, inventory).rows());
    }

    private List<SystemRow> rows() {
        List<SystemRow> rows = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (SystemPriority priority : roadmap.systems()) {
            seen.add(priority.system().id());
            rows.add(row(rows.size() + 1, priority));
        }
        for (InformationSystem system : inventory.systems().values()) {
            if (seen.add(system.id())) {
                rows.add(row(
                        rows.size() + 1,
                        new SystemPriority(0, system, Optional.empty(), 0, 0, Optional.empty(), List.of(), List.of())));
            }
        }
        return rows;
    }

    private SystemRow row(int number, SystemPriority priority) {
        InformationSystem system = priority.system();
        boolean looked = looked(system.id());
        return new SystemRow(
                number,
                system.id(),
                system.name(),
                system.owner(),
                system.contact(),
                system.category(),
                system.impact().value(),
                system.exposure().value().map(ExposureChoice::of),
                system.protectionMonths().value(),
                system.trustUntil().value(),
                system.verifierUpdatable().value().map(YesNo::of),
                system.renewalFiscalYear().value(),
                Teams.name(roadmap, system.team()),
                state(system.id()),
                priority.score().map(score -> band(score.band())),
                priority.score().map(Score::value).orElse(""),
                count(looked, priority.vulnerableAssets()),
                count(looked, priority.urgentAssets()),
                priority.deadline(),
                count(looked, priority.tasks().size()),
                priority.questions().stream().map(Question::label).toList(),
                system.note());
    }

    private boolean looked(String system) {
        return inventory.coverage().getOrDefault(system, Coverage.NONE).rows().keySet().stream()
                .anyMatch(key -> key.outcome() == Coverage.Outcome.READ || key.outcome() == Coverage.Outcome.NO_ANCHOR);
    }

    private Word state(String system) {
        if (!looked(system)) {
            return new Word(new Text("× 未調査", "× not looked at"), Tone.DANGER);
        }
        boolean gaps = incomplete.contains(system)
                || inventory.coverage().get(system).rows().keySet().stream()
                        .anyMatch(key ->
                                key.outcome() == Coverage.Outcome.FAILED || key.outcome() == Coverage.Outcome.NOT_READ);
        return gaps
                ? new Word(new Text("△ 一部未調査", "△ in part"), Tone.CAUTION)
                : new Word(new Text("○ 調査済み", "○ looked at"), Tone.GOOD);
    }

    static Word band(RiskBand band) {
        return new Word(
                band.label(),
                switch (band) {
                    case TOP -> Tone.DANGER;
                    case HIGH -> Tone.CAUTION;
                    case MEDIUM, LOW -> Tone.PLAIN;
                    case WATCH -> Tone.MUTED;
                });
    }

    private static OptionalInt count(boolean looked, int value) {
        return looked || value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
