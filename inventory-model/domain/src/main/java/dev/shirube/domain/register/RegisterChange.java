package dev.shirube.domain.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an import does to one entry of a register.
 *
 * @param key what tells the entry from others
 * @param fields what is different, in the order of the columns; all that is filled in for a new entry
 */
public record RegisterChange(Kind kind, String key, List<Field> fields) {

    /** What becomes of the entry. */
    public enum Kind {
        NEW,
        CHANGED,
        UNCHANGED,
        GONE
    }

    /** One cell, before and after; empty where nothing is declared. */
    public record Field(String title, String before, String after) {}

    /** Keeps an unmodifiable copy. */
    public RegisterChange {
        fields = List.copyOf(fields);
    }

    /**
     * Compares two tables of one register cell by cell, as they would be exported.
     *
     * @param before a header and its rows
     * @param after a header and its rows
     * @param keys how many leading columns tell a row from others
     * @return the entries of {@code after} in its order, then those that only {@code before} has
     */
    public static List<RegisterChange> between(List<List<String>> before, List<List<String>> after, int keys) {
        Map<String, Map<String, String>> known = entries(before, keys);
        List<RegisterChange> changes = new ArrayList<>();
        entries(after, keys).forEach((key, cells) -> {
            Map<String, String> old = known.remove(key);
            List<Field> fields = fields(old == null ? Map.of() : old, cells);
            Kind same = fields.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED;
            changes.add(new RegisterChange(old == null ? Kind.NEW : same, key, fields));
        });
        known.forEach((key, cells) -> changes.add(new RegisterChange(Kind.GONE, key, fields(cells, Map.of()))));
        return List.copyOf(changes);
    }

    /**
     * Compares the cells of one entry.
     *
     * @param before by title, in the order of the columns; empty for a new entry
     * @param after the same; empty for one that is gone
     */
    static RegisterChange of(String key, Optional<Map<String, String>> before, Optional<Map<String, String>> after) {
        List<Field> fields = fields(before.orElse(Map.of()), after.orElse(Map.of()));
        Kind both = fields.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED;
        return new RegisterChange(before.isEmpty() ? Kind.NEW : after.isEmpty() ? Kind.GONE : both, key, fields);
    }

    private static List<Field> fields(Map<String, String> before, Map<String, String> after) {
        Set<String> titles = new LinkedHashSet<>(after.keySet());
        titles.addAll(before.keySet());
        List<Field> fields = new ArrayList<>();
        for (String title : titles) {
            Field field = new Field(title, before.getOrDefault(title, ""), after.getOrDefault(title, ""));
            if (!field.before().equals(field.after())) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static Map<String, Map<String, String>> entries(List<List<String>> table, int keys) {
        Map<String, Map<String, String>> entries = new LinkedHashMap<>();
        for (List<String> row : table.subList(Math.min(1, table.size()), table.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = keys; i < row.size(); i++) {
                cells.put(table.get(0).get(i), row.get(i));
            }
            entries.put(String.join(" ", row.subList(0, keys)), cells);
        }
        return entries;
    }
}
