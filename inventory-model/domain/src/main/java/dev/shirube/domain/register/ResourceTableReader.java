package dev.shirube.domain.register;

import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import dev.shirube.domain.resources.Resource;
import dev.shirube.domain.resources.ResourceEntry;
import dev.shirube.domain.resources.ResourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Reads the tables of one file: forms of one kind each, or tables with a column of kinds. */
final class ResourceTableReader {

    /** What kind of resource a row declares, in a table for all of them. */
    static final ResourceColumn<Resource, ResourceKind> KIND = ResourceColumn.of(
            new ColumnDraft("kind", new Text("種別", "Kind"), 12).must(),
            ResourceCellKinds.KIND,
            it -> Optional.of(it.kind()));

    private final Map<ResourceKind, ResourceForm<?>> forms;
    private final String file;
    private final Map<String, Integer> firstRows = new HashMap<>();

    ResourceTableReader(Map<ResourceKind, ResourceForm<?>> forms, String file) {
        this.forms = forms;
        this.file = file;
    }

    /** The kind of which a sheet is by its name; nothing for another name. */
    static Optional<ResourceKind> named(String sheet) {
        return ResourceCellKinds.KIND.read().apply(sheet.replaceAll("\\s*[(（]\\d+[)）]$", ""));
    }

    /** The kind of which a table is by its columns; nothing where it has a column of kinds. */
    private Optional<ResourceKind> kind(RegisterTable table) {
        if (HeaderRow.find(List.of(KIND.column()), table.rows()).names(KIND.column())) {
            return Optional.empty();
        }
        for (ResourceForm<?> form : forms.values()) {
            List<RegisterColumn> columns = columns(form);
            HeaderRow header = HeaderRow.find(columns, table.rows());
            boolean all = columns.stream().filter(RegisterColumn::required).allMatch(header::names);
            if (all && form.kind() != ResourceKind.TEAM) {
                return Optional.of(form.kind());
            }
        }
        return Optional.of(ResourceKind.TEAM);
    }

    private static List<RegisterColumn> columns(ResourceForm<?> form) {
        List<RegisterColumn> columns = new ArrayList<>();
        form.all().forEach(it -> columns.add(it.column()));
        return columns;
    }

    /** The columns of all kinds, each once: none is required, since rows of another kind do not have it. */
    private List<RegisterColumn> allColumns() {
        Map<String, RegisterColumn> columns = new LinkedHashMap<>();
        columns.put(KIND.id(), KIND.column());
        for (ResourceForm<?> form : forms.values()) {
            columns(form).forEach(it -> columns.putIfAbsent(it.id(), it.optional()));
        }
        return List.copyOf(columns.values());
    }

    Reading<List<ResourceEntry>> read(ResourceSheet sheet) {
        Optional<ResourceKind> kind = named(sheet.name()).or(() -> kind(sheet.table()));
        List<RegisterColumn> columns = kind.isPresent() ? columns(forms.get(kind.get())) : allColumns();
        RegisterRows rows = RegisterRows.of(columns, sheet.table());
        List<RowProblem> problems = new ArrayList<>(rows.problems());
        List<ResourceEntry> entries = new ArrayList<>();
        Set<String> others = new LinkedHashSet<>();
        String place = sheet.name().isEmpty() ? file : file + "!" + sheet.name();
        for (RegisterRows.Row row : rows.rows()) {
            ResourceCells cells = new ResourceCells(rows, row, problems);
            Optional<ResourceKind> own = kind.or(() -> kindOf(cells));
            if (own.isPresent()) {
                ResourceForm<?> form = forms.get(own.get());
                SortedMap<String, String> kept = cells.others(form.wide());
                others.addAll(kept.keySet());
                if (kind.isEmpty()) {
                    cells.refuse(form.all(), KIND.id());
                }
                for (Resource value : form.read().apply(cells)) {
                    add(entries, new ResourceEntry(value, place + ":" + row.number(), kept), cells, form);
                }
            }
        }
        others.forEach(title -> problems.add(RowProblem.note(rows.headerRow(), title, "", Expectation.UNKNOWN_COLUMN)));
        return rows.reading(List.copyOf(entries), problems, Map.of());
    }

    /** A row without a kind is a team, as it always was. */
    private static Optional<ResourceKind> kindOf(ResourceCells cells) {
        Optional<ResourceKind> kind = cells.get(KIND);
        return kind.isPresent() || !cells.valid() ? kind : Optional.of(ResourceKind.TEAM);
    }

    private void add(List<ResourceEntry> entries, ResourceEntry entry, ResourceCells cells, ResourceForm<?> form) {
        String key = entry.value().kind() + "/" + entry.value().key();
        Integer first = firstRows.putIfAbsent(key, cells.number());
        if (first == null && cells.valid()) {
            entries.add(entry);
        } else if (first != null) {
            cells.problem(form.columns().get(0), Expectation.duplicateId(first));
        }
    }

    /** Whether the only thing wrong is that a table has no rows, which is no fault where another table has some. */
    static boolean isEmpty(Reading<?> reading) {
        return reading.problems().stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .allMatch(it -> it.english().equals(Expectation.NO_ROWS.english()));
    }
}
