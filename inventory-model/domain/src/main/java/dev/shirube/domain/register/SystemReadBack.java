package dev.shirube.domain.register;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes back what owners wrote into the list of systems of a report: only cells that they may fill in, and only those that are
 * other than when the report was written.
 *
 * <p>A report carries those cells as they were, in a table that begins with {@link #MARK}. With it a cell is known to be
 * filled in (other than it was), and to be in conflict (the register is other than it was, too, and says something else):
 * a conflict is a problem of its row, and never overwrites.
 */
public final class SystemReadBack {
    /** What the first cell of the table of the cells as they were says. */
    public static final String MARK = "shirube-form-1/1";

    /** A table with fewer of the columns is not the form. */
    private static final int ENOUGH_COLUMNS = 3;

    private static final List<SystemColumn<?>> FILLABLE = List.of(
            SystemColumns.OWNER,
            SystemColumns.CONTACT,
            SystemColumns.IMPACT,
            SystemColumns.PROTECTION,
            SystemColumns.TRUST,
            SystemColumns.VERIFIER,
            SystemColumns.EXPOSURE,
            SystemColumns.RENEWAL);

    private static final Expectation NOT_REGISTERED = new Expectation(
            "台帳にないシステムIDです。ID を直すか、systems import で台帳に登録してください。",
            "The register has no system of that id. Correct it, or add the system with systems import.");

    private static final Expectation ABSENT = new Expectation(
            "この行が見つかりません。台帳のシステムはそのまま残します。",
            "Its row is not in the file any more. The system stays in the register as it is.");

    private final RegisterTable form;
    private final HeaderRow header;
    private final Map<String, InformationSystem> written;
    private final Map<String, InformationSystem> kept = new TreeMap<>();
    private final List<RowProblem> problems = new ArrayList<>();

    private SystemReadBack(
            RegisterTable form, Map<String, InformationSystem> written, Collection<InformationSystem> known) {
        this.header = HeaderRow.find(SystemColumns.columns(), form.rows());
        this.form = restricted(form, header);
        this.written = written;
        known.forEach(it -> kept.put(it.id(), it));
    }

    /** Ids of the columns that an owner may fill in. */
    public static List<String> fillable() {
        return FILLABLE.stream().map(it -> it.column().id()).toList();
    }

    /** The cells of those systems as they are now, for a report to carry. */
    public static List<List<String>> written(Collection<InformationSystem> systems) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(MARK));
        // By Japanese titles: under an id or an English one, a number may be read in another unit.
        rows.add(columns().map(it -> it.column().title().ja()).toList());
        systems.stream().sorted().forEach(system -> {
            List<String> row = new ArrayList<>(List.of(system.id(), system.name()));
            FILLABLE.forEach(column -> row.add(cell(column, system)));
            rows.add(List.copyOf(row));
        });
        return List.copyOf(rows);
    }

    /**
     * What owners filled in.
     *
     * @param sheets the tables of the file, by name
     * @param known the register as it is now
     * @return the systems that change, as they would be kept, with a problem for every cell that is not valid, in conflict, or of
     *     no system; empty where the file is not a report of ours, or its table of the cells as they were is gone
     */
    public static Optional<Reading<List<InformationSystem>>> read(
            Collection<RegisterTable> sheets, Source source, Collection<InformationSystem> known) {
        Optional<RegisterTable> before =
                sheets.stream().filter(SystemReadBack::isWritten).findFirst();
        Optional<RegisterTable> form =
                sheets.stream().filter(it -> !isWritten(it) && isForm(it)).findFirst();
        if (before.isEmpty() || form.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = before.get().rows();
        Map<String, InformationSystem> written = new TreeMap<>();
        SystemRegister.read(RegisterTable.of(rows.subList(1, rows.size())), new Source("", "", ""), List.of())
                .value()
                .forEach(it -> written.put(it.id(), it));
        return Optional.of(new SystemReadBack(form.get(), written, known).reading(source));
    }

    private static boolean isWritten(RegisterTable table) {
        return !table.rows().isEmpty()
                && !table.rows().get(0).isEmpty()
                && table.rows().get(0).get(0).equals(MARK);
    }

    private static boolean isForm(RegisterTable table) {
        HeaderRow header = HeaderRow.find(SystemColumns.columns(), table.rows());
        long fillable =
                FILLABLE.stream().filter(it -> header.names(it.column())).count();
        return header.names(SystemColumns.ID.column()) && fillable >= ENOUGH_COLUMNS;
    }

    private static Stream<SystemColumn<?>> columns() {
        return Stream.concat(Stream.of(SystemColumns.ID, SystemColumns.NAME), FILLABLE.stream());
    }

    /** Only the cells that are read back, each where it stands in the file; the report's own columns are left out. */
    private static RegisterTable restricted(RegisterTable table, HeaderRow header) {
        Set<String> wanted = columns().map(it -> it.column().id()).collect(Collectors.toSet());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; i >= header.index() && j < table.rows().get(i).size(); j++) {
                row.add(wanted(header, j, wanted) ? table.rows().get(i).get(j) : "");
            }
            rows.add(row);
        }
        return new RegisterTable(
                rows,
                table.faults().entrySet().stream()
                        .filter(it -> wanted(header, it.getKey().column(), wanted))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static boolean wanted(HeaderRow header, int position, Set<String> wanted) {
        RegisterColumn column = header.positions().get(position);
        return column != null && wanted.contains(column.id());
    }

    private Reading<List<InformationSystem>> reading(Source source) {
        Reading<List<InformationSystem>> all = SystemRegister.read(form, source, kept.values());
        problems.addAll(all.problems());
        Map<String, Integer> rows = rowsById();
        List<InformationSystem> changed = new ArrayList<>();
        for (InformationSystem filled : all.value()) {
            int row = rows.getOrDefault(filled.id(), header.index() + 1);
            InformationSystem now = kept.get(filled.id());
            if (now == null) {
                problems.add(RowProblem.error(row, title(SystemColumns.ID), filled.id(), NOT_REGISTERED));
                continue;
            }
            Map<SystemColumn<?>, String> cells = cells(filled, now, row);
            if (!cells.isEmpty()) {
                changed.addAll(applied(now, cells, row, source));
            }
        }
        for (String id : written.keySet()) {
            if (!rows.containsKey(id) && kept.containsKey(id)) {
                problems.add(RowProblem.note(header.index() + 1, title(SystemColumns.ID), id, ABSENT));
            }
        }
        return new Reading<>(changed, problems, Map.of(), all.headings(), all.rows());
    }

    /** The cells that were filled in and are to be kept; none of a row with a conflict. */
    private Map<SystemColumn<?>, String> cells(InformationSystem filled, InformationSystem now, int row) {
        Map<SystemColumn<?>, String> cells = new LinkedHashMap<>();
        boolean conflict = false;
        for (SystemColumn<?> column : FILLABLE) {
            String cell = cell(column, filled);
            String was = written.containsKey(filled.id()) ? cell(column, written.get(filled.id())) : "";
            String is = cell(column, now);
            if (!header.names(column.column()) || cell.equals(was) || cell.equals(is)) {
                continue;
            }
            if (!is.equals(was)) {
                problems.add(RowProblem.error(row, title(column), cell, conflict(was, is)));
                conflict = true;
            }
            cells.put(column, cell);
        }
        return conflict ? Map.of() : cells;
    }

    private static Expectation conflict(String was, String is) {
        Text open = new Text("未記入", "not declared");
        return new Expectation(
                "報告書の作成後に台帳も変更されています（作成時「" + (was.isEmpty() ? open.ja() : was) + "」、現在「"
                        + (is.isEmpty() ? open.ja() : is) + "」）。どちらが正しいか確認し、systems import で台帳を直してください。",
                "The register was changed, too, after the report was written (then "
                        + (was.isEmpty() ? open.en() : was) + ", now " + (is.isEmpty() ? open.en() : is)
                        + "). Find out which is right, and correct the register with systems import.");
    }

    /** The system with those cells: read as a register that has only them, in the row where they stand. */
    private static List<InformationSystem> applied(
            InformationSystem now, Map<SystemColumn<?>, String> cells, int row, Source source) {
        List<String> head = new ArrayList<>(List.of(
                SystemColumns.ID.column().title().ja(),
                SystemColumns.NAME.column().title().ja()));
        List<String> values = new ArrayList<>(List.of(now.id(), now.name()));
        cells.forEach((column, cell) -> {
            head.add(column.column().title().ja());
            values.add(cell);
        });
        List<List<String>> rows = new ArrayList<>();
        rows.add(head);
        while (rows.size() < row - 1) {
            rows.add(List.of());
        }
        rows.add(values);
        return SystemRegister.read(RegisterTable.of(rows), source, List.of(now)).value();
    }

    private Map<String, Integer> rowsById() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int i = header.index() + 1; i < form.rows().size(); i++) {
            for (Map.Entry<Integer, RegisterColumn> position :
                    header.positions().entrySet()) {
                if (position.getValue().equals(SystemColumns.ID.column())
                        && position.getKey() < form.rows().get(i).size()) {
                    rows.putIfAbsent(CellText.plain(form.rows().get(i).get(position.getKey())), i + 1);
                }
            }
        }
        return rows;
    }

    private String title(SystemColumn<?> column) {
        return header.positions().entrySet().stream()
                .filter(it -> it.getValue().equals(column.column()))
                .map(it -> header.title(it.getKey()))
                .findFirst()
                .orElse(column.column().title().ja());
    }

    private static String cell(SystemColumn<?> column, InformationSystem system) {
        return column.cell(system, Language.JA);
    }
}
