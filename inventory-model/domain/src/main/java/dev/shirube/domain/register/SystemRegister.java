package dev.shirube.domain.register;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The register of information systems (情報システム台帳) as rows of text.
 *
 * <p>Columns are found by their Japanese or English name, in any order; rows by their id. An empty cell, {@code ？},
 * {@code 不明} or {@code unknown} is an unknown declaration: no default takes its place.
 */
public final class SystemRegister {

    /** An id with the row that it stands in first. */
    private record Seen(String id, int row) {}

    private SystemRegister() {}

    /** The columns, in the order of the form. */
    public static List<RegisterColumn> columns() {
        return SystemColumns.columns();
    }

    /** The header in Japanese and, below it, in English; a file may keep either or both. */
    public static List<List<String>> template() {
        return List.of(header(Language.JA), header(Language.EN));
    }

    private static List<String> header(Language language) {
        return columns().stream().map(column -> column.name(language)).toList();
    }

    /**
     * Validates a register.
     *
     * @param table the header and the rows below it; blank rows are skipped
     * @param origin name of the file, for {@link Declaration#origin()}: {@code systems.csv} gives {@code systems.csv:7}
     * @return the systems of all valid rows, sorted by id, and the problems of the others
     */
    public static Reading<List<InformationSystem>> read(List<List<String>> table, String origin) {
        return read(RegisterTable.of(table), new Source(origin, "", ""), List.of());
    }

    /**
     * Validates a register against the one that is kept.
     *
     * @param known the systems that are kept: an id that only looks like one of theirs is refused
     * @return the systems of all valid rows as they would be kept: what the file has no column for stays as it is known
     */
    public static Reading<List<InformationSystem>> read(
            RegisterTable table, Source source, Collection<InformationSystem> known) {
        RegisterRows rows = RegisterRows.of(columns(), table);
        List<RowProblem> problems = new ArrayList<>(rows.problems());
        Map<String, InformationSystem> kept = new TreeMap<>();
        known.forEach(it -> kept.put(it.id(), it));
        Map<String, String> looks = new TreeMap<>();
        kept.keySet().forEach(id -> looks.put(CellText.appearance(id), id));
        Map<String, InformationSystem> systems = new TreeMap<>();
        Map<String, Seen> seen = new LinkedHashMap<>();
        Map<String, Map<String, String>> preserved = new LinkedHashMap<>();
        Set<String> others = new LinkedHashSet<>();
        for (RegisterRows.Row row : rows.rows()) {
            others.addAll(row.others().keySet());
            SystemRow cells = new SystemRow(rows, row, source, problems);
            String id = cells.id();
            if (!id.isEmpty()) {
                String look = CellText.appearance(id);
                Seen first = seen.putIfAbsent(look, new Seen(id, row.number()));
                if (first != null) {
                    cells.problem(
                            SystemColumns.ID,
                            first.id().equals(id)
                                    ? Expectation.duplicateId(first.row())
                                    : Expectation.similarId(first.row(), first.id()));
                } else if (!kept.containsKey(id) && looks.containsKey(look)) {
                    cells.problem(SystemColumns.ID, Expectation.similarKnownId(looks.get(look)));
                }
            }
            cells.system().ifPresent(system -> {
                systems.put(id, system);
                preserved.put(id, system.others());
            });
        }
        others.forEach(title -> problems.add(RowProblem.note(rows.headerRow(), title, "", Expectation.UNKNOWN_COLUMN)));
        Reading<List<InformationSystem>> reading = rows.reading(List.of(), problems, preserved);
        List<InformationSystem> merged = systems.values().stream()
                .map(it ->
                        kept.containsKey(it.id()) ? SystemDraft.merged(kept.get(it.id()), it, reading.headings()) : it)
                .toList();
        return new Reading<>(merged, reading.problems(), reading.preserved(), reading.headings(), reading.rows());
    }

    /**
     * The register as rows under a header in that language, our columns first and then the office's own; reading them back
     * gives equal systems.
     */
    public static List<List<String>> rows(Collection<InformationSystem> systems, Language language) {
        Set<String> others = new TreeSet<>();
        systems.forEach(it -> others.addAll(it.others().keySet()));
        List<String> header = new ArrayList<>(header(language));
        header.addAll(others);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.copyOf(header));
        systems.stream().sorted().forEach(system -> {
            List<String> row = new ArrayList<>();
            SystemColumns.ALL.forEach(column -> row.add(column.cell(system, language)));
            others.forEach(title -> row.add(system.others().getOrDefault(title, "")));
            rows.add(List.copyOf(row));
        });
        return List.copyOf(rows);
    }

    /** What is declared of a system, in the order of {@link #columns()}; a plain text has no origin. */
    public static List<Declaration<?>> declarations(InformationSystem system) {
        return SystemColumns.ALL.stream()
                .<Declaration<?>>map(column -> column.declared().apply(system))
                .toList();
    }
}
