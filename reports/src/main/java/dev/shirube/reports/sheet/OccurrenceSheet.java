package dev.shirube.reports.sheet;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CommitSpan;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import dev.shirube.domain.TlsPin;
import dev.shirube.planner.migration.Target;
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
    private final Map<String, List<AssetAssessment>> assessments = new HashMap<>();
    private final Map<String, ScheduledTask> tasks = new TreeMap<>();

    private OccurrenceSheet(Roadmap roadmap, AlgorithmRegistry registry) {
        this.wbs = new Wbs(roadmap);
        this.registry = registry;
        this.text = new AssetText(registry);
        roadmap.tasks().forEach(task -> tasks.put(task.task().id(), task));
        for (AssetAssessment assessment : roadmap.assets()) {
            for (String fingerprint : assessment.findings()) {
                assessments
                        .computeIfAbsent(key(assessment.system(), fingerprint), it -> new ArrayList<>(1))
                        .add(assessment);
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
        Judgement judgement =
                new Judgement(assessments.getOrDefault(key(assigned.system(), finding.fingerprint()), List.of()));
        List<ScheduledTask> covering =
                judgement.tasks().stream().map(tasks::get).toList();
        QuantumThreat threat = judgement.threat().orElseGet(() -> registry.threat(finding.asset()));
        List<Text> doubts =
                Stream.concat(Doubts.of(finding, threat), judgement.open()).toList();
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
                Words.of(finding.occurrence().owner()),
                Words.of(finding.occurrence().reach()),
                judgement.verdict(),
                judgement.rules(),
                judgement.deadline(),
                targets(covering).map(Target::name).toList(),
                targets(covering).map(Targets::standard).toList(),
                covering.stream().map(it -> wbs.task(it.task().id())).toList(),
                doubts.isEmpty() ? Optional.empty() : Optional.of(Doubts.WORD),
                Stream.of(
                                doubts.stream(),
                                unused(finding.occurrence()),
                                CommitSpan.of(finding).map(CommitSpan::text).stream(),
                                pin(finding),
                                text.certificate(finding.asset()).stream(),
                                text.readiness(finding.asset()).stream(),
                                judgement.untasked())
                        .flatMap(it -> it)
                        .toList());
    }

    private static Stream<Text> unused(Occurrence occurrence) {
        return occurrence.inUnusedLibraryCode()
                ? Stream.of(new Text(
                        "ライブラリ内にあり、利用は確認されていない。ライブラリの更新で対応する。", "In a library, no use seen: upgrade the library."))
                : Stream.empty();
    }

    private Stream<Text> pin(Finding finding) {
        return TlsPin.of(finding, registry).map(TlsPin::text).stream();
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

    private static Stream<Target> targets(List<ScheduledTask> tasks) {
        return tasks.stream()
                .flatMap(task -> task.task().replacement().targets().stream())
                .distinct();
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
