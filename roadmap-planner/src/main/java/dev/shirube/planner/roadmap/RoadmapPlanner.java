package dev.shirube.planner.roadmap;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Witnesses;
import dev.shirube.domain.dependency.SystemLinks;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.migration.Replacements;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.PolicyPacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From an inventory to a roadmap: verdicts, tasks, scores at the earliest date, a schedule, scores at the planned date.
 *
 * <p>A pure function: no clock, no file, no floating point; the same inputs give an equal roadmap.
 */
public final class RoadmapPlanner {

    private final AlgorithmRegistry registry;

    /** A planner that asks that registry what a quantum computer does to an algorithm. */
    public RoadmapPlanner(AlgorithmRegistry registry) {
        this.registry = registry;
    }

    /** The planner with the registry that the program carries. */
    public static RoadmapPlanner standard() {
        return new RoadmapPlanner(AlgorithmRegistry.standard());
    }

    /**
     * Plans.
     *
     * @throws IllegalArgumentException for a policy pack that does not exist; the message lists those that do
     */
    public Roadmap plan(Inventory inventory, Resources resources, PlanSettings settings) {
        return plan(inventory, resources, settings, EarlierPlan.NONE);
    }

    /**
     * Plans again: what can stay in the quarter of an earlier plan does, unless its move gains much. What the office wrote of its
     * tasks ({@link PlanSettings#edits}) holds in every plan.
     *
     * @throws IllegalArgumentException for a policy pack that does not exist; the message lists those that do
     */
    public Roadmap plan(Inventory inventory, Resources resources, PlanSettings settings, EarlierPlan earlier) {
        return counted(Witnesses.counted(inventory), resources, settings, earlier);
    }

    private Roadmap counted(Inventory inventory, Resources resources, PlanSettings settings, EarlierPlan earlier) {
        List<PolicyPack> packs = PolicyPacks.inUse(settings);
        TeamCalendar calendar = new TeamCalendar(settings, resources.teams());
        Replacements replacements = new Replacements(
                settings.packs().keySet().stream().filter(settings::adopts).toList());
        List<AssessedUse> uses = new UseCollector(registry)
                .collect(inventory).stream()
                        .map(use -> AssessedUse.of(use, packs, replacements, settings))
                        .toList();
        TaskDrafter drafter = new TaskDrafter(
                inventory,
                settings,
                replacements,
                new EffortTable(resources),
                calendar,
                new ProtocolThreat(registry),
                new AgilityNotes(inventory, registry));
        Office office = Office.of(settings, resources, calendar, inventory);
        // Own modules make systems alike and give no order, so that their globs are not asked for.
        Predecessors order = Predecessors.of(drafter.draft(uses, packs), SystemLinks.of(inventory, List.of()));
        List<Gap> open = new ArrayList<>(order.undecided());
        Set<String> ids = order.drafts().stream().map(Draft::id).collect(Collectors.toSet());
        open.addAll(new OwnDrafts(inventory, new EffortTable(resources), calendar).gaps(order.drafts(), ids));
        Plan plan = new Plan(settings, calendar, office, order, earlier.edited(settings.edits()));
        Assembly assembly = new Assembly(inventory, settings, packs, plan);
        List<AssetAssessment> assets = uses.stream().map(assembly::asset).toList();
        List<ScheduledTask> tasks = assembly.tasks();
        CapacityBasis basis = calendar.constrained() ? CapacityBasis.TEAMS : CapacityBasis.UNCONSTRAINED;
        return new Roadmap(
                settings,
                basis,
                packs.stream()
                        .map(pack -> new PackStamp(
                                pack.id(),
                                pack.version(),
                                pack.sha256(),
                                pack.name(),
                                settings.packs().get(pack.id())))
                        .toList(),
                SystemRanking.rank(inventory, assets, tasks),
                assets,
                tasks,
                resources.teams(),
                Assumptions.of(settings, resources, basis, plan),
                GapReport.of(inventory, open),
                plan.proof());
    }
}
