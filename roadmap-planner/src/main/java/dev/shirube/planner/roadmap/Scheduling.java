package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.solver.CostTable;
import dev.shirube.planner.solver.Instance;
import dev.shirube.planner.solver.ProblemTask;
import dev.shirube.planner.solver.Solution;
import dev.shirube.planner.solver.Solver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Turns drafts and jobs into a problem for the solver, and asks it.
 *
 * <p>What a task costs is its score: for each quarter that it is not done the score that it would have if it were done then,
 * and once more, for a year, that of the quarter in which it is done. Tasks without a score weigh nothing and are as urgent
 * as what waits for them. The weight of the last year is ours (docs/adr/0027).
 */
final class Scheduling {
    /** Quarters that the score at the end counts for, beside those before it. */
    private static final int AFTERWARDS = 4;

    private static final int LEFT_OUT = 1_000;
    private static final long SEED = 1;
    /** How often the wish to wait for a renewal is given up for what would be late by it. */
    private static final int ROUNDS = 3;

    private static final double MOST_WORK = 20;
    private static final double LEAST_WORK = 2.8;
    private static final double WORK_OF_EACH_TASK = 0.01;

    private final PlanSettings settings;
    private final TeamCalendar calendar;
    private final Office office;
    private final List<Draft> drafts;
    private final List<Job> jobs;
    private final EarlierPlan earlier;
    private final List<CostTable> costs = new ArrayList<>();
    private final Map<String, Integer> systems = new HashMap<>();

    Scheduling(
            PlanSettings settings,
            TeamCalendar calendar,
            Office office,
            List<Draft> drafts,
            List<Job> jobs,
            EarlierPlan earlier) {
        this.office = office;
        this.settings = settings;
        this.calendar = calendar;
        this.drafts = drafts;
        this.jobs = jobs;
        this.earlier = earlier;
        drafts.forEach(draft -> {
            costs.add(costs(draft));
            systems.putIfAbsent(draft.key().system(), systems.size());
        });
    }

    /** Whether nobody is there to do it, or to pay for it. */
    boolean blocked(int job) {
        boolean work = jobs.get(job).work().stream().anyMatch(days -> days > 0);
        return calendar.constrained() && work && jobs.get(job).team().isEmpty()
                || jobs.get(job).charge().unfunded().isPresent();
    }

    /** The plan; empty where there is no quarter to plan, or no task. */
    Optional<ScheduleProof> solve(Chains chains) {
        if (calendar.periods() == 0 || jobs.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> waiting = new TreeSet<>();
        IntStream.range(0, jobs.size())
                .filter(job -> jobs.get(job).aligned() > jobs.get(job).release())
                .forEach(waiting::add);
        ScheduleProof proof = solve(waiting);
        for (int round = 0; round < ROUNDS && !waiting.isEmpty(); round++) {
            if (!waiting.removeAll(chains.withAllBefore(failed(proof)))) {
                break;
            }
            proof = solve(waiting);
        }
        return Optional.of(proof);
    }

    /** What is late or left out, though somebody is there to do it. */
    private List<Integer> failed(ScheduleProof proof) {
        Solution solution = proof.solution();
        Set<Integer> missed = new TreeSet<>(solution.missed());
        return IntStream.range(0, jobs.size())
                .filter(job -> !blocked(job))
                .filter(job ->
                        missed.contains(job) || solution.starts().get(job).isEmpty())
                .boxed()
                .toList();
    }

    private ScheduleProof solve(Set<Integer> waiting) {
        Instance instance = instance(waiting);
        double work = settings.work() > 0
                ? settings.work()
                : Math.min(MOST_WORK, Math.max(LEAST_WORK, WORK_OF_EACH_TASK * jobs.size()));
        return new ScheduleProof(
                instance,
                solution(new Solver(instance, SEED, work)),
                drafts.stream().map(Draft::id).toList(),
                calendar.teams(),
                office.funds().pools(),
                calendar.first());
    }

    private Solution solution(Solver solver) {
        return earlier.starts().isEmpty()
                ? solver.solve()
                : solver.replan(drafts.stream().map(this::earlierStart).toList());
    }

    private OptionalInt earlierStart(Draft draft) {
        FiscalQuarter start = earlier.starts().get(draft.id());
        return start == null || start.compareTo(calendar.first()) < 0
                ? OptionalInt.empty()
                : OptionalInt.of(start.since(calendar.first()));
    }

    private Instance instance(Set<Integer> waiting) {
        List<Integer> yearOf = new ArrayList<>();
        for (int period = 0; period < calendar.periods(); period++) {
            yearOf.add(calendar.quarter(period).year() - calendar.first().year());
        }
        List<List<Integer>> capacities = new ArrayList<>(calendar.capacities());
        int nobody = capacities.size();
        capacities.add(Collections.nCopies(calendar.periods(), 0));
        List<ProblemTask> tasks = new ArrayList<>();
        for (int job = 0; job < jobs.size(); job++) {
            tasks.add(task(job, nobody, waiting.contains(job)));
        }
        return new Instance(
                yearOf,
                capacities,
                office.funds().budgets(calendar),
                office.cutOvers().all(),
                tasks);
    }

    private ProblemTask task(int index, int nobody, boolean waits) {
        Job job = jobs.get(index);
        CostTable table = costs.get(index);
        int most = job.work().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<ProblemTask.Demand> demands = blocked(index)
                ? List.of(new ProblemTask.Demand(nobody, 1))
                : job.team().isPresent() && most > 0
                        ? List.of(new ProblemTask.Demand(job.team().getAsInt(), most))
                        : List.of();
        OptionalInt deadline = job.deadline().isPresent() && job.deadline().getAsInt() < calendar.periods()
                ? OptionalInt.of(Math.max(0, job.deadline().getAsInt() + 1))
                : OptionalInt.empty();
        return new ProblemTask(
                job.duration(),
                demands,
                job.charge().pool(),
                job.charge().thousands(),
                waits ? job.aligned() : job.release(),
                OptionalInt.empty(),
                job.cutOver(),
                deadline,
                job.predecessors().stream()
                        .map(it -> new ProblemTask.Link(it, 0))
                        .toList(),
                table,
                2 * table.at(table.horizon()) + LEFT_OUT,
                OptionalInt.of(systems.get(drafts.get(index).key().system())));
    }

    private CostTable costs(Draft draft) {
        long[] costs = new long[calendar.periods() + 1];
        long waited = 0;
        for (int period = 0; period < calendar.periods(); period++) {
            long score = draft.useSeen()
                    ? draft.score(settings, calendar.quarter(period).lastDay())
                            .map(Score::high)
                            .orElse(0)
                    : 0;
            waited += score;
            costs[period + 1] = Math.max(costs[period], waited + AFTERWARDS * score);
        }
        return CostTable.of(costs);
    }
}
