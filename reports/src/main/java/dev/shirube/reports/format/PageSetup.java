package dev.shirube.reports.format;

import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Header;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;

/** How a sheet prints: A3 landscape, as few pages wide as it can be read on, with its name on top and "page / pages" below. */
record PageSetup(String font, String organisation, String asOf) {

    /** Digits of the body font that stay readable on one A3 page. */
    private static final int READABLE_WIDTH = 350;

    /**
     * Sets up a sheet.
     *
     * @param width of all columns together, in digits
     * @param whole whether all columns have to be on one page: bars that are cut in two cannot be read
     */
    void apply(Sheet sheet, int width, boolean whole) {
        sheet.setAutobreaks(true);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A3_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) (whole ? 1 : 1 + width / READABLE_WIDTH));
        print.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        Header header = sheet.getHeader();
        header.setLeft(small(escape(organisation)));
        header.setRight(small(escape(asOf)));
        Footer footer = sheet.getFooter();
        footer.setLeft(small("&A"));
        footer.setCenter(small("&P / &N"));
    }

    private String small(String text) {
        return text.isEmpty() ? "" : "&\"" + font + ",Regular\"&8" + text;
    }

    /** A header's own codes begin with an ampersand; a digit after the font size would be read as part of it. */
    private static String escape(String text) {
        String doubled = text.replace("&", "&&");
        return doubled.isEmpty() || !Character.isDigit(doubled.charAt(0)) ? doubled : " " + doubled;
    }
}
