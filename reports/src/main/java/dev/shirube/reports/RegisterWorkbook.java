package dev.shirube.reports;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.register.RegisterColumn;
import dev.shirube.reports.format.Workbook;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.FreeRow;
import dev.shirube.reports.table.Kind;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A register as a workbook to fill in: yellow cells under the register's own columns, checked on entry, and a second sheet that
 * says of each column what to write.
 *
 * @param name of the register, also the name of its sheet
 * @param note one sentence on how to fill it in
 * @param columns the register's own columns
 * @param others headings of the columns that follow them
 * @param rows cells under all columns, as text
 * @param blank how many empty rows to offer below them
 */
public record RegisterWorkbook(
        Text name, Text note, List<RegisterColumn> columns, List<String> others, List<List<String>> rows, int blank) {

    private static final Text REQUIRED = new Text("【必須】", "(required)");
    private static final Text GUIDE = new Text("記入要領", "How to fill in");
    private static final Text GUIDE_NOTE = new Text(
            "空欄・不明・未定は「未記入」として扱い、既定値で補うことはありません。列の順序は変えてよく、列を追加してもそのまま保存されます。",
            "An empty cell, unknown or ? declares nothing, and no default takes its place."
                    + " Columns may stand in any order; columns of your own are kept.");

    /** Keeps unmodifiable copies. */
    public RegisterWorkbook {
        columns = List.copyOf(columns);
        others = List.copyOf(others);
        rows = List.copyOf(rows);
    }

    /**
     * Writes the workbook; the same values give the same bytes. The stream is not closed.
     *
     * @throws IOException if the stream or a temporary file cannot be written
     */
    public void write(Language language, LocalDate asOf, OutputStream out) throws IOException {
        write(List.of(this), language, asOf, out);
    }

    /**
     * Writes several registers as one workbook: a sheet for each, and one that says of all their columns what to write.
     *
     * @throws IOException if the stream or a temporary file cannot be written
     */
    public static void write(List<RegisterWorkbook> registers, Language language, LocalDate asOf, OutputStream out)
            throws IOException {
        boolean several = registers.size() > 1;
        List<FreeRow> guide = new ArrayList<>();
        try (Workbook workbook = new Workbook(language, "", asOf)) {
            for (RegisterWorkbook register : registers) {
                workbook.sheet(
                        Table.of(register.name, register.note, 2, register.tableColumns(), register.tableRows()));
                guide.addAll(register.guideRows(language, several, guide.size()));
            }
            workbook.sheet(Table.of(GUIDE, GUIDE_NOTE, 0, guideColumns(several), guide));
            workbook.write(out);
        }
    }

    /** Whether a sheet of that name is the one that only explains the others. */
    public static boolean isGuide(String sheet) {
        return sheet.equals(GUIDE.ja()) || sheet.equals(GUIDE.en());
    }

    private List<TableColumn> tableColumns() {
        List<TableColumn> all = new ArrayList<>();
        for (RegisterColumn column : columns) {
            Text title = column.title();
            all.add(new TableColumn(
                    column.id(),
                    column.required()
                            ? new Text(title.ja() + "\n" + REQUIRED.ja(), title.en() + "\n" + REQUIRED.en())
                            : title,
                    prompt(column),
                    kind(column),
                    column.width(),
                    column.form() == RegisterColumn.Form.TEXT ? Align.LEFT : Align.CENTRE,
                    true,
                    column.choices().stream().map(Word::plain).toList(),
                    -1));
        }
        others.forEach(it -> all.add(
                new TableColumn(it, Text.same(it), Text.same(""), Kind.TEXT, 16, Align.LEFT, true, List.of(), -1)));
        return all;
    }

    private static Text prompt(RegisterColumn column) {
        Text note = column.note();
        Text accepts = column.form() == RegisterColumn.Form.TEXT ? Text.same("") : column.accepts();
        return new Text(joined(note.ja(), accepts.ja(), ""), joined(note.en(), accepts.en(), " "));
    }

    private static String joined(String first, String second, String between) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + between + second;
    }

    private static Kind kind(RegisterColumn column) {
        return switch (column.form()) {
            case TEXT, NUMBER -> Kind.TEXT;
            case DATE -> Kind.DATE;
            case CHOICE -> Kind.CHOICE;
        };
    }

    private List<FreeRow> tableRows() {
        List<FreeRow> all = new ArrayList<>();
        for (List<String> row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < columns.size() + others.size(); i++) {
                cells.add(cell(i, i < row.size() ? row.get(i) : ""));
            }
            all.add(new FreeRow(cells));
        }
        FreeRow empty = new FreeRow(Collections.nCopies(columns.size() + others.size(), Cell.EMPTY));
        all.addAll(Collections.nCopies(blank, empty));
        return all;
    }

    /** Numbers and days as a spreadsheet knows them, so that it can sort them; ids that look like numbers stay texts. */
    private Cell cell(int index, String text) {
        RegisterColumn.Form form = index < columns.size() ? columns.get(index).form() : RegisterColumn.Form.TEXT;
        if (form == RegisterColumn.Form.DATE && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return new Cell.Date(LocalDate.parse(text));
        }
        if (form != RegisterColumn.Form.TEXT && text.matches("\\d{1,9}")) {
            return new Cell.Number(Long.parseLong(text));
        }
        return plain(text);
    }

    private static Cell plain(String text) {
        return text.isEmpty() ? Cell.EMPTY : new Cell.Text(text, Tone.PLAIN);
    }

    private static List<TableColumn> guideColumns(boolean several) {
        List<TableColumn> all = new ArrayList<>();
        all.add(guide("no", new Text("No", "No"), 6, Align.CENTRE));
        if (several) {
            all.add(guide("sheet", new Text("シート", "Sheet"), 14, Align.LEFT));
        }
        all.addAll(List.of(
                guide("column", new Text("列", "Column"), 26, Align.LEFT),
                guide("required", new Text("必須", "Required"), 10, Align.CENTRE),
                guide("note", new Text("内容", "What it is"), 60, Align.LEFT),
                guide("accepts", new Text("記入できる値", "What is accepted"), 66, Align.LEFT),
                guide("example", new Text("例", "Example"), 26, Align.LEFT)));
        return all;
    }

    private static TableColumn guide(String id, Text title, int width, Align align) {
        return new TableColumn(id, title, Text.same(""), Kind.TEXT, width, align, false, List.of(), -1);
    }

    private List<FreeRow> guideRows(Language language, boolean several, int before) {
        List<FreeRow> all = new ArrayList<>();
        for (RegisterColumn column : columns) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell.Number(before + all.size() + 1L));
            if (several) {
                cells.add(plain(name.in(language)));
            }
            cells.addAll(List.of(
                    plain(column.title().in(language)),
                    plain(column.required() ? language.choose("○", "yes") : ""),
                    plain(column.note().in(language)),
                    plain(column.accepts().in(language)),
                    plain(column.example().in(language))));
            all.add(new FreeRow(cells));
        }
        return all;
    }
}
