package dev.shirube.catalogue;

import dev.shirube.domain.Resolution;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of one argument: its constants, the call that made it, or only how it was written. */
public sealed interface ArgumentValue {

    /** Nothing is known, and nothing was written that would help. */
    ArgumentValue UNKNOWN = new Expression("", "unknown");

    /**
     * One or more constants; more than one means that each of them can reach the call.
     *
     * @param values texts and whole numbers (as decimal text), sorted, without duplicates; a static field stands as
     *     {@code owner#name}
     * @param resolution how they were followed
     * @param hops how many steps were followed
     * @param open why other values than these are possible too, in one or two words; empty where none is
     */
    record Constants(List<String> values, Resolution resolution, int hops, String open) implements ArgumentValue {
        /** Keeps a sorted, unmodifiable copy; refuses an empty set. */
        public Constants {
            values = values.stream().sorted().distinct().toList();
            if (values.isEmpty()) {
                throw new IllegalArgumentException("Constants without a value");
            }
            Objects.requireNonNull(resolution);
            Objects.requireNonNull(open);
        }

        /** All the values that there are. */
        public Constants(List<String> values, Resolution resolution, int hops) {
            this(values, resolution, hops, "");
        }

        /** One constant written at the call itself. */
        public static Constants literal(String value) {
            return new Constants(List.of(value), Resolution.LITERAL, 0);
        }
    }

    /** The elements of an array or list, each as far as known. */
    record Elements(List<ArgumentValue> values) implements ArgumentValue {
        /** Keeps an unmodifiable copy. */
        public Elements {
            values = List.copyOf(values);
        }
    }

    /**
     * An option object, dictionary or struct that was written out: its entries by name, each as far as known; under {@link
     * CallSite#MORE_ARGUMENTS} an unknown value where there may be others.
     */
    record Options(SortedMap<String, ArgumentValue> entries) implements ArgumentValue {
        /** Keeps a sorted, unmodifiable copy. */
        public Options {
            entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        }
    }

    /**
     * The result of another call of the catalogue, followed through local variables.
     *
     * @param calls names of all methods that are called on the object, as a receiver; nothing where that is not known,
     *     because it leaves the method in which it is made
     */
    record Produced(CallSite by, Optional<Set<String>> calls) implements ArgumentValue {
        /** Refuses null. */
        public Produced {
            Objects.requireNonNull(by);
            Objects.requireNonNull(calls);
        }

        /** An object of which nobody looked what is called on it. */
        public Produced(CallSite by) {
            this(by, Optional.empty());
        }
    }

    /**
     * Not known.
     *
     * @param text the expression as written or rebuilt, shortened; empty where there is none
     * @param reason in one or two words: {@code entry-param}, {@code field}, {@code call}, {@code concatenation}
     */
    record Expression(String text, String reason) implements ArgumentValue {
        /** Refuses null. */
        public Expression {
            Objects.requireNonNull(text);
            Objects.requireNonNull(reason);
        }
    }
}
