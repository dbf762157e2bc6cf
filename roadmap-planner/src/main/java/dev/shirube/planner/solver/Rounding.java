package dev.shirube.planner.solver;

import java.util.ArrayList;
import java.util.List;

/** Rounds the dual's prices to the whole numbers of a certificate; the bound is that of the rounded ones. */
final class Rounding {
    private static final long SCALE = 1_000;
    private static final long BUDGET_SCALE = 1_000_000;

    private Rounding() {}

    static Certificate certificate(Problem problem, Dual dual) {
        List<List<Long>> teams = new ArrayList<>();
        for (int r = 0; r < problem.teams; r++) {
            List<Long> row = new ArrayList<>();
            for (int p = 0; p < problem.periods; p++) {
                row.add(Math.round(dual.teamPrice(r, p) * SCALE));
            }
            teams.add(row);
        }
        List<List<Long>> pools = new ArrayList<>();
        for (int b = 0; b < problem.pools; b++) {
            List<Long> row = new ArrayList<>();
            for (int y = 0; y < problem.years; y++) {
                row.add(Math.round(dual.poolPrice(b, y) * BUDGET_SCALE));
            }
            pools.add(row);
        }
        List<Certificate.Link> links = new ArrayList<>();
        int link = 0;
        for (int j = 0; j < problem.size; j++) {
            for (int before : problem.pred[j]) {
                long price = Math.round(dual.linkPrice(link++) * SCALE);
                if (price > 0) {
                    links.add(new Certificate.Link(before, j, price));
                }
            }
        }
        return new Certificate(SCALE, BUDGET_SCALE, teams, pools, links);
    }
}
