package dev.shirube.domain.office;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.ExceptionGrant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that an office wrote into the forms of its plan, cell by cell, each with where it was written, by whom and when.
 *
 * <p>A row is kept although the plan no longer has its task or question: derived anew, it finds what was written about it.
 *
 * @param cells the cells by form, by the id of their row and by the id of their column, as the Japanese form writes them
 */
public record OfficeEdits(Map<OfficeForm, SortedMap<String, SortedMap<String, Declaration<String>>>> cells) {

    /** Nothing was written. */
    public static final OfficeEdits NONE = new OfficeEdits(Map.of());

    private static final String HEAD = "shirube-office/1";
    private static final int FIELDS = 7;

    /** Keeps sorted, unmodifiable copies; a row without a cell is none. */
    public OfficeEdits {
        Map<OfficeForm, SortedMap<String, SortedMap<String, Declaration<String>>>> forms =
                new EnumMap<>(OfficeForm.class);
        cells.forEach((form, rows) -> {
            SortedMap<String, SortedMap<String, Declaration<String>>> kept = new TreeMap<>();
            rows.forEach((id, row) -> {
                SortedMap<String, Declaration<String>> known = new TreeMap<>(row);
                known.values().removeIf(it -> !it.known());
                if (!known.isEmpty()) {
                    kept.put(id, Collections.unmodifiableSortedMap(known));
                }
            });
            forms.put(form, Collections.unmodifiableSortedMap(kept));
        });
        cells = Collections.unmodifiableMap(forms);
    }

    /** The same with those cells of that row; one that declares nothing is taken away. */
    public OfficeEdits with(OfficeForm form, String id, Map<String, Declaration<String>> row) {
        Map<OfficeForm, SortedMap<String, SortedMap<String, Declaration<String>>>> forms =
                new EnumMap<>(OfficeForm.class);
        forms.putAll(cells);
        SortedMap<String, SortedMap<String, Declaration<String>>> rows = new TreeMap<>(rows(form));
        SortedMap<String, Declaration<String>> merged =
                new TreeMap<>(rows.getOrDefault(id, Collections.emptySortedMap()));
        merged.putAll(row);
        rows.put(id, merged);
        forms.put(form, rows);
        return new OfficeEdits(forms);
    }

    /** The rows of a form, by their ids. */
    public SortedMap<String, SortedMap<String, Declaration<String>>> rows(OfficeForm form) {
        return cells.getOrDefault(form, Collections.emptySortedMap());
    }

    /** The cells of a row that were written, by the ids of their columns. */
    public Map<String, String> row(OfficeForm form, String id) {
        Map<String, String> row = new TreeMap<>();
        rows(form)
                .getOrDefault(id, Collections.emptySortedMap())
                .forEach((column, cell) -> cell.value().ifPresent(value -> row.put(column, value)));
        return row;
    }

    /** What was written about that task. */
    public TaskEdit task(String id) {
        return TaskEdit.of(row(OfficeForm.TASKS, id));
    }

    /** What was written about tasks, by their ids. */
    public SortedMap<String, TaskEdit> tasks() {
        SortedMap<String, TaskEdit> tasks = new TreeMap<>();
        rows(OfficeForm.TASKS).keySet().forEach(id -> tasks.put(id, task(id)));
        return tasks;
    }

    /** What was answered to that question. */
    public IssueAnswer answer(String id) {
        return IssueAnswer.of(row(OfficeForm.ISSUES, id));
    }

    /** The exceptions that were granted, by their ids. */
    public List<ExceptionGrant> exceptions() {
        List<ExceptionGrant> grants = new ArrayList<>();
        rows(OfficeForm.EXCEPTIONS)
                .keySet()
                .forEach(id ->
                        ExceptionCells.of(id, row(OfficeForm.EXCEPTIONS, id)).ifPresent(grants::add));
        return List.copyOf(grants);
    }

    /** As bytes, the same for the same edits: lines of text in UTF-8. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        cells.forEach((form, rows) -> rows.forEach((id, row) -> row.forEach((column, cell) -> text.append(String.join(
                        "\t",
                        form.id(),
                        escaped(id),
                        column,
                        escaped(cell.value().orElseThrow()),
                        escaped(cell.origin()),
                        escaped(cell.by()),
                        escaped(cell.on())))
                .append('\n'))));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What those bytes say; empty where they are no edits of this form. */
    public static Optional<OfficeEdits> read(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
        if (!lines[0].equals(HEAD)) {
            return Optional.empty();
        }
        Map<OfficeForm, SortedMap<String, SortedMap<String, Declaration<String>>>> forms =
                new EnumMap<>(OfficeForm.class);
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split("\t", -1);
            Optional<OfficeForm> form = OfficeForm.byId(fields[0]);
            if (fields.length != FIELDS || form.isEmpty()) {
                return Optional.empty();
            }
            forms.computeIfAbsent(form.get(), it -> new TreeMap<>())
                    .computeIfAbsent(plain(fields[1]), it -> new TreeMap<>())
                    .put(
                            fields[2],
                            new Declaration<>(
                                    Optional.of(plain(fields[3])),
                                    plain(fields[4]),
                                    plain(fields[5]),
                                    plain(fields[6])));
        }
        return Optional.of(new OfficeEdits(forms));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\' && i + 1 < text.length()) {
                i++;
                letter = switch (text.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> text.charAt(i);
                };
            }
            plain.append(letter);
        }
        return plain.toString();
    }
}
