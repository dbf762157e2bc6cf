package dev.shirube.reports.format;

import dev.shirube.domain.Text;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the rows of text out of a worksheet's XML (ECMA-376 part 1, section 18.3.1). */
final class SheetRows extends DefaultHandler {

    /** Carries a refusal out of the parser, which lets only its own exceptions pass. */
    static final class Refused extends SAXException {
        private static final long serialVersionUID = 1L;
        private final transient RowFileException reason;

        Refused(RowFileException reason) {
            super(reason.getMessage());
            this.reason = reason;
        }

        RowFileException reason() {
            return reason;
        }
    }

    private final String file;
    private final ReadOnlySharedStringsTable strings;
    private final StylesTable styles;
    private final boolean from1904;
    private final List<TextRow> rows = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final Map<Integer, Text> faults = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();

    private int row;
    private int column;
    private String type = "";
    private String style = "";
    private boolean formula;
    private boolean valued;
    private boolean inValue;
    private boolean inPhonetic;

    /**
     * Reads one sheet.
     *
     * @param from1904 whether days are counted from 1904, as workbooks from old Macintoshes do (18.2.28)
     */
    SheetRows(String file, ReadOnlySharedStringsTable strings, StylesTable styles, boolean from1904) {
        this.file = file;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
    }

    List<TextRow> rows() {
        return List.copyOf(rows);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
        switch (local) {
            case "row" -> {
                String number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = -1;
            }
            case "c" -> {
                String reference = attributes.getValue("r");
                column = reference == null ? column + 1 : new CellReference(reference).getCol();
                type = orEmpty(attributes.getValue("t"));
                style = orEmpty(attributes.getValue("s"));
                text.setLength(0);
                formula = false;
                valued = false;
            }
            case "f" -> formula = true;
            case "v", "t" -> {
                inValue = true;
                valued = true;
            }
            case "rPh" -> inPhonetic = true;
            default -> {
                // Comments and formats say nothing that is read.
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        // The furigana that Excel keeps beside Japanese text is not part of it.
        if (inValue && !inPhonetic) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        switch (local) {
            case "v", "t" -> inValue = false;
            case "rPh" -> inPhonetic = false;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> {
                // See startElement.
            }
        }
    }

    private void endCell() throws Refused {
        if (column < 0) {
            throw new Refused(broken("reference"));
        }
        if (column >= RowReader.MAXIMUM_COLUMNS) {
            if (text.length() > 0) {
                throw new Refused(Bounds.columns(file, row));
            }
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        if (formula && !valued) {
            faults.put(
                    column,
                    new Text(
                            "数式の計算結果が保存されていません。表計算ソフトで開いて保存し直すか、値を直接入力してください。",
                            "It is a formula whose result was not saved. Open the file in a spreadsheet program and save"
                                    + " it again, or enter the value itself."));
        } else if (type.equals("e")) {
            faults.put(
                    column,
                    new Text(
                            "エラー値（" + text + "）です。数式を直すか、値を直接入力してください。",
                            "It holds the error value " + text + ". Correct its formula, or enter the value itself."));
        } else {
            cells.set(column, value());
        }
    }

    private void endRow() throws Refused {
        TextRow done = new TextRow(row, cells, faults);
        cells.clear();
        faults.clear();
        if (done.blank()) {
            return;
        }
        if (rows.size() == RowReader.MAXIMUM_ROWS) {
            throw new Refused(Bounds.rows(file, row));
        }
        rows.add(done);
    }

    private String value() throws Refused {
        String raw = text.toString();
        return switch (type) {
            case "s" -> shared(raw);
            case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
            case "inlineStr", "str" -> CellText.fromWorkbook(raw);
            default -> raw.isEmpty() ? "" : number(raw);
        };
    }

    private String shared(String index) throws Refused {
        try {
            return strings.getItemAt(Integer.parseInt(index.strip())).getString();
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new Refused(broken("shared string " + index));
        }
    }

    private String number(String raw) throws Refused {
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            throw new Refused(broken("number " + raw));
        }
        if (isDate() && DateUtil.isValidExcelDate(value)) {
            LocalDateTime moment = DateUtil.getLocalDateTime(value, from1904);
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : raw;
    }

    private boolean isDate() {
        if (style.isEmpty()) {
            return false;
        }
        XSSFCellStyle found = styles.getStyleAt(Integer.parseInt(style));
        return found != null && DateUtil.isADateFormat(found.getDataFormat(), found.getDataFormatString());
    }

    private RowFileException broken(String what) {
        return new RowFileException(
                file,
                row,
                "セル " + CellReference.convertNumToColString(Math.max(column, 0)) + row + " を読み取れません（" + what
                        + "）。入力し直してください。",
                "the cell " + CellReference.convertNumToColString(Math.max(column, 0)) + row + " cannot be read ("
                        + what + "). Enter it again.");
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
