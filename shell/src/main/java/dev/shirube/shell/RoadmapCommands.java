package dev.shirube.shell;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.planner.check.RoadmapChecker;
import dev.shirube.planner.check.Violation;
import dev.shirube.planner.roadmap.CapacityBasis;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScenarioScores;
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
import java.util.stream.Collectors;

/** {@code roadmap}: the plan. */
final class RoadmapCommands {

    private static final OptionSpec WORK = OptionSpec.number(
            "work",
            "effort of the search, in about so many CPU seconds (default: by the number of tasks, at most 20)",
            "探索量（CPU 秒の目安。既定は作業数により、最大 20）");

    private static final OptionSpec INSTANCE = OptionSpec.value(
            "instance", "FILE", "the scheduling problem in the bench's format (JSON)", "スケジュール問題の出力先（ベンチ形式 JSON）");
    private static final OptionSpec SCHEDULE = OptionSpec.value(
            "schedule", "FILE", "the answer to that problem, with its certificate (JSON)", "その解と証明の出力先（JSON）");

    static final OptionSpec ADOPT =
            OptionSpec.flag("adopt", "put the plan in force: later plans keep to it", "この計画を現行の計画として採用");
    static final OptionSpec BY = OptionSpec.value("by", "WHO", "who adopts it", "採用する者");

    private RoadmapCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                CommandSpec.named("roadmap plan")
                        .does("what to migrate when, in the order of urgency", "移行作業の計画（緊急度順）")
                        .example("shirube roadmap plan", "from the store", "ストアの内容から")
                        .example("shirube roadmap plan --as-of 2027-04-01", "for another day", "別の基準日で")
                        .option(CommonOptions.STORE)
                        .option(WORK)
                        .option(INSTANCE)
                        .option(SCHEDULE)
                        .option(ADOPT)
                        .option(BY)
                        .runs(RoadmapCommands::plan),
                SolveCommand.spec());
    }

    private static Exit plan(Invocation line, Session session) {
        ProofFiles files = ProofFiles.of(line);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            Roadmap roadmap = Planning.planAnew(
                    inventory,
                    workspace,
                    Planning.settings(session).withWork(line.number("work").orElse(0)));
            files.write(roadmap);
            print(roadmap, session);
            workspace
                    .adoptedPlan()
                    .filter(it -> !line.has("adopt"))
                    .ifPresent(it -> session.console()
                            .advise(session.say(
                                    "A plan of " + it.asOf()
                                            + " is in force, and reports show it. This one keeps to nothing of it;"
                                            + " to mend the one in force: shirube roadmap replan",
                                    "基準日 " + it.asOf() + " の計画を採用中であり、帳票はそれを示します。この計画は採用中の計画を引き継いでいません。"
                                            + "見直すには shirube roadmap replan を使ってください。")));
            Exit exit = checked(RoadmapChecker.check(roadmap, inventory, workspace.resources()), session);
            if (exit == Exit.DONE && line.has("adopt")) {
                workspace.adopt(
                        Planning.kept(roadmap, workspace), line.value("by").orElse(""));
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
                "2030/35/40",
                session.say("priority", "優先度"),
                session.say("deadline", "期限"),
                session.say("tasks", "作業"),
                session.say("name", "名称")));
        ScenarioScores scores = roadmap.scenarios();
        for (SystemPriority it : roadmap.systems()) {
            rows.add(List.of(
                    String.valueOf(it.rank()),
                    it.system().id(),
                    it.score().map(score -> score.value()).orElse("-"),
                    scenarios(scores, it.system().id()),
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

    /** The score with the quantum computer in each scenario's year, the worst end of each. */
    private static String scenarios(ScenarioScores scores, String system) {
        String all = scores.system(system).values().stream()
                .map(it -> Integer.toString(it.high()))
                .collect(Collectors.joining("/"));
        return all.isEmpty() ? "-" : all;
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
                                + roadmap.settings().crqc()
                                + " (a planning date, not a forecast); 2030/35/40 shows the scores with it in those years.",
                        "基準日 " + session.asOf() + "、2035年の読み方："
                                + roadmap.settings().reading().label().in(session.language()) + "、量子計算機の想定時期："
                                + roadmap.settings().crqc()
                                + "（計画上の仮定であり予測ではない）。2030/35/40 は想定時期をその年とした点数"));
        roadmap.assumptions().forEach(it -> session.console().print("- " + it.in(session.language())));
        if (!roadmap.gaps().isEmpty()) {
            session.console()
                    .print(session.say(
                            English.count(roadmap.gaps().size(), "gap")
                                    + ": this plan cannot speak of what was not looked at; see: shirube inventory coverage",
                            "未調査範囲 " + roadmap.gaps().size() + " 件：調査していないものは計画に含まれません（shirube inventory coverage）"));
        }
    }
}
