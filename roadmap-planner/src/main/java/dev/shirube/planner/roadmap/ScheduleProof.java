package dev.shirube.planner.roadmap;

import dev.shirube.planner.solver.Instance;
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
 */
public record ScheduleProof(Instance instance, Solution solution, List<String> tasks, List<String> teams) {

    /** Keeps unmodifiable copies and refuses null. */
    public ScheduleProof {
        Objects.requireNonNull(instance);
        Objects.requireNonNull(solution);
        tasks = List.copyOf(tasks);
        teams = List.copyOf(teams);
    }

    /** By how many thousandths, rounded up, the plan costs more than every plan must; empty where nothing was proved. */
    public OptionalInt gapPerMille() {
        if (solution.bound().isEmpty() || solution.bound().getAsLong() <= 0) {
            return OptionalInt.empty();
        }
        long bound = solution.bound().getAsLong();
        return OptionalInt.of(Math.toIntExact((1000 * (solution.objective() - bound) + bound - 1) / bound));
    }

    /**
     * A team that holds the plan back.
     *
     * @param price what all its capacity is worth to the plan, in score-quarters
     */
    public record Scarce(String team, long price) {}

    /** The teams whose people are worth most to the plan, the dearest first; those that hold nothing back are left out. */
    public List<Scarce> scarce() {
        List<Scarce> scarce = new ArrayList<>();
        for (int team = 0; team < teams.size(); team++) {
            long worth = 0;
            for (int period = 0; period < instance.periods(); period++) {
                worth += solution.certificate().teams().get(team).get(period)
                        * instance.capacities().get(team).get(period);
            }
            if (worth >= solution.certificate().scale()) {
                scarce.add(new Scarce(
                        teams.get(team), worth / solution.certificate().scale()));
            }
        }
        scarce.sort(Comparator.comparingLong(Scarce::price).reversed().thenComparing(Scarce::team));
        return List.copyOf(scarce);
    }
}
