package dev.shirube.planner.check;

import dev.shirube.planner.solver.Certificate;
import dev.shirube.planner.solver.Instance;
import dev.shirube.planner.solver.ProblemTask;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the prices of a certificate prove, from the problem alone: every plan that meets all hard deadlines costs at least so
 * much. Any prices that are not negative prove something, by weak duality; wrong ones prove less.
 */
final class CertificateBound {
    private final Instance instance;
    private final int periods;
    private final int[] first;
    private final int[] last;
    private final boolean[] must;

    CertificateBound(Instance instance) {
        this.instance = instance;
        periods = instance.periods();
        int size = instance.tasks().size();
        first = new int[size];
        last = new int[size];
        must = new boolean[size];
        List<Integer> order = instance.order();
        for (int j : order) {
            first[j] = first(j);
            last[j] = last(j);
        }
        // What a task with a deadline waits for must be planned too, and in time for it.
        for (int at = size - 1; at >= 0; at--) {
            int j = order.get(at);
            for (ProblemTask.Link link : task(j).predecessors()) {
                if (must[j]) {
                    int before = link.task();
                    must[before] = true;
                    last[before] = Math.min(last[before], last[j] - task(before).duration() - link.lag());
                }
            }
        }
    }

    private ProblemTask task(int j) {
        return instance.tasks().get(j);
    }

    private int first(int j) {
        int start = task(j).release();
        for (ProblemTask.Link link : task(j).predecessors()) {
            start = Math.max(start, first[link.task()] + task(link.task()).duration() + link.lag());
        }
        while (start + task(j).duration() <= periods && !mayEnd(j, start)) {
            start++;
        }
        return start;
    }

    private int last(int j) {
        int start = Math.min(periods - task(j).duration(), task(j).latestStart().orElse(periods));
        OptionalInt deadline = task(j).deadline();
        must[j] = deadline.isPresent();
        return deadline.isPresent() ? Math.min(start, deadline.getAsInt() - task(j).duration()) : start;
    }

    private boolean mayEnd(int j, int start) {
        OptionalInt calendar = task(j).calendar();
        return calendar.isEmpty()
                || instance.calendars().get(calendar.getAsInt()).get(start + task(j).duration() - 1);
    }

    /** The bound, rounded up; nothing where a task that must be done has no start left. */
    OptionalLong of(Certificate certificate) {
        BigInteger scale =
                BigInteger.valueOf(certificate.scale()).multiply(BigInteger.valueOf(certificate.budgetScale()));
        BigInteger team = BigInteger.valueOf(certificate.budgetScale());
        BigInteger pool = BigInteger.valueOf(certificate.scale());
        BigInteger total = worth(certificate.teams(), instance.capacities())
                .multiply(team)
                .add(worth(certificate.pools(), instance.budgets()).multiply(pool))
                .negate();
        List<List<Certificate.Link>> out = lists();
        long[] in = new long[instance.tasks().size()];
        for (Certificate.Link link : certificate.links()) {
            out.get(link.before()).add(link);
            in[link.after()] += link.price();
            total = total.subtract(BigInteger.valueOf(link.price() * periods).multiply(team));
        }
        for (int j = 0; j < instance.tasks().size(); j++) {
            BigInteger least = null;
            for (int s = first[j]; s <= last[j]; s++) {
                if (mayEnd(j, s)) {
                    BigInteger value = BigInteger.valueOf(task(j).costs().at(s + task(j).duration()))
                            .multiply(scale)
                            .add(BigInteger.valueOf(
                                            work(j, s, certificate) + links(out.get(j), s) + in[j] * (periods - s))
                                    .multiply(team))
                            .add(BigInteger.valueOf(money(j, s, certificate)).multiply(pool));
                    least = least == null ? value : least.min(value);
                }
            }
            if (!must[j]) {
                BigInteger left = BigInteger.valueOf(task(j).dropCost())
                        .multiply(scale)
                        .add(BigInteger.valueOf(links(out.get(j), 2 * periods + 1))
                                .multiply(team));
                least = least == null ? left : least.min(left);
            }
            if (least == null) {
                return OptionalLong.empty();
            }
            total = total.add(least);
        }
        BigInteger[] parts = total.divideAndRemainder(scale);
        return OptionalLong.of(parts[0].add(parts[1].signum() > 0 ? BigInteger.ONE : BigInteger.ZERO)
                .longValueExact());
    }

    private List<List<Certificate.Link>> lists() {
        List<List<Certificate.Link>> lists = new ArrayList<>();
        for (int j = 0; j < instance.tasks().size(); j++) {
            lists.add(new ArrayList<>(2));
        }
        return lists;
    }

    private static BigInteger worth(List<List<Long>> prices, List<List<Integer>> given) {
        BigInteger sum = BigInteger.ZERO;
        for (int row = 0; row < given.size(); row++) {
            for (int at = 0; at < given.get(row).size(); at++) {
                sum = sum.add(BigInteger.valueOf(prices.get(row).get(at))
                        .multiply(BigInteger.valueOf(given.get(row).get(at))));
            }
        }
        return sum;
    }

    private long work(int j, int start, Certificate certificate) {
        long sum = 0;
        for (ProblemTask.Demand demand : task(j).demands()) {
            List<Long> prices = certificate.teams().get(demand.team());
            for (int o = 0; o < task(j).duration(); o++) {
                sum += demand.amount() * prices.get(start + o);
            }
        }
        return sum;
    }

    private long money(int j, int start, Certificate certificate) {
        long sum = 0;
        for (int o = 0; task(j).pool().isPresent() && o < task(j).duration(); o++) {
            List<Long> prices = certificate.pools().get(task(j).pool().getAsInt());
            sum += task(j).cost().get(o) * prices.get(instance.yearOf().get(start + o));
        }
        return sum;
    }

    /**
     * A precedence allows, at each time, either that its first task starts too late or that the other has started; here the
     * number of times at which the first starts too late.
     */
    private long links(List<Certificate.Link> links, int start) {
        long sum = 0;
        for (Certificate.Link link : links) {
            int times = start + task(link.before()).duration() + lag(link);
            sum += link.price() * Math.max(0, Math.min(periods, times));
        }
        return sum;
    }

    private int lag(Certificate.Link link) {
        return task(link.after()).predecessors().stream()
                .filter(it -> it.task() == link.before())
                .mapToInt(ProblemTask.Link::lag)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A price for a precedence that does not exist"));
    }
}
