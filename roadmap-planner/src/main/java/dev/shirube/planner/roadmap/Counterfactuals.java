package dev.shirube.planner.roadmap;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Procurement;
import dev.shirube.domain.Text;
import dev.shirube.domain.resources.Freeze;
import dev.shirube.domain.resources.LeadTime;
import dev.shirube.domain.resources.Resource;
import dev.shirube.domain.resources.VendorRelease;
import dev.shirube.planner.PlanSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Answers "what would move this task earlier": lifts everything that binds it, or that binds what it waits for, and plans
 * anew with all others kept where they can stay.
 */
public final class Counterfactuals {
    /** What one more person gives in a quarter: three months of twenty days. */
    public static final int PERSON_DAYS = 60;

    /** Money is asked for in millions of yen. */
    private static final long MILLION = 1_000_000;

    private static final int LONGEST_CHAIN = 6;

    private final Roadmap roadmap;
    private final String task;
    private final Set<String> chain = new LinkedHashSet<>();
    private final List<Text> changes = new ArrayList<>();
    private Inventory inventory;
    private Resources resources;

    private Counterfactuals(Roadmap roadmap, Inventory inventory, Resources resources, String task) {
        this.roadmap = roadmap;
        this.inventory = inventory;
        this.resources = resources;
        this.task = task;
    }

    /**
     * What would move that task of a roadmap; empty where nothing that can be given holds it.
     *
     * @param roadmap made from that inventory, those resources and settings
     */
    public static Optional<Counterfactual> of(
            RoadmapPlanner planner,
            Inventory inventory,
            Resources resources,
            PlanSettings settings,
            Roadmap roadmap,
            String task) {
        Counterfactuals supposed = new Counterfactuals(roadmap, inventory, resources, task);
        roadmap.task(task).ifPresent(it -> supposed.lift(it, 0));
        if (supposed.changes.isEmpty()) {
            return Optional.empty();
        }
        Roadmap then = planner.plan(supposed.inventory, supposed.resources, settings, supposed.others());
        List<String> order = new ArrayList<>(supposed.chain);
        Collections.reverse(order);
        return Optional.of(new Counterfactual(supposed.changes, order, then.task(task)));
    }

    /** Everything but what is to move stays. */
    private EarlierPlan others() {
        SortedMap<String, FiscalQuarter> starts =
                new TreeMap<>(EarlierPlan.of(roadmap).starts());
        starts.keySet().removeAll(chain);
        return new EarlierPlan(starts, Collections.emptySortedMap());
    }

    private void lift(ScheduledTask it, int depth) {
        if (depth > LONGEST_CHAIN || !chain.add(it.task().id())) {
            return;
        }
        for (Hold hold : it.holds()) {
            switch (hold.kind()) {
                case CAPACITY -> people(hold);
                case BUDGET -> money(hold);
                case RELEASE ->
                    without(
                            new Text(
                                    "製品 " + hold.subject() + " が既に提供されていれば",
                                    "if " + hold.subject() + " were released already"),
                            resource -> resource instanceof VendorRelease release
                                    && release.product().equals(hold.subject()));
                case PROCUREMENT ->
                    without(
                            new Text(
                                    "調達「" + hold.subject() + "」が済んでいれば",
                                    "if procurement " + hold.subject() + " were done"),
                            resource -> resource instanceof LeadTime lead
                                    && lead.procurement().equals(hold.subject()));
                case FREEZE ->
                    without(
                            new Text(
                                    "システム " + it.task().system() + " に及ぶ凍結がなければ",
                                    "without the freezes that hold for the system "
                                            + it.task().system()),
                            resource -> resource instanceof Freeze freeze
                                    && (freeze.target().isEmpty()
                                            || freeze.target().equals(it.task().system())
                                            || freeze.target().equals(it.task().team())));
                case RENEWAL -> renewal(it.task().system());
                case PREDECESSOR -> roadmap.task(hold.subject()).ifPresent(before -> lift(before, depth + 1));
                default -> {}
            }
        }
    }

    private void people(Hold hold) {
        int more = (int) Math.max(PERSON_DAYS, (hold.missing() + PERSON_DAYS - 1) / PERSON_DAYS * PERSON_DAYS);
        int persons = more / PERSON_DAYS;
        resources = Supposition.people(resources, hold.subject(), more);
        change(
                "チーム " + hold.subject() + " に " + persons + " 名（四半期 " + more + " 人日）を加えれば",
                "with " + (persons == 1 ? "one more person" : persons + " more people") + " in team " + hold.subject()
                        + " (" + more + " person-days a quarter)");
    }

    private void money(Hold hold) {
        int year = hold.quarter().orElseThrow().year();
        long more = (hold.missing() + MILLION - 1) / MILLION * MILLION;
        resources = Supposition.money(resources, hold.subject(), year, more).orElse(resources);
        String yen = String.format(Locale.ROOT, "%,d", more);
        change(
                "予算 " + hold.subject() + " の " + year + "年度を " + yen + " 円増やせば",
                "with " + yen + " yen more of budget " + hold.subject() + " in FY" + year);
    }

    private void without(Text words, Predicate<Resource> gone) {
        resources = Supposition.without(resources, gone);
        change(words.ja(), words.en());
    }

    private void renewal(String id) {
        InformationSystem it = inventory.system(id);
        InformationSystem without = new InformationSystem(
                it.id(),
                it.name(),
                it.category(),
                it.responsibility(),
                it.protection(),
                it.placement(),
                new Procurement(
                        Declaration.unknown(),
                        it.procurement().contractEnd(),
                        it.procurement().budgetLine(),
                        it.procurement().vendor()),
                it.peers(),
                it.note(),
                it.others());
        SortedMap<String, InformationSystem> systems = new TreeMap<>(inventory.systems());
        systems.put(id, without);
        inventory = new Inventory(
                systems, inventory.findings(), inventory.diagnostics(), inventory.coverage(), inventory.endpoints());
        change("システム " + id + " の更改を待たなければ", "without waiting for the renewal of " + id);
    }

    private void change(String ja, String en) {
        Text words = new Text(ja, en);
        if (!changes.contains(words)) {
            changes.add(words);
        }
    }
}
