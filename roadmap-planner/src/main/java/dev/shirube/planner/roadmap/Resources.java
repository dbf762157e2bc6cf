package dev.shirube.planner.roadmap;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Team;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.ResourceCalendar;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an office can give: people, money, calendars, and how much work it expects of each kind of task.
 *
 * @param teams sorted by id, with their capacity by quarter; empty means that no capacity was declared
 * @param budgets sorted, by department: what summaries show
 * @param personDays an effort for a kind of task, which takes the place of every table's
 * @param office everything declared: budget lines, freezes, lead times, efforts and releases are read from here
 */
public record Resources(
        List<Team> teams, List<BudgetLine> budgets, SortedMap<TaskKind, Integer> personDays, OfficeResources office) {

    /** Nothing declared. */
    public static final Resources NONE =
            new Resources(List.of(), List.of(), Collections.emptySortedMap(), OfficeResources.NONE);

    /** Keeps sorted, unmodifiable copies; refuses two teams of one id and a negative effort. */
    public Resources {
        if (teams.stream().map(Team::id).distinct().count() != teams.size()) {
            throw new IllegalArgumentException("Two teams have the same id. Give each team an id of its own.");
        }
        teams = List.copyOf(new TreeSet<>(teams));
        budgets = budgets.stream().sorted().toList();
        personDays = Collections.unmodifiableSortedMap(new TreeMap<>(personDays));
        Objects.requireNonNull(office);
        for (Map.Entry<TaskKind, Integer> entry : personDays.entrySet()) {
            if (entry.getValue() < 0) {
                throw new IllegalArgumentException("The effort of "
                        + entry.getKey().id() + " is negative: " + entry.getValue() + ". Give whole person-days.");
            }
        }
    }

    /** Teams, departments' budgets and efforts alone: no line of money binds the schedule, and no calendar. */
    public Resources(List<Team> teams, List<BudgetLine> budgets, SortedMap<TaskKind, Integer> personDays) {
        this(teams, budgets, personDays, OfficeResources.NONE);
    }

    /** Those teams, and nothing else. */
    public static Resources of(List<Team> teams) {
        return new Resources(teams, List.of(), Collections.emptySortedMap());
    }

    /** Everything declared, for the quarters from the first whole one after that day to the last one. */
    public static Resources of(OfficeResources office, LocalDate asOf, FiscalQuarter last) {
        return new Resources(
                ResourceCalendar.quarterly(office, asOf, last),
                office.budgetLines(),
                Collections.emptySortedMap(),
                office);
    }

    /** The same with those teams. */
    public Resources withTeams(List<Team> changed) {
        return new Resources(changed, budgets, personDays, office);
    }

    /** The same with that declared of all but teams. */
    public Resources withOffice(OfficeResources changed) {
        return new Resources(teams, changed.budgetLines(), personDays, changed);
    }
}
