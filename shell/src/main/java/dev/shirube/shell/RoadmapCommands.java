package dev.shirube.shell;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.planner.DeadlineReading;
import dev.shirube.planner.check.RoadmapChecker;
import dev.shirube.planner.check.Violation;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.Policy;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.PolicyPacks;
import dev.shirube.planner.policy.PolicyRule;
import dev.shirube.planner.roadmap.AdoptedPlan;
import dev.shirube.planner.roadmap.CapacityBasis;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.SystemPriority;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;

/** {@code roadmap} and {@code policy}: the plan, and the rules it rests on. */
final class RoadmapCommands {

    private static final OptionSpec WORK = OptionSpec.number(
            "work",
            "effort of the search, in about so many CPU seconds (default: by the number of tasks, at most 20)",
            "探索量（CPU 秒の目安。既定は作業数により、最大 20）");

    static final OptionSpec ADOPT =
            OptionSpec.flag("adopt", "put the plan in force: later plans keep to it", "この計画を現行の計画として採用");
    static final OptionSpec BY = OptionSpec.value("by", "WHO", "who adopts it", "採用する者");

    private RoadmapCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                CommandSpec.named("policy list")
                        .does("the policy packs there are", "方針パックの一覧")
                        .example("shirube policy list", "with their versions", "版つき")
                        .runs((line, session) -> listPolicies(session)),
                CommandSpec.named("policy show")
                        .arguments("PACK", 1, 1)
                        .does("a pack's rules with their citations", "方針パックの規則と出典")
                        .example("shirube policy show jp-2035", "rules, dates, sources", "規則・期日・出典")
                        .runs((line, session) -> showPolicy(line.arguments().get(0), session)),
                CommandSpec.named("roadmap plan")
                        .does("what to migrate when, in the order of urgency", "移行作業の計画（緊急度順）")
                        .example("shirube roadmap plan", "from the store", "ストアの内容から")
                        .example("shirube roadmap plan --as-of 2027-04-01", "for another day", "別の基準日で")
                        .option(CommonOptions.STORE)
                        .option(WORK)
                        .option(ADOPT)
                        .option(BY)
                        .runs(RoadmapCommands::plan),
                SolveCommand.spec());
    }

    private static Exit plan(Invocation line, Session session) {
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            Roadmap roadmap = Planning.plan(
                    inventory,
                    workspace,
                    Planning.settings(session).withWork(line.number("work").orElse(0)));
            print(roadmap, session);
            Exit exit = checked(RoadmapChecker.check(roadmap, inventory), session);
            if (exit == Exit.DONE && line.has("adopt")) {
                workspace.adopt(AdoptedPlan.of(roadmap), line.value("by").orElse(""));
                session.console().print(session.say("It is the plan in force now.", "現行の計画としました。"));
            }
            return exit;
        }
    }

    private static void print(Roadmap roadmap, Session session) {
        if (roadmap.basis() == CapacityBasis.UNCONSTRAINED) {
            session.console().print(roadmap.basis().label().in(session.language()));
            session.console().print("");
        }
        systems(roadmap, session);
        tasks(roadmap, session);
        new ScheduleLines(roadmap, session).print();
        assumptions(roadmap, session);
    }

    /** A plan that breaks its own rules is a fault of ours, and nobody may take it for a plan. */
    static Exit checked(List<Violation> violations, Session session) {
        if (violations.isEmpty()) {
            return Exit.DONE;
        }
        session.console()
                .warn(session.say(
                        "shirube: a fault of Shirube: the plan above breaks rules of its own. Do not use it; please report these lines:",
                        "shirube: Shirube の不具合です。上の計画は自らの規則に反しています。使用せず、次の行を報告してください："));
        violations.forEach(it -> session.console()
                .warn("  " + it.kind() + "  " + it.subject() + ": " + it.text().in(session.language())));
        return Exit.FAULT;
    }

    private static void systems(Roadmap roadmap, Session session) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                session.say("system", "システム"),
                session.say("score", "点数"),
                session.say("priority", "優先度"),
                session.say("deadline", "期限"),
                session.say("tasks", "作業"),
                session.say("name", "名称")));
        for (SystemPriority it : roadmap.systems()) {
            rows.add(List.of(
                    String.valueOf(it.rank()),
                    it.system().id(),
                    it.score().map(score -> score.value()).orElse("-"),
                    it.score()
                            .map(score -> score.band().label().in(session.language()))
                            .orElse("-"),
                    it.deadline().map(String::valueOf).orElse("-"),
                    String.valueOf(it.tasks().size()),
                    it.system().name()));
        }
        Columns.align(rows).forEach(session.console()::print);
        session.console().print("");
    }

    private static void tasks(Roadmap roadmap, Session session) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("task", "作業"),
                session.say("system", "システム"),
                session.say("from", "開始"),
                session.say("to", "終了"),
                session.say("deadline", "期限"),
                session.say("what", "内容")));
        for (ScheduledTask it : roadmap.tasks()) {
            rows.add(List.of(
                    it.task().id(),
                    it.task().system(),
                    it.start().map(FiscalQuarter::toString).orElse("-"),
                    it.finish().map(FiscalQuarter::toString).orElse("-"),
                    it.task().deadline().map(String::valueOf).orElse("-"),
                    it.task().title().in(session.language())
                            + it.needs()
                                    .map(needs -> session.say("  LATE: ", "  【遅延】") + needs.in(session.language()))
                                    .orElse("")));
        }
        Columns.align(rows).forEach(session.console()::print);
    }

    private static void assumptions(Roadmap roadmap, Session session) {
        session.console().print("");
        session.console()
                .print(session.say(
                        "As of " + session.asOf() + "; 2035 read as "
                                + roadmap.settings().reading().label().in(session.language())
                                + "; quantum computer planned for "
                                + roadmap.settings().crqc() + " (a planning date, not a forecast).",
                        "基準日 " + session.asOf() + "、2035年の読み方："
                                + roadmap.settings().reading().label().in(session.language()) + "、量子計算機の想定時期："
                                + roadmap.settings().crqc() + "（計画上の仮定であり予測ではない）"));
        roadmap.assumptions().forEach(it -> session.console().print("- " + it.in(session.language())));
        if (!roadmap.gaps().isEmpty()) {
            session.console()
                    .print(session.say(
                            English.count(roadmap.gaps().size(), "gap")
                                    + ": this plan cannot speak of what was not looked at; see: shirube inventory coverage",
                            "未調査範囲 " + roadmap.gaps().size() + " 件：調査していないものは計画に含まれません（shirube inventory coverage）"));
        }
    }

    private static Exit listPolicies(Session session) {
        List<List<String>> rows = new ArrayList<>();
        for (PolicyPack pack : PolicyPacks.standard()) {
            rows.add(List.of(
                    pack.id(),
                    pack.version(),
                    session.say(
                            English.count(pack.citations().size(), "rule"),
                            "規則 " + pack.citations().size() + " 件"),
                    pack.name().in(session.language())));
        }
        Columns.align(rows).forEach(session.console()::print);
        return Exit.DONE;
    }

    private static Exit showPolicy(String id, Session session) {
        PolicyPack pack = Planning.known(id);
        session.console()
                .print(pack.name().in(session.language()) + "  " + pack.version() + "  sha256 " + pack.sha256());
        for (Policy policy : pack.policies()) {
            policy(policy, session);
            for (Citation citation : pack.citations()) {
                if (citation.policy().id().equals(policy.id())) {
                    rule(citation, session);
                }
            }
        }
        return Exit.DONE;
    }

    private static void policy(Policy policy, Session session) {
        session.console().print("");
        session.console().print(policy.id() + "  " + policy.name().in(session.language()));
        session.console()
                .print("  " + policy.issuer()
                        + policy.date().map(it -> "  " + it).orElse("") + "  "
                        + policy.binding().label().in(session.language())
                        + (policy.draft() ? session.say("  [draft]", "  【案】") : "")
                        + (policy.verified() ? "" : session.say("  [unverified]", "  【未検証】")));
        policy.sources().forEach(it -> session.console().print("  " + session.say("source: ", "出典：") + it));
    }

    private static void rule(Citation citation, Session session) {
        PolicyRule rule = citation.rule();
        session.console()
                .print("  - " + rule.id()
                        + rule.section()
                                .map(it -> ", " + it.in(session.language()))
                                .orElse("") + ": "
                        + rule.state().label().in(session.language())
                        + rule.deadline(DeadlineReading.CALENDAR_YEAR)
                                .map(it -> session.say(", last day " + it, "、最終日 " + it))
                                .orElse("")
                        + (citation.verified() ? "" : session.say("  [unverified]", "  【未検証】")));
        detail(rule.wording().in(session.language()), session.say("wording: ", "文言："), session);
        detail(rule.ambiguity().in(session.language()), session.say("ambiguous: ", "解釈の余地："), session);
        detail(rule.evidence().label().in(session.language()), session.say("evidence: ", "確認の程度："), session);
    }

    private static void detail(String text, String label, Session session) {
        if (!text.isEmpty()) {
            session.console().print("      " + label + text);
        }
    }
}
