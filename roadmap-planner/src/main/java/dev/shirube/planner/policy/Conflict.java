package dev.shirube.planner.policy;

import dev.shirube.domain.Text;
import java.util.List;
import java.util.Objects;

/**
 * A question on which authorities do not agree; reported, never resolved in silence.
 *
 * @param id id of the row, for example {@code kem-level}
 * @param text what the two sides say, in one sentence
 * @param kind whether one setting cannot satisfy both, or both hold with two dates
 * @param one the rules on one side
 * @param other the rules on the other
 */
public record Conflict(String id, Text name, Text text, Kind kind, List<Citation> one, List<Citation> other) {

    /** How the two sides stand to each other. */
    public enum Kind {
        /** One setting cannot satisfy both. */
        CONTRADICTION("contradiction", new Text("矛盾", "contradiction")),
        /** Both hold, with two dates: the earlier governs what it speaks of. */
        CLOCKS("clocks", new Text("二つの期日", "two clocks"));

        private final String id;
        private final Text label;

        Kind(String id, Text label) {
            this.id = id;
            this.label = label;
        }

        /** The id that the table carries. */
        public String id() {
            return id;
        }

        /** What reports print. */
        public Text label() {
            return label;
        }
    }

    /** Keeps unmodifiable copies and refuses null. */
    public Conflict {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
        Objects.requireNonNull(kind);
        one = List.copyOf(one);
        other = List.copyOf(other);
    }
}
