package dev.shirube.shell;

import dev.shirube.domain.Text;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.Conflict;
import dev.shirube.planner.policy.PackDiff;
import dev.shirube.planner.policy.Policy;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.PolicyRule;
import dev.shirube.planner.policy.Verdicts;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import java.util.List;
import java.util.stream.Collectors;

/** Packs, rules, conflicts and differences in words, within a narrow terminal. */
final class PolicyPage {

    private static final int WIDTH = 79;

    private final Session session;
    private final PlanSettings settings;

    PolicyPage(Session session, PlanSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    void pack(PolicyPack pack) {
        print(0, pack.id() + "  " + in(pack.name()) + "  " + say("version ", "版 ") + pack.version());
        print(0, "sha256 " + pack.sha256());
        if (pack.informationOnly()) {
            print(
                    0,
                    say(
                            "For information only: none of its rules ever fails anything.",
                            "参考情報：このパックの規則が不適合の判定をすることはありません。"));
        }
        for (Policy policy : pack.policies()) {
            policy(policy);
            List<PolicyRule> rules = pack.rules().getOrDefault(policy.id(), List.of());
            rules.forEach(rule -> rule(new Citation(pack.id(), policy, rule)));
            if (rules.isEmpty()) {
                print(2, say("no rule: nothing in it can be dated or was seen", "規則なし（期日を示せるもの、確認できたものがない）"));
            }
        }
        print(0, "");
        print(
                0,
                say("Last days are read as: ", "期日の読み方：")
                        + in(settings.reading().label())
                        + say(
                                ". Quotations (grade Q) are second-hand: no named person has opened every primary text.",
                                "。引用（Q）は一次資料の孫引きであり、責任者が原文を確認したものではありません。"));
    }

    private void policy(Policy policy) {
        print(0, "");
        print(0, policy.id() + "  " + in(policy.name()) + marks(policy.draft(), policy.verified()));
        print(
                2,
                policy.issuer() + policy.date().map(it -> "  " + it).orElse("")
                        + (policy.date().isPresent() && !policy.dateVerified() ? say(" (unverified)", "（未検証）") : "")
                        + "  " + in(policy.binding().label()));
        print(2, say("scope: ", "適用範囲：") + in(policy.scope()));
        print(2, say("status: ", "状況：") + policy.status());
        print(
                2,
                say("last read: ", "最終確認：")
                        + policy.provenance().retrieved().map(String::valueOf).orElse(say("not recorded", "記録なし"))
                        + say(", ", "、")
                        + PolicyCommands.staleness(policy.provenance().on(session.asOf()), session)
                        + say(
                                " (after " + policy.provenance().staleAfter() + " days stale)",
                                "（" + policy.provenance().staleAfter() + " 日で要再確認）"));
        policy.sources().forEach(it -> print(2, say("source: ", "出典：") + it));
    }

    private void rule(Citation citation) {
        PolicyRule rule = citation.rule();
        print(
                2,
                "- " + rule.id() + "  " + in(rule.state().label()) + date(rule) + "  " + functions(rule)
                        + rule.operation().map(it -> "  " + in(it.label())).orElse("")
                        + marks(citation.draft(), citation.verified()));
        print(6, say("wording: ", "文言：") + in(rule.wording()));
        if (rule.section().isPresent()) {
            print(6, say("section: ", "条項：") + in(rule.section().get()));
        } else {
            citation.policy().provenance().sections().ifPresent(it -> print(6, say("in one of: ", "次のいずれか：") + it));
        }
        rule.proviso()
                .condition()
                .ifPresent(it -> print(6, say("applies if: ", "適用条件：") + it.name() + " = " + it.value()));
        rule.proviso().construction().ifPresent(it -> print(6, say("construction: ", "構成：") + in(it.label())));
        if (!in(rule.ambiguity()).isEmpty()) {
            print(6, say("ambiguous: ", "解釈の余地：") + in(rule.ambiguity()));
        }
        print(
                6,
                say("evidence: ", "確認の程度：") + rule.evidence() + " "
                        + in(rule.evidence().label()));
    }

    private String date(PolicyRule rule) {
        return rule.deadline(settings.reading())
                .map(it -> say(", last day " + it, "、最終日 " + it))
                .or(() -> rule.firstDay().map(it -> say(", from " + it, "、" + it + " から")))
                .orElse("");
    }

    private String functions(PolicyRule rule) {
        return rule.functions().isEmpty()
                ? say("all functions", "全用途")
                : rule.functions().stream()
                        .map(PolicyFunction::label)
                        .map(this::in)
                        .collect(Collectors.joining(say(", ", "、")));
    }

    private String marks(boolean draft, boolean verified) {
        return (draft ? say("  [draft]", "  【案】") : "") + (verified ? "" : say("  [unverified]", "  【未検証】"));
    }

    void conflict(Conflict conflict) {
        print(
                0,
                conflict.id() + "  " + in(conflict.name()) + say("  [", "  【")
                        + in(conflict.kind().label()) + say("]", "】"));
        print(2, in(conflict.text()));
        print(2, say("one side:", "一方："));
        conflict.one().forEach(this::side);
        print(2, say("the other:", "他方："));
        conflict.other().forEach(this::side);
        print(0, "");
    }

    private void side(Citation citation) {
        print(
                4,
                citation.pack() + "  " + in(citation.rule().state().label()) + date(citation.rule()) + say(": ", "：")
                        + in(citation.rule().wording()));
        print(6, citation.line(session.language()));
    }

    void diff(PackDiff diff) {
        if (diff.isEmpty()) {
            print(0, say("Nothing would change.", "変化はありません。"));
            return;
        }
        section(say("new rules", "新しい規則"), diff.added());
        section(say("rules gone", "なくなる規則"), diff.removed());
        print(0, say("changed rules: ", "変わる規則：") + diff.changed().size());
        for (PackDiff.Changed it : diff.changed()) {
            print(
                    2,
                    it.after().rule().id()
                            + say(": ", "：")
                            + it.what().stream().map(this::in).collect(Collectors.joining(say(", ", "、"))));
            print(6, say("before: ", "前：") + summary(it.before()));
            print(6, say("after: ", "後：") + summary(it.after()));
        }
        print(
                0,
                say("classes of use whose verdict changes: ", "判定が変わる利用の区分：")
                        + diff.verdicts().size());
        for (PackDiff.VerdictChange it : diff.verdicts()) {
            print(2, in(it.subject()));
            print(6, said(it.before()) + " -> " + said(it.after()));
        }
    }

    private void section(String title, List<Citation> rules) {
        print(0, title + say(": ", "：") + rules.size());
        rules.forEach(it -> print(2, it.rule().id() + "  " + summary(it)));
    }

    private String summary(Citation citation) {
        return in(citation.rule().state().label()) + date(citation.rule()) + "  " + functions(citation.rule())
                + marks(citation.draft(), citation.verified()) + "  "
                + in(citation.rule().wording());
    }

    private String said(Verdicts verdicts) {
        return in(verdicts.outcome().label())
                + (verdicts.dates().isEmpty()
                        ? ""
                        : " (" + verdicts.dates().stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + ")");
    }

    private void print(int indent, String text) {
        String before = " ".repeat(indent);
        for (String line : Columns.wrap(text, WIDTH - indent - 2)) {
            session.console().print((before + line).stripTrailing());
            before = " ".repeat(indent + 2);
        }
    }

    private String in(Text text) {
        return text.in(session.language());
    }

    private String say(String english, String japanese) {
        return session.say(english, japanese);
    }
}
