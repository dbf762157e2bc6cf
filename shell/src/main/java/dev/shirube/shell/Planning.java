package dev.shirube.shell;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Witnesses;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.DeadlineReading;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.PolicyPacks;
import dev.shirube.planner.roadmap.AdoptedPlan;
import dev.shirube.planner.roadmap.EarlierPlan;
import dev.shirube.planner.roadmap.Resources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.RoadmapPlanner;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Session;
import dev.shirube.shell.cli.Settings;
import dev.shirube.store.Snapshot;
import dev.shirube.store.Windows;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** From the workspace and the user's settings to the planner's inputs: the one place where they meet. */
final class Planning {

    private Planning() {}

    /** The plan for everything in the workspace. */
    static Roadmap plan(Workspace workspace, Session session) {
        return plan(workspace.inventory(), workspace, settings(session));
    }

    /** The same for that inventory: the plan in force where there is one, mended as little as what changed asks for. */
    static Roadmap plan(Inventory inventory, Workspace workspace, PlanSettings settings) {
        return plan(
                inventory,
                workspace,
                settings,
                workspace.adoptedPlan().map(AdoptedPlan::earlier).orElse(EarlierPlan.NONE));
    }

    /** A plan that keeps to no earlier one; what the office wrote of its tasks holds in it too. */
    static Roadmap planAnew(Inventory inventory, Workspace workspace, PlanSettings settings) {
        return plan(inventory, workspace, settings, EarlierPlan.NONE);
    }

    private static Roadmap plan(Inventory inventory, Workspace workspace, PlanSettings settings, EarlierPlan earlier) {
        return RoadmapPlanner.standard()
                .plan(
                        Witnesses.counted(inventory),
                        resources(workspace, settings),
                        settings.withEdits(workspace.edits()),
                        earlier);
    }

    /** That roadmap as the plan in force, with the last scan that it rests on. */
    static AdoptedPlan kept(Roadmap roadmap, Workspace workspace) {
        List<Snapshot> snapshots = workspace.snapshots();
        return AdoptedPlan.of(
                roadmap,
                snapshots.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(snapshots.get(snapshots.size() - 1).number()));
    }

    /** What scans and owners say otherwise than when the plan in force was adopted; empty where nothing was scanned since. */
    static Optional<InventoryDiff> changes(Workspace workspace) {
        List<Snapshot> snapshots = workspace.snapshots();
        OptionalLong then = workspace.adoptedPlan().map(AdoptedPlan::snapshot).orElse(OptionalLong.empty());
        return snapshots.stream()
                .filter(it -> then.isPresent() && it.number() == then.getAsLong())
                .filter(it -> it.number() < snapshots.get(snapshots.size() - 1).number())
                .findFirst()
                .map(it -> Windows.between(it, snapshots.get(snapshots.size() - 1)))
                .map(it -> workspace.diff(it, Optional.empty(), false));
    }

    /** The planner's settings with what the office wrote into the forms of its plan. */
    static PlanSettings settings(Session session, Workspace workspace) {
        return settings(session).withEdits(workspace.edits());
    }

    /** What the office declared of people and money, for the quarters that can be planned. */
    static Resources resources(Workspace workspace, PlanSettings settings) {
        return Resources.of(workspace.resources(), settings.asOf(), settings.horizon());
    }

    /** The planner's settings: packs that the settings name, or the standard ones as information where they name none. */
    static PlanSettings settings(Session session) {
        Settings user = session.settings();
        PlanSettings settings = PlanSettings.of(session.asOf());
        if (user.adopted().isEmpty()) {
            for (PolicyPack pack :
                    PolicyPacks.standard().stream().filter(PolicyPack::standard).toList()) {
                settings = settings.withPack(pack.id(), Adoption.INFORMATION);
            }
        }
        for (Map.Entry<String, String> pack : user.adopted().entrySet()) {
            settings = settings.withPack(known(pack.getKey()).id(), adoption(pack.getKey(), pack.getValue()));
        }
        if (user.deadlineReading().equals("fiscal-year")) {
            settings = settings.withReading(DeadlineReading.FISCAL_YEAR);
        }
        settings = settings.withAnswers(new TreeMap<>(user.answers())).withTasks(user.tasks());
        return user.crqc().isPresent()
                ? settings.withCrqc(YearMonth.parse(user.crqc().get()))
                : settings;
    }

    private static Adoption adoption(String pack, String word) {
        Adoption adoption = word.isEmpty()
                ? Adoption.INFORMATION
                : Adoption.byId(word).orElseThrow(() -> new IllegalStateException("Settings let " + word + " through"));
        if (adoption == Adoption.INTERNAL_RULE && known(pack).informationOnly()) {
            throw CommandFailure.usage(
                    "The policy pack \"" + pack + "\" is for information only and cannot be adopted."
                            + " Remove its adopted_as: internal_rule from the settings.",
                    "方針パック「" + pack + "」は参考情報であり、採用できません。設定の adopted_as: internal_rule を削除してください。");
        }
        return adoption;
    }

    /** The pack of that id, or a message that lists those there are. */
    static PolicyPack known(String id) {
        return PolicyPacks.byId(id).orElseThrow(() -> {
            String ids = String.join(", ", ids());
            return CommandFailure.usage(
                    "There is no policy pack \"" + id + "\". Choose from: " + ids + ".",
                    "方針パック「" + id + "」はありません。次から選んでください：" + ids);
        });
    }

    /** The packs that the options name, separated by commas or one by one; empty where they name none. */
    static List<PolicyPack> named(List<String> options) {
        return options.stream()
                .flatMap(it -> Arrays.stream(it.split(",")))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .map(Planning::known)
                .toList();
    }

    private static List<String> ids() {
        return PolicyPacks.standard().stream().map(PolicyPack::id).toList();
    }
}
