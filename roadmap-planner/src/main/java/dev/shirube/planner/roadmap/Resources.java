package dev.shirube.planner.roadmap;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.Team;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an office can give: people, money, and how much work it expects of each kind of task.
 *
 * @param teams sorted by id; empty means that no capacity was declared
 * @param budgets sorted; shown beside the plan, not yet a constraint of it
 * @param personDays the office's own effort for a kind of task, which takes the place of the planning table's
 */
public record Resources(List<Team> teams, List<BudgetLine> budgets, SortedMap<TaskKind, Integer> personDays) {

    /** Nothing declared. */
    public static final Resources NONE = new Resources(List.of(), List.of(), Collections.emptySortedMap());

    /** Keeps sorted, unmodifiable copies; refuses two teams of one id and a negative effort. */
    public Resources {
        if (teams.stream().map(Team::id).distinct().count() != teams.size()) {
            throw new IllegalArgumentException("Two teams have the same id. Give each team an id of its own.");
        }
        teams = List.copyOf(new TreeSet<>(teams));
        budgets = budgets.stream().sorted().toList();
        personDays = Collections.unmodifiableSortedMap(new TreeMap<>(personDays));
        for (Map.Entry<TaskKind, Integer> entry : personDays.entrySet()) {
            if (entry.getValue() < 0) {
                throw new IllegalArgumentException("The effort of "
                        + entry.getKey().id() + " is negative: " + entry.getValue() + ". Give whole person-days.");
            }
        }
    }

    /** Those teams, and nothing else. */
    public static Resources of(List<Team> teams) {
        return new Resources(teams, List.of(), Collections.emptySortedMap());
    }
}
