package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Team;
import dev.shirube.planner.PlanSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The quarters that can be planned, and what each team can give in them. */
final class TeamCalendar {

    private final FiscalQuarter first;
    private final int periods;
    private final List<Team> teams;

    TeamCalendar(PlanSettings settings, List<Team> teams) {
        FiscalQuarter current = FiscalQuarter.of(settings.asOf());
        this.first = current.firstDay().equals(settings.asOf()) ? current : current.plus(1);
        this.periods = Math.max(0, settings.horizon().since(first) + 1);
        this.teams = teams;
    }

    /** The first whole quarter that lies ahead. */
    FiscalQuarter first() {
        return first;
    }

    int periods() {
        return periods;
    }

    boolean constrained() {
        return !teams.isEmpty();
    }

    FiscalQuarter quarter(int period) {
        return first.plus(period);
    }

    /** The last period that ends on or before that day; negative where none does. */
    int lastPeriodBy(LocalDate day) {
        FiscalQuarter quarter = FiscalQuarter.of(day);
        int period = quarter.since(first);
        return quarter.lastDay().isAfter(day) ? period - 1 : period;
    }

    Optional<Team> team(String id) {
        return teams.stream().filter(team -> team.id().equals(id)).findFirst();
    }

    OptionalInt index(String id) {
        for (int index = 0; index < teams.size(); index++) {
            if (teams.get(index).id().equals(id)) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /** Their ids. */
    List<String> teams() {
        return teams.stream().map(Team::id).toList();
    }

    /** For each team its capacity in each period; what is not declared is none. */
    List<List<Integer>> capacities() {
        List<List<Integer>> capacities = new ArrayList<>();
        for (Team team : teams) {
            List<Integer> row = new ArrayList<>();
            for (int period = 0; period < periods; period++) {
                row.add(team.personDays().getOrDefault(quarter(period), 0));
            }
            capacities.add(row);
        }
        return capacities;
    }

    /** The most that the team can give in one quarter of the plan; 0 where it is not declared. */
    int largestCapacity(String id) {
        OptionalInt index = index(id);
        return index.isEmpty()
                ? 0
                : capacities().get(index.getAsInt()).stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
    }
}
