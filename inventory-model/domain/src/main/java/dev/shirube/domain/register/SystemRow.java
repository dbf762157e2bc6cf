package dev.shirube.domain.register;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.InformationSystem;
import java.util.List;
import java.util.Optional;

/** One row of the register of systems on its way to an {@link InformationSystem}. */
final class SystemRow {

    private final RegisterRows rows;
    private final RegisterRows.Row row;
    private final Source source;
    private final List<RowProblem> problems;
    private boolean valid;

    SystemRow(RegisterRows rows, RegisterRows.Row row, Source source, List<RowProblem> problems) {
        this.rows = rows;
        this.row = row;
        this.source = source;
        this.problems = problems;
        this.valid = !row.faulty();
    }

    /** The id; empty if the cell is, or is not understood. */
    String id() {
        return SystemColumns.ID.read(cell(SystemColumns.ID)).orElse("");
    }

    /** The system; nothing if any cell of the row is at fault, so that no row is taken in half. */
    Optional<InformationSystem> system() {
        require(SystemColumns.ID);
        require(SystemColumns.NAME);
        if (id().equals(InformationSystem.UNASSIGNED)) {
            problem(SystemColumns.ID, Expectation.RESERVED);
        }
        SystemDraft draft = new SystemDraft();
        SystemColumns.ALL.forEach(column -> take(column, draft));
        return valid ? Optional.of(draft.others(row.others()).system()) : Optional.empty();
    }

    void problem(SystemColumn<?> column, Expectation expectation) {
        valid = false;
        problems.add(RowProblem.error(row.number(), rows.heading(column.column()), cell(column), expectation));
    }

    private String cell(SystemColumn<?> column) {
        return row.cell(column.column());
    }

    private void require(SystemColumn<?> column) {
        if (CellText.unknown(cell(column))) {
            problem(column, Expectation.REQUIRED);
        }
    }

    private <T> void take(SystemColumn<T> column, SystemDraft draft) {
        String cell = cell(column);
        if (CellText.unknown(cell)) {
            draft.put(column, Declaration.unknown());
            return;
        }
        Optional<T> value = column.read(cell);
        if (value.isEmpty()) {
            problem(column, column.kind().expectation());
        }
        draft.put(column, source.declares(value, row.number()));
    }
}
