package dev.shirube.planner.roadmap;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened with a task: it was begun, and perhaps finished.
 *
 * @param start the day on which work began
 * @param end the day on which it was finished; empty while it is under way
 */
public record Actual(LocalDate start, Optional<LocalDate> end) {
    /** Refuses an end before the start. */
    public Actual {
        Objects.requireNonNull(start);
        if (end.isPresent() && end.get().isBefore(start)) {
            throw new IllegalArgumentException("A task that began on " + start + " did not end on " + end.get());
        }
    }

    /** Whether it is finished. */
    public boolean done() {
        return end.isPresent();
    }
}
