package dev.shirube.planner.policy;

import dev.shirube.data.DataNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what a reader of YAML or JSON gives - maps, lists, texts, numbers, truth values - into a table of facts. */
final class PlainTree {

    /** Levels; a pack has seven. */
    private static final int DEPTH = 12;

    private PlainTree() {}

    /** @throws IllegalArgumentException where it is nested too deep */
    static DataNode node(Object value) {
        return node(value, DEPTH);
    }

    private static DataNode node(Object value, int depth) {
        if (depth == 0) {
            throw new IllegalArgumentException("more than " + DEPTH + " levels");
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, DataNode> entries = new LinkedHashMap<>();
            map.forEach((name, entry) -> entries.put(String.valueOf(name), node(entry, depth - 1)));
            return new DataNode.Mapping(entries);
        }
        if (value instanceof List<?> list) {
            return new DataNode.Sequence(
                    list.stream().map(it -> node(it, depth - 1)).toList());
        }
        if (value instanceof Boolean truth) {
            return new DataNode.Truth(truth);
        }
        if (value instanceof Integer || value instanceof Long) {
            return new DataNode.Whole(((Number) value).longValue());
        }
        return value == null ? DataNode.NOTHING : new DataNode.Text(String.valueOf(value));
    }
}
