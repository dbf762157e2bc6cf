package dev.shirube.planner.roadmap;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.CommitSpan;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Reach;
import dev.shirube.domain.Text;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.roadmap.Explanation.Line;
import dev.shirube.planner.roadmap.Explanation.Step;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Tells the way from bytes to date for one finding, asset or task of a roadmap. */
public final class Explainer {

    /** How many findings of a task or asset are shown; the rest is counted. */
    private static final int SHOWN = 5;

    private final Roadmap roadmap;
    private final ScenarioScores scenarios;
    private final List<Line> lines = new ArrayList<>();

    private Explainer(Roadmap roadmap) {
        this.roadmap = roadmap;
        this.scenarios = roadmap.scenarios();
    }

    /** The whole way of one finding; its verdicts and what follows are missing where the roadmap does not know it. */
    public static Explanation finding(Roadmap roadmap, AssignedFinding assigned) {
        Explainer explainer = new Explainer(roadmap);
        explainer.evidence(assigned.finding());
        for (AssetAssessment asset :
                roadmap.assessments(assigned.system(), assigned.finding().fingerprint())) {
            explainer.assessment(asset);
            asset.task().flatMap(roadmap::task).ifPresent(explainer::task);
        }
        return new Explanation(explainer.lines);
    }

    /** The way of one asset in every system and use it was seen in; empty where the roadmap does not know it. */
    public static Optional<Explanation> asset(Roadmap roadmap, Inventory inventory, String id) {
        Explainer explainer = new Explainer(roadmap);
        for (AssetAssessment asset : roadmap.assets()) {
            if (asset.asset().id().equals(id)) {
                explainer.findings(inventory, asset.system(), asset.findings());
                explainer.assessment(asset);
                asset.task().flatMap(roadmap::task).ifPresent(explainer::task);
            }
        }
        return explainer.lines.isEmpty() ? Optional.empty() : Optional.of(new Explanation(explainer.lines));
    }

    /** The way of one task, its findings first; empty where the roadmap has no task of that id. */
    public static Optional<Explanation> task(Roadmap roadmap, Inventory inventory, String id) {
        return roadmap.task(id).map(scheduled -> {
            Explainer explainer = new Explainer(roadmap);
            MigrationTask task = scheduled.task();
            explainer.findings(inventory, task.system(), task.findings().isEmpty() ? task.basis() : task.findings());
            roadmap.assets().stream()
                    .filter(asset -> asset.task().equals(Optional.of(id)))
                    .limit(SHOWN)
                    .forEach(explainer::assessment);
            explainer.task(scheduled);
            return new Explanation(explainer.lines);
        });
    }

    private void findings(Inventory inventory, String system, List<String> fingerprints) {
        Set<String> wanted = new HashSet<>(fingerprints);
        int count = 0;
        for (AssignedFinding assigned : inventory.findings()) {
            if (assigned.system().equals(system)
                    && wanted.contains(assigned.finding().fingerprint())
                    && ++count <= SHOWN) {
                evidence(assigned.finding());
            }
        }
        if (count > SHOWN) {
            add(Step.EVIDENCE, "ほか " + (count - SHOWN) + " 件", "and " + (count - SHOWN) + " more");
        }
    }

    private void evidence(Finding finding) {
        String place = finding.occurrence().location()
                + (finding.occurrence().line().isPresent()
                        ? ":" + finding.occurrence().line().getAsInt()
                        : "")
                + (finding.occurrence().symbol().isEmpty()
                        ? ""
                        : " " + finding.occurrence().symbol());
        String value = finding.evidence().values().isEmpty()
                ? finding.evidence().expression()
                : String.join(" | ", finding.evidence().values());
        String how = finding.evidence().detector() + " " + finding.evidence().detectorVersion() + ", "
                + finding.evidence().row() + ", "
                + finding.evidence().resolution().id() + ", "
                + finding.confidence().id()
                + use(finding.occurrence());
        add(Step.EVIDENCE, place + " → " + value + "（" + how + "）", place + " -> " + value + " (" + how + ")");
        if (finding.occurrence().inUnusedLibraryCode()) {
            lines.add(new Line(Step.EVIDENCE, UseReasons.unused().text()));
        }
        CommitSpan.of(finding).ifPresent(it -> lines.add(new Line(Step.EVIDENCE, it.text())));
        if (!finding.evidence().reason().isEmpty()) {
            Text why = OpenReason.words(finding.evidence().reason());
            add(Step.EVIDENCE, "確定しない理由：" + why.ja(), "open because: " + why.en());
        }
        if (!finding.evidence().inputDigest().isEmpty()) {
            String digest = "SHA-256 " + finding.evidence().inputDigest();
            add(Step.EVIDENCE, "入力の " + digest, "input " + digest);
        }
    }

