package dev.shirube.planner.roadmap;

/**
 * Work of one task.
 *
 * @param personDays whole person-days
 * @param quarters over how many quarters it is spread evenly, at least one
 * @param assumed whether it comes from the product's planning table, which no source backs, and not from the office
 */
public record Effort(int personDays, int quarters, boolean assumed) {
    /** Refuses less than nothing. */
    public Effort {
        if (personDays < 0 || quarters < 1) {
            throw new IllegalArgumentException(
                    "An effort has no negative days and at least one quarter: " + personDays + ", " + quarters);
        }
    }

    /** Person-days in the quarter of that offset from the start: an even share, the remainder in the first quarters. */
    public int share(int offset) {
        return personDays / quarters + (offset < personDays % quarters ? 1 : 0);
    }
}
