package dev.shirube.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One node of a table of facts: a mapping, a list, a text, an integer, a truth value, or nothing.
 *
 * <p>Order is the order of the authored file. A look-up that finds nothing answers {@link Nothing}, so that a chain of
 * look-ups needs no null check; a look-up that finds the wrong kind throws {@link IllegalStateException}, because a
 * compiled table of ours with the wrong shape is a fault of ours.
 */
public sealed interface DataNode {

    /** A mapping from names to nodes, in authored order. */
    record Mapping(Map<String, DataNode> entries) implements DataNode {
        /** Keeps an unmodifiable copy in the given order. */
        public Mapping {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** A list of nodes, in authored order. */
    record Sequence(List<DataNode> items) implements DataNode {
        /** Keeps an unmodifiable copy. */
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A text; dates and versions are texts too, so nothing is reinterpreted on the way. */
    record Text(String value) implements DataNode {}

    /** A whole number; YAML's hexadecimal form is read as its value. */
    record Whole(long value) implements DataNode {}

    /** A truth value. */
    record Truth(boolean value) implements DataNode {}

    /** An explicit null in the authored file, or the answer to a look-up that found no entry. */
    record Nothing() implements DataNode {}

    /** The one instance worth having of {@link Nothing}. */
    DataNode NOTHING = new Nothing();

    /** The entry of that name; {@link #NOTHING} if this node has none. */
    default DataNode get(String name) {
        return this instanceof Mapping mapping ? mapping.entries().getOrDefault(name, NOTHING) : NOTHING;
    }

    /** Whether there is something here: false only for {@link Nothing}. */
    default boolean present() {
        return !(this instanceof Nothing);
    }

    /** The items of a list; of a single value that one value; of nothing an empty list. */
    default List<DataNode> items() {
        if (this instanceof Sequence sequence) {
            return sequence.items();
        }
        return present() ? List.of(this) : List.of();
    }

    /** The items as texts, each by {@link #text()}. */
    default List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (DataNode item : items()) {
            texts.add(item.text());
        }
        return List.copyOf(texts);
    }

    /** The entries of a mapping; of nothing an empty map. */
    default Map<String, DataNode> entries() {
        if (this instanceof Mapping mapping) {
            return mapping.entries();
        }
        if (!present()) {
            return Map.of();
        }
        throw new IllegalStateException("A mapping was expected, but the table holds " + this);
    }

    /** The value as text; a number or truth value in its plain decimal or English form. */
    default String text() {
        if (this instanceof Text text) {
            return text.value();
        }
        if (this instanceof Whole whole) {
            return Long.toString(whole.value());
        }
        if (this instanceof Truth truth) {
            return Boolean.toString(truth.value());
        }
        throw new IllegalStateException("A text was expected, but the table holds " + this);
    }

    /** The value as text, or nothing where there is none. */
    default Optional<String> optionalText() {
        return present() ? Optional.of(text()) : Optional.empty();
    }

    /** The value as text, or the other where there is none. */
    default String textOr(String other) {
        return present() ? text() : other;
    }

    /** The value as a whole number. */
    default long whole() {
        if (this instanceof Whole whole) {
            return whole.value();
        }
        throw new IllegalStateException("A whole number was expected, but the table holds " + this);
    }

    /** The value as a whole number that fits an {@code int}, or the other where there is none. */
    default int intOr(int other) {
        return present() ? Math.toIntExact(whole()) : other;
    }

    /** The truth value, or the other where there is none. */
    default boolean truthOr(boolean other) {
        return this instanceof Truth truth ? truth.value() : other;
    }
}