    /** Whose code it is in and how it is reached, as far as that is known. */
    private static String use(Occurrence at) {
        return (at.owner() == CodeOwner.UNKNOWN ? "" : ", " + at.owner().id())
                + (at.reach() == Reach.UNKNOWN ? "" : ", " + at.reach().id());
    }

    /** What may be said of a library, each sentence with how it is known. */
    private void readiness(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Library library) {
            LibraryReadiness.standard()
                    .statement(library)
                    .ifPresent(it -> it.sentences().forEach(sentence -> lines.add(new Line(Step.ASSET, sentence))));
        }
    }

    private void assessment(AssetAssessment asset) {
        add(
                Step.ASSET,
                asset.system() + "：" + asset.name() + "（"
                        + asset.function().label().ja() + "）",
                asset.system() + ": " + asset.name() + " ("
                        + asset.function().label().en() + ")");
        add(Step.ASSET, asset.asset().id(), asset.asset().id());
        readiness(asset.asset());
        for (Verdict verdict : asset.verdicts()) {
            lines.add(new Line(Step.VERDICT, TaskReasons.line(verdict)));
        }
        asset.earliest().ifPresent(score -> score("最短の完了時点", "at the earliest completion", score));
        asset.planned().ifPresent(score -> score("計画上の完了時点", "at the planned completion", score));
        scenarios(asset);
        asset.untasked().ifPresent(reason -> lines.add(new Line(Step.TASK, reason)));
    }

    private void scenarios(AssetAssessment asset) {
        SortedMap<YearMonth, Score> scores = scenarios.asset(asset);
        if (!scores.isEmpty()) {
            String list = scores.entrySet().stream()
                    .map(it -> it.getKey().getYear() + ": " + it.getValue().value())
                    .collect(Collectors.joining(", "));
            add(
                    Step.SCORE,
                    "量子計算機の想定時期を変えた点数：" + list + "（いずれも予測ではない）",
                    "with the quantum computer in " + list + " (none of them is a forecast)");
        }
    }

    private void score(String ja, String en, Score score) {
        add(
                Step.SCORE,
                ja + "：" + score.value() + "（" + score.band().label().ja() + "）",
                en + ": " + score.value() + " (" + score.band().label().en() + ")");
        score.trace().forEach(term -> lines.add(new Line(Step.SCORE, TaskReasons.formula(term))));
        if (score.needsConfirmation()) {
            score.question()
                    .ifPresent(question -> add(
                            Step.SCORE,
                            "要確認：" + question.label().ja(),
                            "Needs confirmation: " + question.label().en()));
        }
    }

    private void task(ScheduledTask scheduled) {
        MigrationTask task = scheduled.task();
        add(
                Step.TASK,
                task.id() + "：" + task.title().ja(),
                task.id() + ": " + task.title().en());
        add(
                Step.TASK,
                "担当：" + task.role().label().ja(),
                "answered for by: " + task.role().label().en());
        task.reasons().forEach(reason -> reason(Step.TASK, reason));
        scheduled.start().ifPresent(start -> {
            String quarters = start
                    + (start.equals(scheduled.finish().orElseThrow())
                            ? ""
                            : " - " + scheduled.finish().orElseThrow());
            Text basis = roadmap.basis().label();
            add(Step.SCHEDULE, quarters + "（" + basis.ja() + "）", quarters + " (" + basis.en() + ")");
        });
        scheduled.reasons().forEach(reason -> reason(Step.SCHEDULE, reason));
        scheduled.needs().ifPresent(needs -> lines.add(new Line(Step.SCHEDULE, needs)));
    }

    private void reason(Step step, Reason reason) {
        add(
                step,
                reason.kind().label().ja() + "：" + reason.text().ja(),
                reason.kind().label().en() + ": " + reason.text().en());
    }

    private void add(Step step, String ja, String en) {
        lines.add(new Line(step, new Text(ja, en)));
    }
}
