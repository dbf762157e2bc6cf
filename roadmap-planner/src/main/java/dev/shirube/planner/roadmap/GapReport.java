package dev.shirube.planner.roadmap;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the plan cannot speak of: what was not scanned, left out, or not understood, counted by system. */
final class GapReport {

    private GapReport() {}

    static List<Gap> of(Inventory inventory, List<Gap> undecided) {
        List<Gap> gaps = new ArrayList<>();
        for (String system : SystemRanking.systems(inventory)) {
            Coverage coverage = inventory.coverage().get(system);
            if (coverage == null) {
                gaps.add(new Gap(system, new Text("調査していない", "not scanned at all"), 0, ""));
            } else {
                gaps.addAll(coverage(system, coverage));
            }
            gaps.addAll(diagnostics(inventory, system));
        }
        gaps.addAll(undecided);
        return List.copyOf(gaps);
    }

    private static List<Gap> coverage(String system, Coverage coverage) {
        Map<Coverage.Outcome, Long> inputs = new TreeMap<>();
        Map<Coverage.Outcome, String> units = new TreeMap<>();
        coverage.rows().forEach((key, amount) -> {
            if (text(key.outcome()).isPresent() && isGap(key)) {
                inputs.merge(key.outcome(), amount.inputs(), Long::sum);
                units.putIfAbsent(key.outcome(), key.unit());
            }
        });
        List<Gap> gaps = new ArrayList<>();
        inputs.forEach(
                (outcome, count) -> gaps.add(new Gap(system, text(outcome).orElseThrow(), count, units.get(outcome))));
        return gaps;
    }

    /** Each input once, whatever each detector says of it; of what is skipped by rule, only what another scan must have seen. */
    private static boolean isGap(Coverage.Key key) {
        return key.detector().equals(key.outcome() == Coverage.Outcome.SKIPPED ? Coverage.UNCHANGED : "-");
    }

    /** What an outcome takes away; empty for the two outcomes that take nothing away. */
    private static Optional<Text> text(Coverage.Outcome outcome) {
        return switch (outcome) {
            case READ, NO_ANCHOR -> Optional.empty();
            case FAILED -> Optional.of(new Text("読み取れなかった入力", "inputs that could not be read"));
            case EXCLUDED -> Optional.of(new Text("指定により除外した入力", "inputs left out by the user's choice"));
            case NOT_READ -> Optional.of(new Text("読み取る検出器がない形式の入力", "inputs of a kind that no detector reads"));
            case SKIPPED ->
                Optional.of(new Text("指定した版から変更がないため調査していない入力", "inputs left out as unchanged since a revision"));
        };
    }

    private static List<Gap> diagnostics(Inventory inventory, String system) {
        Map<DiagnosticCode, List<Diagnostic>> byCode = new TreeMap<>();
        for (AssignedDiagnostic assigned : inventory.diagnostics()) {
            if (assigned.system().equals(system) && assigned.diagnostic().severity() != Severity.NOTE) {
                byCode.computeIfAbsent(assigned.diagnostic().code(), it -> new ArrayList<>())
                        .add(assigned.diagnostic());
            }
        }
        List<Gap> gaps = new ArrayList<>();
        byCode.forEach((code, list) -> {
            Diagnostic first = list.get(0);
            Text message = new Text(first.message(Language.JA), first.message(Language.EN));
            gaps.add(new Gap(system, message, list.size(), first.location()));
        });
        return gaps;
    }
}
