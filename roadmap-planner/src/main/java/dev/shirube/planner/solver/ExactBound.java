package dev.shirube.planner.solver;

import java.math.BigInteger;
import java.util.OptionalLong;

/** What a certificate proves, in whole numbers: the least that any plan costs which meets all hard deadlines. */
final class ExactBound {
    private final Problem problem;
    private final Windows windows;

    ExactBound(Problem problem, Windows windows) {
        this.problem = problem;
        this.windows = windows;
    }

    /** The bound; nothing where a task that is needed has no start left. */
    OptionalLong of(Certificate certificate) {
        long scale = certificate.scale() * certificate.budgetScale();
        int periods = problem.periods;
        BigInteger total = BigInteger.ZERO;
        long[][] work = new long[problem.teams][periods + 1];
        for (int r = 0; r < problem.teams; r++) {
            for (int p = 0; p < periods; p++) {
                long price = certificate.teams().get(r).get(p) * certificate.budgetScale();
                work[r][p + 1] = work[r][p] + price;
                total = total.subtract(
                        BigInteger.valueOf(price).multiply(BigInteger.valueOf(problem.capacity[r * periods + p])));
            }
        }
        long[][] money = new long[problem.pools][problem.years];
        for (int b = 0; b < problem.pools; b++) {
            for (int y = 0; y < problem.years; y++) {
                money[b][y] = certificate.pools().get(b).get(y) * certificate.scale();
                total = total.subtract(BigInteger.valueOf(money[b][y])
                        .multiply(BigInteger.valueOf(problem.budget[b * problem.years + y])));
            }
        }
        long[][] before = new long[problem.size][];
        long[] after = new long[problem.size];
        for (int j = 0; j < problem.size; j++) {
            before[j] = new long[problem.succ[j].length];
        }
        for (Certificate.Link link : certificate.links()) {
            long price = link.price() * certificate.budgetScale();
            before[link.before()][successor(link)] += price;
            after[link.after()] += price;
            total = total.subtract(BigInteger.valueOf(price * periods));
        }
        for (int j = 0; j < problem.size; j++) {
            OptionalLong least = least(j, scale, work, money, before[j], after[j]);
            if (least.isEmpty()) {
                return OptionalLong.empty();
            }
            total = total.add(BigInteger.valueOf(least.getAsLong()));
        }
        BigInteger[] parts = total.divideAndRemainder(BigInteger.valueOf(scale));
        return OptionalLong.of(parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0));
    }

    private int successor(Certificate.Link link) {
        int[] successors = problem.succ[link.before()];
        for (int k = 0; k < successors.length; k++) {
            if (successors[k] == link.after()) {
                return k;
            }
        }
        throw new IllegalArgumentException("A price for a precedence that does not exist");
    }

    /**
     * A precedence is priced once for each period t: it allows one of "the first starts too late for the other to start by t"
     * and "the other starts by t".
     *
     * @param before price of each precedence to a successor
     * @param after sum of the prices of precedences from predecessors
     */
    private OptionalLong least(int j, long scale, long[][] work, long[][] money, long[] before, long after) {
        int d = problem.duration[j];
        long least = Long.MAX_VALUE;
        for (int s = windows.head[j]; s <= windows.tail[j]; s++) {
            if (!problem.calendarAllows(j, s)) {
                continue;
            }
            long value = problem.costOfStart[j][s] * scale + after * (problem.periods - s);
            for (int k = 0; k < before.length; k++) {
                value += before[k] * Math.min(problem.periods, Math.max(0, s + problem.succGap[j][k]));
            }
            for (int k = 0; k < problem.demandTeam[j].length; k++) {
                long[] w = work[problem.demandTeam[j][k]];
                value += problem.demandAmount[j][k] * (w[s + d] - w[s]);
            }
            if (problem.pool[j] >= 0) {
                for (int o = 0; o < d; o++) {
                    value += problem.cost[j][o] * money[problem.pool[j]][problem.yearOf[s + o]];
                }
            }
            least = Math.min(least, value);
        }
        if (!windows.needed[j]) {
            long value = problem.dropCost[j] * scale;
            for (long price : before) {
                value += price * problem.periods;
            }
            least = Math.min(least, value);
        }
        return least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
    }
}
