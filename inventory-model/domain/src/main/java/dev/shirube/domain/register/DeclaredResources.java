package dev.shirube.domain.register;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.Team;
import java.util.List;

/** The teams with their capacity, and the budgets, as the office declared them; both sorted. */
public record DeclaredResources(List<Team> teams, List<BudgetLine> budgets) {

    /** Keeps sorted, unmodifiable copies. */
    public DeclaredResources {
        teams = teams.stream().sorted().toList();
        budgets = budgets.stream().sorted().toList();
    }
}
