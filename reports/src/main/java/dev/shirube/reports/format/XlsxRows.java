package dev.shirube.reports.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads sheets of a workbook as a stream of XML events, so that a hostile one cannot fill the memory. */
final class XlsxRows {
    static {
        // POI keeps these for the whole process; nobody else here reads workbooks.
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxEntrySize(RowReader.MAXIMUM_BYTES);
        ZipSecureFile.setMaxFileCount(2_000);
    }

    private final String file;

    XlsxRows(String file) {
        this.file = file;
    }

    /** Every sheet by its name, in the order of the workbook; only the first if that is all that is wanted. */
    Map<String, List<TextRow>> read(byte[] bytes, boolean all) throws RowFileException {
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            return sheets(parts, all);
        } catch (SheetRows.Refused e) {
            throw e.reason();
        } catch (IOException
                | SAXException
                | ParserConfigurationException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | RecordFormatException
                | IllegalStateException
                | IllegalArgumentException e) {
            // POI documents few of the exceptions that a broken package makes it throw; these are those it was seen to.
            throw broken(e);
        }
    }

    private Map<String, List<TextRow>> sheets(OPCPackage parts, boolean all)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException, RowFileException {
        refuseOtherKinds(parts);
        XSSFReader reader = new XSSFReader(parts);
        ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(parts);
        StylesTable styles = reader.getStylesTable();
        XSSFReader.SheetIterator sheets = reader.getSheetIterator();
        if (!sheets.hasNext()) {
            throw new RowFileException(
                    file, 0, "ブックにシートがありません。様式を入手し直してください。", "the workbook has no sheet. Get a new copy of the form.");
        }
        Map<String, List<TextRow>> found = new LinkedHashMap<>();
        int total = 0;
        do {
            SheetRows rows = new SheetRows(file, strings, styles, WorkbookFlags.from1904(reader));
            try (InputStream sheet = sheets.next()) {
                XMLReader parser = XMLHelper.newXMLReader();
                parser.setContentHandler(rows);
                parser.setErrorHandler(rows);
                parser.parse(new InputSource(sheet));
            }
            found.put(sheets.getSheetName(), rows.rows());
            total += rows.rows().size();
            if (total > RowReader.MAXIMUM_ROWS) {
                throw Bounds.rows(file, RowReader.MAXIMUM_ROWS);
            }
        } while (all && sheets.hasNext());
        return found;
    }

    /** Macros are never wanted here, and a binary sheet cannot be read as XML. */
    private void refuseOtherKinds(OPCPackage parts) throws RowFileException, OpenXML4JException {
        boolean macros = !parts.getPartsByContentType(XSSFRelation.MACROS_WORKBOOK.getContentType())
                        .isEmpty()
                || !parts.getPartsByContentType(XSSFRelation.VBA_MACROS.getContentType())
                        .isEmpty();
        boolean binary = !parts.getPartsByContentType(XSSFRelation.XLSB_BINARY_WORKBOOK.getContentType())
                .isEmpty();
        if (macros || binary) {
            String kind = macros ? ".xlsm" : ".xlsb";
            throw new RowFileException(
                    file,
                    0,
                    (macros ? "マクロを含むブック（.xlsm）" : "バイナリ形式のブック（.xlsb）") + "です。マクロなしの .xlsx で保存し直してください。",
                    "is a workbook of the kind " + kind + ". Save it as .xlsx, without macros.");
        }
    }

    private RowFileException broken(Exception cause) {
        RowFileException broken = new RowFileException(
                file,
                0,
                "ブックを読み取れません（" + cause.getClass().getSimpleName() + "）。表計算ソフトで開いて .xlsx で保存し直してください。",
                "the workbook cannot be read (" + cause.getClass().getSimpleName()
                        + "). Open it in a spreadsheet program and save it again as .xlsx.");
        broken.initCause(cause);
        return broken;
    }
}
