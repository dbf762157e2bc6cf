package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.planner.solver.Instance;
import dev.shirube.planner.solver.ProblemTask;
import dev.shirube.planner.solver.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The scheduling problem behind a roadmap, its answer, and the prices that say how far from the best it is at most.
 *
 * @param instance the problem; costs are in score-quarters
 * @param solution the answer with its certificate
 * @param tasks ids of the tasks, by their index in the problem
 * @param teams ids of the teams, by their index in the problem
 * @param pools names of the budgets, by their index in the problem, which counts in thousands of yen
 * @param first the quarter that the problem's first period is
 */
public record ScheduleProof(
        Instance instance,
        Solution solution,
        List<String> tasks,
        List<String> teams,
        List<String> pools,
        FiscalQuarter first) {

    /** Keeps unmodifiable copies and refuses null. */
    public ScheduleProof {
        Objects.requireNonNull(instance);
        Objects.requireNonNull(solution);
        tasks = List.copyOf(tasks);
        teams = List.copyOf(teams);
        pools = List.copyOf(pools);
        Objects.requireNonNull(first);
    }

    /**
     * By how many thousandths, rounded up, the plan costs more than every plan must that meets all deadlines; empty where
     * nothing was proved, or where it does not meet them itself and so cannot be compared.
     */
    public OptionalInt gapPerMille() {
        if (solution.bound().isEmpty()
                || solution.bound().getAsLong() <= 0
                || !solution.missed().isEmpty()) {
            return OptionalInt.empty();
        }
        long bound = solution.bound().getAsLong();
        return OptionalInt.of(Math.toIntExact((1000 * (solution.objective() - bound) + bound - 1) / bound));
    }

    /**
     * Whether it is proved that no plan meets all deadlines with these people and this money: by precedence and windows
     * alone, or because a plan that met them would have to cost more than the dearest plan there is.
     */
    public boolean provedImpossible() {
        long dearest = 0;
        for (ProblemTask task : instance.tasks()) {
            dearest += task.deadline().isPresent()
                    ? task.costs().at(Math.min(task.deadline().getAsInt(), instance.periods()))
                    : task.dropCost();
        }
        return !solution.impossible().isEmpty() || solution.bound().orElse(0) > dearest;
    }

    /**
     * A team or budget that holds the plan back.
     *
     * @param name of the budget, or id of the team
     * @param price what all its capacity, or all its money, is worth to the plan, in score-quarters
     * @param money whether it is a budget
     */
    public record Scarce(String name, long price, boolean money) {}

    /** Teams and budgets that are worth most to the plan, the dearest first; those that hold nothing back are left out. */
    public List<Scarce> scarce() {
        List<Scarce> scarce = new ArrayList<>();
        for (int pool = 0; pool < pools.size(); pool++) {
            long worth = 0;
            for (int year = 0; year < instance.budgets().get(pool).size(); year++) {
                worth += solution.certificate().pools().get(pool).get(year)
                        * instance.budgets().get(pool).get(year);
            }
            long price = worth / solution.certificate().budgetScale();
            if (price > 0) {
                scarce.add(new Scarce(pools.get(pool), price, true));
            }
        }
        for (int team = 0; team < teams.size(); team++) {
            long worth = 0;
            for (int period = 0; period < instance.periods(); period++) {
                worth += solution.certificate().teams().get(team).get(period)
                        * instance.capacities().get(team).get(period);
            }
            if (worth >= solution.certificate().scale()) {
                scarce.add(new Scarce(
                        teams.get(team), worth / solution.certificate().scale(), false));
            }
        }
        scarce.sort(Comparator.comparingLong(Scarce::price).reversed().thenComparing(Scarce::name));
        return List.copyOf(scarce);
    }
}
