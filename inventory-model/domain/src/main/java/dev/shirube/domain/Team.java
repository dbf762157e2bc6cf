package dev.shirube.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * People who carry out migrations, with what they can give per quarter.
 *
 * @param id stable id
 * @param name name as the office writes it
 * @param personDays capacity in person-days for each quarter; a quarter that is not named has none declared
 */
public record Team(String id, String name, Map<FiscalQuarter, Integer> personDays) implements Comparable<Team> {

    /** Keeps a sorted, unmodifiable copy; refuses an empty id and a negative capacity. */
    public Team {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("A team needs an id");
        }
        personDays = Collections.unmodifiableMap(new TreeMap<>(personDays));
        personDays.forEach((quarter, days) -> {
            if (days < 0) {
                throw new IllegalArgumentException("The capacity in " + quarter + " is negative: " + days);
            }
        });
    }

    @Override
    public int compareTo(Team other) {
        return id.compareTo(other.id);
    }
}
