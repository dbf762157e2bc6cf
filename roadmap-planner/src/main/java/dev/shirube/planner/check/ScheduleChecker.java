package dev.shirube.planner.check;

import dev.shirube.domain.Text;
import dev.shirube.planner.solver.Instance;
import dev.shirube.planner.solver.ProblemTask;
import dev.shirube.planner.solver.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Checks a schedule against its problem: windows, precedence, capacity and money, what it says it costs and misses, and what
 * its certificate proves. It shares nothing with the solver but the values that go in and come out.
 */
public final class ScheduleChecker {
    private final Instance instance;
    private final Solution solution;
    private final List<Violation> violations = new ArrayList<>();

    private ScheduleChecker(Instance instance, Solution solution) {
        this.instance = instance;
        this.solution = solution;
    }

    /** Everything that is wrong, in a fixed order; the subjects are indices of tasks, teams and budgets. */
    public static List<Violation> check(Instance instance, Solution solution) {
        ScheduleChecker checker = new ScheduleChecker(instance, solution);
        if (solution.starts().size() != instance.tasks().size()) {
            checker.add(Violation.Kind.COVERAGE, "", "作業の数が問題と一致しない", "it does not place the tasks of the problem");
            return List.copyOf(checker.violations);
        }
        checker.places();
        checker.amounts();
        checker.sums();
        checker.bound();
        return List.copyOf(checker.violations);
    }

    private ProblemTask task(int j) {
        return instance.tasks().get(j);
    }

    private void places() {
        for (int j = 0; j < instance.tasks().size(); j++) {
            OptionalInt start = solution.starts().get(j);
            if (start.isPresent()) {
                window(j, start.getAsInt());
                predecessors(j, start.getAsInt());
            }
        }
    }

    private void window(int j, int start) {
        ProblemTask task = task(j);
        int end = start + task.duration();
        if (start < task.release() || start > task.latestStart().orElse(start) || end > instance.periods()) {
            add(Violation.Kind.WINDOW, name(j), "期間 " + start + " には着手できない", "it may not start in period " + start);
        } else if (task.calendar().isPresent()
                && !instance.calendars().get(task.calendar().getAsInt()).get(end - 1)) {
            add(Violation.Kind.WINDOW, name(j), "凍結期間に終わる", "it ends in period " + (end - 1) + ", which is frozen");
        }
    }

    private void predecessors(int j, int start) {
        for (ProblemTask.Link link : task(j).predecessors()) {
            OptionalInt before = solution.starts().get(link.task());
            boolean kept = before.isPresent()
                    && start >= before.getAsInt() + task(link.task()).duration() + link.lag();
            if (!kept) {
                add(
                        Violation.Kind.PRECEDENCE,
                        name(j),
                        "先行作業 " + link.task() + " の前に始まる",
                        "it starts before its predecessor " + link.task() + " allows");
            }
        }
    }

    private void amounts() {
        int periods = instance.periods();
        long[][] work = new long[instance.capacities().size()][periods];
        long[][] money = new long[instance.budgets().size()][instance.yearOf().get(periods - 1) + 1];
        for (int j = 0; j < instance.tasks().size(); j++) {
            OptionalInt start = solution.starts().get(j);
            for (int o = 0; start.isPresent() && o < task(j).duration(); o++) {
                int period = start.getAsInt() + o;
                if (period < 0 || period >= periods) {
                    continue;
                }
                for (ProblemTask.Demand demand : task(j).demands()) {
                    work[demand.team()][period] += demand.amount();
                }
                if (task(j).pool().isPresent()) {
                    money[task(j).pool().getAsInt()][instance.yearOf().get(period)] +=
                            task(j).cost().get(o);
                }
            }
        }
        above(Violation.Kind.CAPACITY, work, instance.capacities());
        above(Violation.Kind.BUDGET, money, instance.budgets());
    }

    private void above(Violation.Kind kind, long[][] used, List<List<Integer>> given) {
        for (int row = 0; row < used.length; row++) {
            for (int at = 0; at < used[row].length; at++) {
                int limit = given.get(row).get(at);
                if (used[row][at] > limit) {
                    add(
                            kind,
                            String.valueOf(row),
                            at + " で " + limit + " に対し " + used[row][at],
                            used[row][at] + " where " + limit + " are given, in " + at);
                }
            }
        }
    }

    private void sums() {
        long objective = 0;
        List<Integer> missed = new ArrayList<>();
        for (int j = 0; j < instance.tasks().size(); j++) {
            OptionalInt start = solution.starts().get(j);
            int end = start.isPresent() ? start.getAsInt() + task(j).duration() : Integer.MAX_VALUE;
            objective += start.isPresent() && end <= instance.periods()
                    ? task(j).costs().at(end)
                    : task(j).dropCost();
            if (task(j).deadline().isPresent() && end > task(j).deadline().getAsInt()) {
                missed.add(j);
            }
        }
        if (objective != solution.objective()) {
            add(
                    Violation.Kind.COST,
                    "",
                    "費用の合計は " + objective + " であり " + solution.objective() + " ではない",
                    "it costs " + objective + " and not " + solution.objective());
        }
        if (!missed.equals(solution.missed())) {
            add(
                    Violation.Kind.DEADLINE,
                    "",
                    "期限に間に合わない作業の一覧が一致しない",
                    "the tasks that miss their deadline are others than it says");
        }
    }

    /** A bound must follow from the certificate, and none may be above a plan that meets all deadlines. */
    private void bound() {
        if (solution.bound().isEmpty()) {
            return;
        }
        OptionalLong proved = new CertificateBound(instance).of(solution.certificate());
        boolean met = solution.missed().isEmpty();
        if (!proved.equals(solution.bound()) || met && proved.getAsLong() > solution.objective()) {
            add(
                    Violation.Kind.BOUND,
                    "",
                    "証明から得られる下界は " + text(proved) + " であり " + text(solution.bound()) + " ではない",
                    "its certificate proves " + text(proved) + " and not " + text(solution.bound()));
        }
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : "-";
    }

    private static String name(int j) {
        return String.valueOf(j);
    }

    private void add(Violation.Kind kind, String subject, String ja, String en) {
        violations.add(new Violation(kind, subject, new Text(ja, en)));
    }
}
