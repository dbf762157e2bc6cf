package dev.shirube.planner.migration;

import dev.shirube.domain.Text;
import java.util.List;
import java.util.Objects;

/**
 * What may take the place of one use in the eyes of one authority.
 *
 * @param choices in its order of preference; empty where it accepts none of the map's targets, or none may be named
 * @param why why there is none, or an empty text
 */
public record StanceView(Stance stance, List<Choice> choices, Text why) {

    /**
     * A target and the parameter sets with which the authority accepts it.
     *
     * @param parameters for example {@code ML-DSA-87} alone of a target that has three; empty where the target names none
     */
    public record Choice(Target target, List<String> parameters) {
        /** Keeps an unmodifiable copy. */
        public Choice {
            Objects.requireNonNull(target);
            parameters = List.copyOf(parameters);
        }
    }

    /** Keeps an unmodifiable copy and refuses null. */
    public StanceView {
        Objects.requireNonNull(stance);
        choices = List.copyOf(choices);
        Objects.requireNonNull(why);
    }

    /** Whether there is something with a final standard to move to; otherwise the task is to wait, with a day of review. */
    public boolean available() {
        return choices.stream().anyMatch(it -> it.target().available());
    }
}
