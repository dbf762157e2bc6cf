package dev.shirube.reports.sheet;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.planner.Text;
import dev.shirube.planner.migration.Target;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.policy.Verdict.Outcome;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes 様式2 暗号利用箇所一覧, row by row. */
public final class OccurrenceSheet {
    private final Wbs wbs;
    private final AssetText text;
    private final AlgorithmRegistry registry;
    private final Map<String, AssetAssessment> assessments = new HashMap<>();
    private final Map<String, ScheduledTask> tasks = new TreeMap<>();

    private OccurrenceSheet(Roadmap roadmap, AlgorithmRegistry registry) {
        this.wbs = new Wbs(roadmap);
        this.registry = registry;
        this.text = new AssetText(registry);
        roadmap.tasks().forEach(task -> tasks.put(task.task().id(), task));
        for (AssetAssessment assessment : roadmap.assets()) {
            for (String fingerprint : assessment.findings()) {
                assessments.putIfAbsent(key(assessment.system(), fingerprint), assessment);
            }
        }
    }

    /** One row for each finding, in the order of systems and places. */
    public static Table<?> of(Roadmap roadmap, Inventory inventory, AlgorithmRegistry registry) {
        OccurrenceSheet sheet = new OccurrenceSheet(roadmap, registry);
        Iterable<OccurrenceRow> rows = () -> sheet.rows(inventory.findings().iterator());
        return Table.of(OccurrenceRow.class, rows);
    }

    private Iterator<OccurrenceRow> rows(Iterator<AssignedFinding> findings) {
        return new Iterator<>() {
            private int number;

            @Override
            public boolean hasNext() {
                return findings.hasNext();
            }

            @Override
            public OccurrenceRow next() {
                return row(++number, findings.next());
            }
        };
    }

    private OccurrenceRow row(int number, AssignedFinding assigned) {
        Finding finding = assigned.finding();
        Evidence evidence = finding.evidence();
        Optional<AssetAssessment> assessment =
                Optional.ofNullable(assessments.get(key(assigned.system(), finding.fingerprint())));
        Optional<ScheduledTask> task = assessment.flatMap(AssetAssessment::task).map(tasks::get);
        QuantumThreat threat =
                assessment.map(AssetAssessment::threat).orElseGet(() -> registry.threat(finding.asset()));
        List<Text> doubts = Doubts.of(finding, threat);
        return new OccurrenceRow(
                number,
                assigned.system(),
                assigned.id(),
                Words.of(finding.function()),
                text.name(finding.asset()),
                text.parameters(finding.asset()),
                Words.of(finding.asset()),
                new Word(Words.of(threat), tone(threat)),
                finding.occurrence().location(),
                finding.occurrence().line(),
                symbol(finding.occurrence()),
                evidence.values(),
                Words.of(finding.occurrence().kind()),
                evidence(finding),
                Words.of(finding.confidence()),
                Words.of(evidence.resolution()),
                Words.of(finding.occurrence().context()),
                assessment.flatMap(OccurrenceSheet::worst),
                assessment.map(OccurrenceSheet::rules).orElse(List.of()),
                assessment.flatMap(AssetAssessment::deadline),
                task.map(OccurrenceSheet::targets).orElse(List.of()),
                task.map(OccurrenceSheet::standards).orElse(List.of()),
                task.map(it -> wbs.task(it.task().id())).orElse(""),
                doubts.isEmpty() ? Optional.empty() : Optional.of(Doubts.WORD),
                Stream.of(doubts.stream(), text.certificate(finding.asset()).stream(), untasked(assessment))
                        .flatMap(it -> it)
                        .toList());
    }

    private static List<String> symbol(Occurrence occurrence) {
        return occurrence.member().isEmpty()
                ? List.of(occurrence.symbol())
                : List.of(occurrence.symbol(), "(" + occurrence.member() + ")");
    }

    private static List<String> evidence(Finding finding) {
        String detector =
                finding.evidence().detector() + " " + finding.evidence().detectorVersion();
        String row = finding.evidence().row();
        return row.equals(finding.occurrence().symbol()) ? List.of(detector) : List.of(detector, row);
    }

    private static Stream<Text> untasked(Optional<AssetAssessment> assessment) {
        return assessment.flatMap(AssetAssessment::untasked).stream();
    }

    private static Optional<Word> worst(AssetAssessment assessment) {
        for (Outcome outcome : List.of(Outcome.FAIL, Outcome.WARN, Outcome.INDETERMINATE, Outcome.OK)) {
            if (assessment.verdicts().stream().anyMatch(verdict -> verdict.outcome() == outcome)) {
                return Optional.of(word(outcome));
            }
        }
        return Optional.empty();
    }

    private static Word word(Outcome outcome) {
        return switch (outcome) {
            case OK -> new Word(prefix("○ ", outcome), Tone.GOOD);
            case WARN -> new Word(prefix("△ ", outcome), Tone.CAUTION);
            case FAIL -> new Word(prefix("× ", outcome), Tone.DANGER);
            case INDETERMINATE -> new Word(prefix("？ ", outcome), Tone.CAUTION);
            case NOT_APPLICABLE -> new Word(prefix("― ", outcome), Tone.MUTED);
        };
    }

    private static Text prefix(String symbol, Outcome outcome) {
        return new Text(symbol + outcome.label().ja(), symbol + outcome.label().en());
    }

    private static List<String> rules(AssetAssessment assessment) {
        return assessment.verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.WARN || verdict.outcome() == Outcome.FAIL)
                .map(Verdict::citation)
                .map(citation -> citation.rule().id())
                .distinct()
                .toList();
    }

    private static List<Text> targets(ScheduledTask task) {
        return task.task().replacement().targets().stream().map(Target::name).toList();
    }

    private static List<Text> standards(ScheduledTask task) {
        List<Text> standards = new ArrayList<>();
        for (Target target : task.task().replacement().targets()) {
            standards.add(Targets.standard(target));
        }
        return standards;
    }

    private static Tone tone(QuantumThreat threat) {
        return switch (threat) {
            case VULNERABLE -> Tone.DANGER;
            case UNKNOWN -> Tone.CAUTION;
            case WEAKENED -> Tone.PLAIN;
            case SAFE -> Tone.GOOD;
        };
    }

    private static String key(String system, String fingerprint) {
        return system + "\n" + fingerprint;
    }
}
