package dev.shirube.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was looked at: for each unit and detector, how many inputs came to which end.
 *
 * <p>A merge keeps the larger number for the same key, so that it is associative, commutative and idempotent.
 */
public record Coverage(Map<Key, Amount> rows) {

    /** Nothing looked at. */
    public static final Coverage NONE = new Coverage(Map.of());

    /**
     * In the place of a detector: what became of each file of a unit, all detectors together. These rows add up to the number
     * of files; a file is read if some detector read it, and failed if some detector could not.
     */
    public static final String FILE = "file";

    /** In the place of a detector: skipped since the user asked only for what differs from a revision. */
    public static final String UNCHANGED = "unchanged";

    /** What became of an input, as one detector saw it. */
    public enum Outcome {
        /** Read and understood by the detector. */
        READ,
        /** Its bytes were searched and hold none of the detector's anchors. */
        NO_ANCHOR,
        /**
         * Could not be read, or only in part; a diagnostic whose code {@linkplain DiagnosticCode#partlyRead() takes away
         * from what was read} says why. Advice about an input that was read whole, such as a certificate that it names
         * and that stands elsewhere, leaves it {@link #READ}.
         */
        FAILED,
        /** Left out by the user's own choice of paths. */
        EXCLUDED,
        /** No detector reads this kind of file. */
        NOT_READ,
        /** Not shown to any detector, by the rule that is named in the place of a detector, such as {@code link}. */
        SKIPPED
    }

    /**
     * What an amount is about.
     *
     * @param unit logical path of the unit; the scanned root itself is {@code .}
     * @param detector id of the detector; {@code -} where the outcome is before any detector, {@link #FILE} for all of them
     */
    public record Key(String unit, String detector, Outcome outcome) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = unit.compareTo(other.unit);
            order = order != 0 ? order : detector.compareTo(other.detector);
            return order != 0 ? order : outcome.compareTo(other.outcome);
        }
    }

    /** How many inputs, and how many bytes in them. */
    public record Amount(long inputs, long bytes) {
        Amount max(Amount other) {
            return new Amount(Math.max(inputs, other.inputs), Math.max(bytes, other.bytes));
        }
    }

    /** Keeps a sorted, unmodifiable copy. */
    public Coverage {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }

    /** Both together; see the type. */
    public Coverage merge(Coverage other) {
        return of(List.of(this, other));
    }

    /** All of them together; see the type. */
    public static Coverage of(Collection<Coverage> all) {
        Map<Key, Amount> merged = new TreeMap<>();
        all.forEach(it -> it.rows.forEach((key, amount) -> merged.merge(key, amount, Amount::max)));
        return new Coverage(merged);
    }

    /** The sum of the inputs that came to that end at that detector. */
    public long inputs(String detector, Outcome outcome) {
        long sum = 0;
        for (Map.Entry<Key, Amount> row : rows.entrySet()) {
            if (row.getKey().outcome() == outcome && row.getKey().detector().equals(detector)) {
                sum += row.getValue().inputs();
            }
        }
        return sum;
    }
}
