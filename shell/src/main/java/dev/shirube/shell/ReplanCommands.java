package dev.shirube.shell;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.office.OfficeEdits;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.check.RoadmapChecker;
import dev.shirube.planner.roadmap.AdoptedPlan;
import dev.shirube.planner.roadmap.Counterfactual;
import dev.shirube.planner.roadmap.Counterfactuals;
import dev.shirube.planner.roadmap.EarlierPlan;
import dev.shirube.planner.roadmap.Explainer;
import dev.shirube.planner.roadmap.Resources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.RoadmapPlanner;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** {@code roadmap show|whatif|replan|explain}: a plan beside another, and what would move a task. */
final class ReplanCommands {
    private ReplanCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                CommandSpec.named("roadmap show")
                        .does("the plan in force", "現行の計画")
                        .example("shirube roadmap show", "as it was adopted", "採用時のまま")
                        .option(CommonOptions.STORE)
                        .runs(ReplanCommands::show),
                CommandSpec.named("roadmap whatif")
                        .does("two plans side by side: with and without a change", "条件を変えた計画との比較")
                        .example("shirube roadmap whatif --capacity kikan=+20", "more people", "体制を増やす")
                        .example("shirube roadmap whatif --budget zeimu:2028:+5000000", "more money", "予算を増やす")
                        .example("shirube roadmap whatif --crqc 2030-12", "an earlier quantum computer", "量子計算機が早まる")
                        .option(CommonOptions.STORE)
                        .option(PlanChanges.CAPACITIES)
                        .option(PlanChanges.BUDGETS)
                        .option(PlanChanges.RELEASES)
                        .option(PlanChanges.DEADLINES)
                        .option(PlanChanges.CRQC)
                        .option(PlanChanges.ADOPT)
                        .option(PlanChanges.READING)
                        .option(PlanChanges.SLIPS)
                        .runs(ReplanCommands::whatIf),
                CommandSpec.named("roadmap replan")
                        .does("mend the plan in force: what can stay does", "現行の計画の見直し（変更を最小に）")
                        .example("shirube roadmap replan --slip T-3f9a1c20=FY2028Q1", "one task slipped", "作業の遅れ")
                        .example("shirube roadmap replan --done T-3f9a1c20=2027-05-20 --adopt", "what is done", "実績を反映")
                        .example("shirube roadmap replan --adopt --by CISO", "and put it in force", "見直しを採用")
                        .option(CommonOptions.STORE)
                        .option(PlanChanges.STARTED)
                        .option(PlanChanges.DONE)
                        .option(PlanChanges.PLANNED)
                        .option(PlanChanges.SLIPS)
                        .option(RoadmapCommands.ADOPT)
                        .option(RoadmapCommands.BY)
                        .runs(ReplanCommands::replan),
                CommandSpec.named("roadmap explain")
                        .arguments("TASK", 1, 1)
                        .does("why a task stands where it stands, and what would move it", "作業の配置の理由と、早めるための条件")
                        .example("shirube roadmap explain T-3f9a1c20", "solved anew, not guessed", "解き直して確認")
                        .option(CommonOptions.STORE)
                        .runs(ReplanCommands::explain));
    }

    private static Exit show(Invocation line, Session session) {
        try (Workspace workspace = Workspaces.existing(line, session)) {
            AdoptedPlan plan = inForce(workspace);
            Roadmap now = Planning.plan(workspace, session);
            session.console()
                    .print(session.say(
                            "The plan in force, made for " + plan.asOf() + ":", "現行の計画（基準日 " + plan.asOf() + "）"));
            List<List<String>> rows = new ArrayList<>();
            plan.quarters().forEach((id, quarters) -> {
                Optional<ScheduledTask> task = now.task(id);
                rows.add(List.of(
                        id,
                        task.map(it -> it.task().system()).orElse("-"),
                        quarters.start().toString(),
                        quarters.finish().toString(),
                        task.map(it -> it.task().title().in(session.language()))
                                .orElse(session.say("no longer in the inventory", "台帳になくなった"))));
            });
            Columns.align(rows).forEach(session.console()::print);
        }
        return Exit.DONE;
    }

    private static Exit whatIf(Invocation line, Session session) {
        PlanChanges changes = new PlanChanges(line);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            PlanSettings settings = Planning.settings(session, workspace);
            Resources resources = Planning.resources(workspace, settings);
            RoadmapPlanner planner = RoadmapPlanner.standard();
            EarlierPlan inForce =
                    workspace.adoptedPlan().map(AdoptedPlan::earlier).orElse(EarlierPlan.NONE);
            Roadmap before = planner.plan(inventory, resources, settings, inForce);
            SortedMap<String, FiscalQuarter> slips = known(changes.slips(), before);
            EarlierPlan earlier =
                    slips.isEmpty() ? inForce : EarlierPlan.of(before).slipped(slips);
            Resources supposed = changes.resources(resources);
            Roadmap after = planner.plan(inventory, supposed, changes.settings(settings, before), earlier);
            new PlanDifferenceTable(session, before, after).print();
            return RoadmapCommands.checked(RoadmapChecker.check(after, inventory, supposed.office()), session);
        }
    }

    private static Exit replan(Invocation line, Session session) {
        PlanChanges changes = new PlanChanges(line);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            AdoptedPlan inForce = inForce(workspace);
            Inventory inventory = workspace.inventory();
            PlanSettings settings = Planning.settings(session, workspace);
            Resources resources = Planning.resources(workspace, settings);
            RoadmapPlanner planner = RoadmapPlanner.standard();
            // What the office wrote since moves tasks as well: it is part of what is new.
            Roadmap before = planner.plan(inventory, resources, Planning.settings(session), inForce.earlier());
            SortedMap<String, FiscalQuarter> slips = known(changes.slips(), before);
            EarlierPlan happened = inForce.earlier()
                    .happened(known(changes.actuals(inForce, session.asOf()), before))
                    .pinned(known(changes.planned(), before))
                    .slipped(slips);
            Roadmap after =
                    happened.equals(inForce.earlier()) && settings.edits().equals(OfficeEdits.NONE)
                            ? before
                            : planner.plan(inventory, resources, settings, happened);
            moved(inForce, after, session);
            new PlanDifferenceTable(session, before, after).print();
            Exit exit = RoadmapCommands.checked(RoadmapChecker.check(after, inventory, resources.office()), session);
            if (exit == Exit.DONE && line.has("adopt")) {
                workspace.adopt(
                        Planning.kept(after, workspace), line.value("by").orElse(""));
                session.console().print(session.say("It is the plan in force now.", "現行の計画としました。"));
            }
            return exit;
        }
    }

    private static void moved(AdoptedPlan inForce, Roadmap after, Session session) {
        long moved = after.tasks().stream()
                .filter(it -> inForce.quarters().containsKey(it.task().id()))
                .filter(it -> !it.start()
                        .equals(Optional.of(
                                inForce.quarters().get(it.task().id()).start())))
                .count();
        session.console()
                .print(session.say(
                        moved + " of " + English.count(inForce.quarters().size(), "task") + " of the plan in force of "
                                + inForce.asOf() + " move.",
                        "現行の計画（基準日 " + inForce.asOf() + "）の作業 "
                                + inForce.quarters().size() + " 件のうち " + moved + " 件が動きます。"));
        session.console().print("");
    }

    private static Exit explain(Invocation line, Session session) {
        String id = line.arguments().get(0);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            PlanSettings settings = Planning.settings(session, workspace);
            Resources resources = Planning.resources(workspace, settings);
            Roadmap roadmap = Planning.plan(inventory, workspace, settings);
            ScheduledTask task = roadmap.task(id).orElseThrow(() -> noTask(id));
            ExplainCommand.print(Explainer.task(roadmap, inventory, id).orElseThrow(), session);
            counterfactual(task, roadmap, inventory, resources, settings, session);
        }
        return Exit.DONE;
    }

    /** Solved, not estimated: what holds the task is given, and the plan is made anew with all others kept where they can. */
    private static void counterfactual(
            ScheduledTask task,
            Roadmap roadmap,
            Inventory inventory,
            Resources resources,
            PlanSettings settings,
            Session session) {
        String was = quarters(Optional.of(task), session);
        session.console().print("");
        Counterfactuals.of(
                        RoadmapPlanner.standard(),
                        inventory,
                        resources,
                        settings,
                        roadmap,
                        task.task().id())
                .ifPresentOrElse(
                        it -> print(it, was, session),
                        () -> session.console()
                                .print(session.say(
                                        "No people, money or date that could be given moves it earlier.",
                                        "体制・予算・日程を変えても、これより早くはならない。")));
    }

    private static void print(Counterfactual it, String was, Session session) {
        session.console().print(session.say("Supposed (the plan solved anew):", "仮定（計画を解き直して確認）"));
        it.changes().forEach(change -> session.console().print("- " + change.in(session.language())));
        if (it.chain().size() > 1) {
            session.console().print(session.say("along ", "経路：") + String.join(" -> ", it.chain()));
        }
        String would = quarters(it.then(), session);
        session.console()
                .print(
                        would.equals(was)
                                ? session.say("It would still stand in " + was + ".", was + " のまま変わらない。")
                                : session.say(
                                        "It would stand in " + would + " instead of " + was + ".",
                                        was + " ではなく " + would + " になる。"));
    }

    private static String quarters(Optional<ScheduledTask> task, Session session) {
        return task.flatMap(ScheduledTask::start)
                .map(start -> start + " - " + task.orElseThrow().finish().orElseThrow())
                .orElse(session.say("no place", "配置不能"));
    }

    private static AdoptedPlan inForce(Workspace workspace) {
        return workspace
                .adoptedPlan()
                .orElseThrow(() -> CommandFailure.usage(
                        "No plan is in force. Put one in force first: shirube roadmap plan --adopt",
                        "現行の計画がありません。先に採用してください：shirube roadmap plan --adopt"));
    }

    private static <T> SortedMap<String, T> known(SortedMap<String, T> slips, Roadmap roadmap) {
        List<String> unknown =
                slips.keySet().stream().filter(it -> roadmap.task(it).isEmpty()).collect(Collectors.toList());
        if (!unknown.isEmpty()) {
            throw noTask(unknown.get(0));
        }
        return slips;
    }

    private static CommandFailure noTask(String id) {
        return CommandFailure.usage(
                "There is no task \"" + id + "\". Take an id from: shirube roadmap plan.",
                "作業「" + id + "」はありません。shirube roadmap plan の ID を指定してください。");
    }
}
