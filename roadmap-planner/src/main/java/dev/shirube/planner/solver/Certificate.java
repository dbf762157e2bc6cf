package dev.shirube.planner.solver;

import java.util.List;

/**
 * Prices that bound the cost of every plan from below: whoever evaluates them needs no solver. By weak duality any prices
 * that are not negative give a valid bound, so a wrong certificate can only be weak.
 *
 * @param scale what the prices of teams and links are multiplied by
 * @param budgetScale what the prices of budgets are multiplied by
 * @param teams for each team the price of a unit of its work in each period
 * @param pools for each pool the price of a unit of its money in each fiscal year
 * @param links prices of precedences; those that cost nothing are left out
 */
public record Certificate(
        long scale, long budgetScale, List<List<Long>> teams, List<List<Long>> pools, List<Link> links) {

    /** The price of one precedence, the same at every time. */
    public record Link(int before, int after, long price) {}

    /** Keeps unmodifiable copies. */
    public Certificate {
        teams = teams.stream().map(List::copyOf).toList();
        pools = pools.stream().map(List::copyOf).toList();
        links = List.copyOf(links);
    }
}
