package dev.shirube.reports.format;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** What a workbook says once for all its sheets. */
final class WorkbookFlags extends DefaultHandler {

    private boolean from1904;

    private WorkbookFlags() {}

    /** Whether its days are counted from 1904 (ECMA-376 part 1, section 18.2.28). */
    static boolean from1904(XSSFReader reader)
            throws IOException, SAXException, ParserConfigurationException, InvalidFormatException {
        WorkbookFlags flags = new WorkbookFlags();
        try (InputStream workbook = reader.getWorkbookData()) {
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(flags);
            parser.setErrorHandler(flags);
            parser.parse(new InputSource(workbook));
        }
        return flags.from1904;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        if (local.equals("workbookPr")) {
            String value = attributes.getValue("date1904");
            from1904 = "1".equals(value) || "true".equals(value);
        }
    }
}
