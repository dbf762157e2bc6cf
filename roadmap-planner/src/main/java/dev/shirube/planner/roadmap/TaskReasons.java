package dev.shirube.planner.roadmap;

import dev.shirube.domain.Finding;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.planner.migration.Replacement;
import dev.shirube.planner.migration.Target;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.risk.ScoreTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down why a task exists, with what it replaces, and what its effort rests on. */
final class TaskReasons {

    private TaskReasons() {}

    static List<Reason> of(Plan plan, int job, List<Verdict> verdicts) {
        Draft draft = plan.drafts().get(job);
        List<Reason> reasons = new ArrayList<>(draft.notes());
        evidence(draft).ifPresent(reasons::add);
        UseReasons.of(findings(draft)).ifPresent(reasons::add);
        reasons.addAll(verdicts(verdicts));
        plan.score(job).map(TaskReasons::score).ifPresent(reasons::add);
        if (!draft.replacement().view().equals(draft.replacement().useName())) {
            reasons.add(replacement(draft.replacement()));
        }
        gates(draft.replacement()).ifPresent(reasons::add);
        reasons.add(draft.own().isPresent() ? written(draft.effort()) : effort(draft.effort()));
        for (String id : plan.predecessors(job)) {
            Text title = plan.drafts().get(plan.indexOf(id)).title();
            Optional<Text> why = plan.order().why(id, draft.id());
            reasons.add(Reason.of(
                    Reason.Kind.PREDECESSOR,
                    id + "（" + title.ja() + "）が先に終わること"
                            + why.map(it -> "：" + it.ja()).orElse(""),
                    id + " (" + title.en() + ") must be finished first"
                            + why.map(it -> ": " + it.en()).orElse("")));
        }
        reasons.addAll(plan.order().undecided(draft.id()));
        plan.alignment(job).reason().ifPresent(reasons::add);
        draft.review()
                .ifPresent(day -> reasons.add(Reason.of(
                        Reason.Kind.WAIT,
                        "発行された標準がないため期日を置かず、" + day + " に見直す",
                        "no final standard exists yet: no date is set, and it is reviewed by " + day)));
        return reasons.stream().sorted(Comparator.comparing(Reason::kind)).toList();
    }

    private static List<Finding> findings(Draft draft) {
        return Stream.concat(draft.uses().stream(), draft.related().stream())
                .flatMap(use -> use.use().findings().stream())
                .sorted()
                .distinct()
                .toList();
    }

    private static Optional<Reason> evidence(Draft draft) {
        List<Finding> findings = findings(draft);
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        String place = findings.get(0).occurrence().place();
        return Optional.of(Reason.of(
                Reason.Kind.EVIDENCE,
                "検出 " + findings.size() + " 件（例：" + place + "）",
                findings.size() + (findings.size() == 1 ? " finding" : " findings") + ", for example " + place));
    }

    /** Each rule that asks for something once, at its worst. */
    private static List<Reason> verdicts(List<Verdict> verdicts) {
        Map<String, Verdict> byRule = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict.outcome() == Verdict.Outcome.WARN
                    || verdict.outcome() == Verdict.Outcome.FAIL
                    || verdict.outcome() == Verdict.Outcome.INDETERMINATE) {
                byRule.merge(
                        verdict.citation().rule().id(),
                        verdict,
                        (one, two) -> severity(two) > severity(one) ? two : one);
            }
        }
        return byRule.values().stream()
                .map(verdict -> new Reason(Reason.Kind.VERDICT, line(verdict), Optional.of(verdict.citation())))
                .toList();
    }

    private static int severity(Verdict verdict) {
        return switch (verdict.outcome()) {
            case FAIL -> 2;
            case WARN -> 1;
            default -> 0;
        };
    }

    static Text line(Verdict verdict) {
        return new Text(
                verdict.outcome().label().ja() + "：" + verdict.reason().ja() + "。"
                        + verdict.citation().line(Language.JA),
                verdict.outcome().label().en() + ": " + verdict.reason().en() + ". "
                        + verdict.citation().line(Language.EN));
    }

    static Reason score(Score score) {
        String trace = score.trace().stream()
                .map(term -> term.symbol() + "=" + term.value())
                .collect(Collectors.joining(", "));
        String confirm = score.needsConfirmation()
                ? score.question().map(it -> "。要確認：" + it.label().ja()).orElse("。要確認")
                : "";
        String confirmEnglish = score.needsConfirmation()
                ? score.question()
                        .map(it -> ". Needs confirmation: " + it.label().en())
                        .orElse(". Needs confirmation")
                : "";
        return Reason.of(
                Reason.Kind.SCORE,
                "点数 " + score.value() + "（" + score.band().label().ja() + "）：" + trace + confirm,
                "score " + score.value() + " (" + score.band().label().en() + "): " + trace + confirmEnglish);
    }

    static Text formula(ScoreTerm term) {
        return new Text(
                term.symbol() + " = " + term.value() + "（" + term.meaning().ja() + "）",
                term.symbol() + " = " + term.value() + " (" + term.meaning().en() + ")");
    }

    static Reason replacement(Replacement replacement) {
        String ja = replacement.targets().stream()
                .map(target -> target.name().ja()
                        + mark(target, target.status().label().ja(), "、未検証"))
                .collect(Collectors.joining("、"));
        String en = replacement.targets().stream()
                .map(target -> target.name().en()
                        + mark(target, target.status().label().en(), ", unverified"))
                .collect(Collectors.joining("; "));
        return Reason.of(
                Reason.Kind.REPLACEMENT,
                join(ja, replacement.view().ja(), "。"),
                join(en, replacement.view().en(), ". "));
    }

    /** What must exist before the replacement can be had. */
    private static Optional<Reason> gates(Replacement replacement) {
        return replacement.gates().isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.of(
                        Reason.Kind.REPLACEMENT,
                        "前提：" + replacement.gates().stream().map(Text::ja).collect(Collectors.joining("、")),
                        "needs first: "
                                + replacement.gates().stream().map(Text::en).collect(Collectors.joining("; "))));
    }

    private static String mark(Target target, String status, String unverified) {
        String reference = target.reference().isEmpty() ? "" : target.reference() + ", ";
        return " (" + reference + status + (target.verified() ? "" : unverified) + ")";
    }

    private static String join(String one, String two, String between) {
        return one.isEmpty() || two.isEmpty() ? one + two : one + between + two;
    }

    private static Reason written(Effort effort) {
        return Reason.of(
                Reason.Kind.EFFORT, effort.personDays() + " 人日（組織の記入による）", days(effort) + " (as the office wrote)");
    }

    private static Reason effort(Effort effort) {
        if (effort.assumed() && effort.personDays() == 0) {
            return Reason.of(
                    Reason.Kind.EFFORT,
                    "統括部署の業務であり、チームの体制を使わないため見積もらない",
                    "not estimated: it is the management's work, and takes nothing of the teams' capacity");
        }
        return effort.assumed()
                ? Reason.of(
                        Reason.Kind.EFFORT,
                        effort.personDays() + " 人日（当製品の計画上の仮定であり、出典はない）",
                        days(effort) + " (a planning assumption of ours, without a source)")
                : Reason.of(
                        Reason.Kind.EFFORT,
                        effort.personDays() + " 人日（組織の工数表による）",
                        days(effort) + " (the office's own table)");
    }

    private static String days(Effort effort) {
        return effort.personDays() + (effort.personDays() == 1 ? " person-day" : " person-days");
    }
}
