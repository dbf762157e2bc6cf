package dev.shirube.reports.table;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A sheet as a value: rows of one record type, whose components with {@link Column} are its columns, or {@linkplain FreeRow rows
 * of cells} under columns given beside them.
 *
 * <p>The rows are read once, in order, and may be made on the way: a large table is never held.
 *
 * @param <R> row type: a record with {@link Sheet}, or {@link FreeRow}
 */
public final class Table<R extends Record> {
    /** Excel's limit on the name of a sheet. */
    public static final int NAME_LIMIT = 31;

    private final Shape<R> type;
    private final Band band;
    private final Iterable<R> rows;

    private Table(Shape<R> type, Band band, Iterable<R> rows) {
        this.type = type;
        this.band = band;
        this.rows = rows;
    }

    /** A table of those rows. */
    public static <R extends Record> Table<R> of(Class<R> rowType, Iterable<R> rows) {
        return of(rowType, Band.NONE, rows);
    }

    /**
     * A table with a band.
     *
     * @throws IllegalArgumentException if the row type is no sheet, or its names are longer than 31 characters
     */
    public static <R extends Record> Table<R> of(Class<R> rowType, Band band, Iterable<R> rows) {
        return of(new RowType<>(rowType), band, rows);
    }

    /**
     * A table whose columns are known only when it is made.
     *
     * @param frozen how many leading columns stay in view
     * @param rows each with one cell for each column
     * @throws IllegalArgumentException if its names are longer than 31 characters
     */
    public static Table<FreeRow> of(
            Text name, Text note, int frozen, List<TableColumn> columns, Iterable<FreeRow> rows) {
        return of(new FreeShape(name, note, frozen, columns), Band.NONE, rows);
    }

    private static <R extends Record> Table<R> of(Shape<R> type, Band band, Iterable<R> rows) {
        for (Language language : Language.values()) {
            String name = type.name().in(language);
            if (name.isEmpty() || name.length() > NAME_LIMIT) {
                throw new IllegalArgumentException("A sheet's name has 1 to " + NAME_LIMIT + " characters: " + name);
            }
        }
        return new Table<>(type, band, rows);
    }

    /** The sheet's name, also its title. */
    public Text name() {
        return type.name();
    }

    /** One sentence on how to read the sheet; may be empty. */
    public Text note() {
        return type.note();
    }

    /** How many leading columns stay in view. */
    public int frozen() {
        return type.frozen();
    }

    /** The headings of the band. */
    public Band band() {
        return band;
    }

    /** Every mark that can stand in the band, in the order of their enum; empty without a band. */
    public List<Mark> legend() {
        return type.marks();
    }

    /** The rows, in order. */
    public Iterable<R> rows() {
        return rows;
    }

    /** The columns, from left to right. */
    public List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>();
        for (TableColumn column : type.columns()) {
            if (column.kind() == Kind.BAND) {
                columns.addAll(spread(column));
            } else {
                columns.add(column);
            }
        }
        return List.copyOf(columns);
    }

    /** The cells of that row, one for each column. */
    public List<Cell> cells(R row, Language language) {
        return type.cells(row, band.headings().size(), language);
    }

    /** Whether that row is a heading of those that follow it. */
    public boolean heading(R row) {
        return row instanceof Emphasis emphasis && emphasis.heading();
    }

    /** Whether owners fill in the cells of that row that are for them. */
    public boolean fillable(R row) {
        return !(row instanceof Emphasis emphasis) || emphasis.fillable();
    }

    private List<TableColumn> spread(TableColumn column) {
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < band.headings().size(); i++) {
            columns.add(new TableColumn(
                    column.id() + "." + i,
                    band.headings().get(i).title(),
                    Text.same(""),
                    Kind.BAND,
                    column.width(),
                    Align.CENTRE,
                    false,
                    List.of(),
                    i));
        }
        return columns;
    }
}
