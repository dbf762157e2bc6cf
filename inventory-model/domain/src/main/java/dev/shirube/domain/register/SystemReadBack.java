package dev.shirube.domain.register;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes back what owners wrote into the list of systems of a report: only cells that they may fill in, and only those that are
 * other than when the report was written; see {@link FillForm}.
 */
public final class SystemReadBack {
    /** What the first cell of the table of the cells as they were says. */
    public static final String MARK = "shirube-form-1/1";

    private static final List<SystemColumn<?>> FILLABLE = List.of(
            SystemColumns.OWNER,
            SystemColumns.CONTACT,
            SystemColumns.IMPACT,
            SystemColumns.PROTECTION,
            SystemColumns.TRUST,
            SystemColumns.VERIFIER,
            SystemColumns.EXPOSURE,
            SystemColumns.RENEWAL);

    private static final FillForm FORM = new FillForm(
            MARK,
            SystemColumns.ID.column(),
            FILLABLE.stream().<FillColumn<?>>map(SystemReadBack::fill).toList(),
            new Expectation(
                    "台帳にないシステムIDです。ID を直すか、systems import で台帳に登録してください。",
                    "The register has no system of that id. Correct it, or add the system with systems import."));

    private SystemReadBack() {}

    private static <T> FillColumn<T> fill(SystemColumn<T> column) {
        return new FillColumn<>(column.column(), column.kind());
    }

    /** Ids of the columns that an owner may fill in. */
    public static List<String> fillable() {
        return FILLABLE.stream().map(it -> it.column().id()).toList();
    }

    /** The cells of those systems as they are now, for a report to carry. */
    public static List<List<String>> written(Collection<InformationSystem> systems) {
        SortedMap<String, Map<String, String>> rows = new TreeMap<>();
        systems.forEach(system -> rows.put(system.id(), cells(system)));
        return FORM.written(rows);
    }

    /**
     * What owners filled in.
     *
     * @param sheets the tables of the file
     * @param known the register as it is now
     * @return the systems that change, as they would be kept, with a problem for every cell that is not valid, in conflict, or of
     *     no system; empty where the file is not a report of ours, or its table of the cells as they were is gone
     */
    public static Optional<Reading<List<InformationSystem>>> read(
            Collection<RegisterTable> sheets, Source source, Collection<InformationSystem> known) {
        Map<String, InformationSystem> kept = new TreeMap<>();
        known.forEach(it -> kept.put(it.id(), it));
        Map<String, Map<String, String>> now = new TreeMap<>();
        kept.forEach((id, system) -> now.put(id, cells(system)));
        return FORM.read(sheets, id -> now.getOrDefault(id, Map.of()), kept::containsKey, FillForm.Check.NONE)
                .map(reading -> applied(reading, kept, source));
    }

    private static Reading<List<InformationSystem>> applied(
            Reading<List<FillForm.Filled>> reading, Map<String, InformationSystem> kept, Source source) {
        List<InformationSystem> changed = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>(reading.problems());
        for (FillForm.Filled filled : reading.value()) {
            if (kept.containsKey(filled.id())) {
                Reading<List<InformationSystem>> one = applied(kept.get(filled.id()), filled, source);
                changed.addAll(one.value());
                problems.addAll(one.problems());
            } else {
                problems.add(RowProblem.error(
                        filled.row(), SystemColumns.ID.column().japanese(), filled.id(), FORM.unknownId()));
            }
        }
        return new Reading<>(changed, problems, Map.of(), reading.headings(), reading.rows());
    }

    /** The system with those cells: read as a register that has only them, in the row where they stand. */
    private static Reading<List<InformationSystem>> applied(
            InformationSystem now, FillForm.Filled filled, Source source) {
        List<String> head = new ArrayList<>(List.of(
                SystemColumns.ID.column().title().ja(),
                SystemColumns.NAME.column().title().ja()));
        List<String> values = new ArrayList<>(List.of(now.id(), now.name()));
        for (SystemColumn<?> column : FILLABLE) {
            if (filled.cells().containsKey(column.column().id())) {
                head.add(column.column().title().ja());
                values.add(filled.cells().get(column.column().id()));
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(head);
        while (rows.size() < filled.row() - 1) {
            rows.add(List.of());
        }
        rows.add(values);
        return SystemRegister.read(RegisterTable.of(rows), source, List.of(now));
    }

    private static Map<String, String> cells(InformationSystem system) {
        Map<String, String> cells = new HashMap<>();
        FILLABLE.forEach(it -> cells.put(it.column().id(), it.cell(system, Language.JA)));
        return cells;
    }
}
