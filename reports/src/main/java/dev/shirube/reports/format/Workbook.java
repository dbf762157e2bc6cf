package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.reports.table.Cover;
import dev.shirube.reports.table.Dashboard;
import dev.shirube.reports.table.Table;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes tables as a workbook in Office Open XML (ECMA-376), without macros or links to anything outside; the one
 * formula of a sheet is its {@link LookUp}.
 *
 * <p>Rows are streamed through temporary files, so that a large table needs little memory. The same tables give the same
 * bytes: document dates are the as-of date, ZIP times are fixed. Not thread-safe; close it.
 */
public final class Workbook implements Closeable {
    private final SXSSFWorkbook workbook;
    private final StyleBook styles;
    private final PageSetup page;
    private final Language language;
    private final int maximumRows;
    private final Links links;

    /**
     * An empty workbook.
     *
     * @param organisation printed at the head of every page; may be empty
     * @param asOf the day that the content speaks of; also the document's dates
     */
    public Workbook(Language language, String organisation, LocalDate asOf) {
        this(language, organisation, asOf, SheetWriter.EXCEL_ROWS);
    }

    Workbook(Language language, String organisation, LocalDate asOf, int maximumRows) {
        this.workbook = new DraftWorkbook();
        this.language = language;
        this.maximumRows = maximumRows;
        this.links = new Links(language, maximumRows);
        this.styles = new StyleBook(workbook.getXSSFWorkbook(), language);
        this.page = new PageSetup(
                styles.fontName(), organisation, language.choose("基準日 ", "As of ") + Days.of(asOf, language));
        stamp(workbook.getXSSFWorkbook().getProperties(), asOf);
    }

    /** Adds the first page. */
    public Workbook cover(Cover cover) {
        new CoverWriter(workbook, styles, page, language).write(cover);
        return this;
    }

    /** Adds a page of figures and charts; {@link #values} has to follow for the same one. */
    public Workbook dashboard(Dashboard dashboard) {
        new DashboardWriter(workbook, styles, page, language).write(dashboard);
        return this;
    }

    /** Adds the sheet with the numbers of that page's charts. */
    public Workbook values(Dashboard dashboard) {
        new ChartValuesWriter(workbook, styles, page, language).write(dashboard);
        return this;
    }

    /** Tells beforehand of a table that comes later, so that cells written before it can lead to its rows. */
    public Workbook announce(Table<?> table) {
        links.add(table);
        return this;
    }

    /** Adds a table; a table longer than Excel's limit goes on, under the same head, on sheets named (2), (3) … */
    public <R extends Record> Workbook sheet(Table<R> table) {
        new SheetWriter<>(workbook, styles, page, language, table, maximumRows, links).write();
        return this;
    }

    /** Adds rows of text that only a program reads, on a hidden sheet at the end. */
    public Workbook hidden(Text name, List<List<String>> rows) {
        SXSSFSheet sheet = workbook.createSheet(name.in(language));
        for (int i = 0; i < rows.size(); i++) {
            SXSSFRow row = sheet.createRow(i);
            for (int j = 0; j < rows.get(i).size(); j++) {
                row.createCell(j).setCellValue(CellText.clean(rows.get(i).get(j)));
            }
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
        return this;
    }

    /**
     * Writes the workbook. The stream is not closed.
     *
     * @throws IOException if it cannot be written, or no temporary file can be made
     */
    public void write(OutputStream out) throws IOException {
        Path draft = Files.createTempFile("shirube-", ".xlsx");
        try {
            try (OutputStream file = Files.newOutputStream(draft)) {
                workbook.write(file);
            }
            StableZip.copy(draft, out);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Deletes the temporary files. */
    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file of the workbook could not be deleted", e);
        }
    }

    private static void stamp(POIXMLProperties properties, LocalDate asOf) {
        String moment = asOf + "T00:00:00Z";
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setCreator("Shirube");
        core.setLastModifiedByUser("Shirube");
        try {
            core.getUnderlyingProperties().setCreatedProperty(moment);
            core.getUnderlyingProperties().setModifiedProperty(moment);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("POI does not take the date " + moment, e);
        }
        properties.getExtendedProperties().setApplication("Shirube");
    }
}
