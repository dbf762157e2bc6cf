package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.table.Align;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes each look one style of the workbook, in the order of first use (Excel allows 64,000 styles; we need a few dozen). */
final class StyleBook {
    private record FontKey(int points, boolean bold, Palette color) {}

    private final XSSFWorkbook workbook;
    private final Language language;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<FontKey, XSSFFont> fonts = new HashMap<>();
    private final Map<Boolean, XSSFFont> links = new HashMap<>();

    StyleBook(XSSFWorkbook workbook, Language language) {
        this.workbook = workbook;
        this.language = language;
        // Column widths are counted in digits of this font.
        XSSFFont base = workbook.getFontAt(0);
        base.setFontName(fontName());
        base.setFontHeightInPoints((short) 9);
    }

    String fontName() {
        return language.choose("Meiryo", "Yu Gothic");
    }

    XSSFCellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private XSSFCellStyle make(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(horizontal(look.align()));
        style.setQuotePrefixed(look.quoted());
        switch (look.role()) {
            case TITLE -> style.setFont(font(15, true, Palette.INK));
            case NOTE -> style.setFont(look.linked() ? link(false) : font(9, false, Palette.MUTED_INK));
            case HEADER -> header(style, look);
            case GROUP -> group(style, look);
            case BODY -> body(style, look);
            case MARK -> mark(style, look);
            case COVER_ORGANISATION -> style.setFont(font(14, false, Palette.INK));
            case COVER_TITLE -> style.setFont(font(26, true, Palette.INK));
            case COVER_SECTION -> coverSection(style);
            case COVER_LABEL -> coverEntry(style, font(11, false, Palette.MUTED_INK));
            case COVER_VALUE -> coverEntry(style, font(11, false, Palette.INK));
            case FIGURE_LABEL -> figure(style, look, font(10, false, Palette.INK));
            case FIGURE -> figure(style, look, font(20, true, Palette.INK));
            case REMARK -> {
                style.setFont(font(9, false, Palette.INK));
                style.setWrapText(true);
                style.setVerticalAlignment(VerticalAlignment.TOP);
            }
        }
        return style;
    }

    private void header(XSSFCellStyle style, Look look) {
        boolean now = look.heading();
        Palette fill = look.input() ? Palette.INPUT_HEADER : now ? Palette.HEADER_NOW : Palette.HEADER;
        boolean dark = !look.input() && !now;
        fill(style, fill);
        style.setFont(font(9, true, dark ? Palette.PAPER : Palette.INK));
        style.setWrapText(true);
        borders(style, Palette.GROUP_LINE, look.groupStart());
    }

    private void group(XSSFCellStyle style, Look look) {
        fill(style, look.heading() ? Palette.HEADER_ALTERNATE : Palette.HEADER);
        style.setFont(font(9, true, Palette.PAPER));
    }

    private void body(XSSFCellStyle style, Look look) {
        style.setWrapText(true);
        style.setIndention((short) (look.align() == Align.CENTRE ? 0 : 1));
        style.setFont(font(9, look.heading(), Palette.INK));
        borders(style, Palette.LINE, false);
        switch (look.tone()) {
            case GOOD -> fill(style, Palette.GOOD);
            case CAUTION -> fill(style, Palette.CAUTION);
            case DANGER -> {
                fill(style, Palette.DANGER);
                style.setFont(font(9, true, Palette.INK));
            }
            case MUTED -> style.setFont(font(9, look.heading(), Palette.MUTED_INK));
            case PLAIN -> plainFill(style, look);
        }
        if (look.linked()) {
            style.setFont(link(look.heading()));
        }
        if (look.input()) {
            style.setLocked(false);
        }
        if (look.date()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(language.choose("yyyy/m/d", "yyyy-mm-dd")));
        } else if (look.align() == Align.RIGHT) {
            style.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
        }
    }

    private XSSFFont link(boolean bold) {
        return links.computeIfAbsent(bold, it -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(fontName());
            font.setFontHeightInPoints((short) 9);
            font.setBold(bold);
            font.setUnderline(FontUnderline.SINGLE);
            font.setColor(Palette.BAR.color());
            return font;
        });
    }

    private static void figure(XSSFCellStyle style, Look look, XSSFFont font) {
        style.setFont(font);
        fill(
                style,
                switch (look.tone()) {
                    case GOOD -> Palette.GOOD;
                    case CAUTION -> Palette.CAUTION;
                    case DANGER -> Palette.DANGER;
                    case PLAIN, MUTED -> Palette.HEADING_ROW;
                });
    }

    private static void plainFill(XSSFCellStyle style, Look look) {
        if (look.input()) {
            fill(style, Palette.INPUT);
        } else if (look.heading()) {
            fill(style, Palette.HEADING_ROW);
        }
    }

    private void mark(XSSFCellStyle style, Look look) {
        borders(style, Palette.LINE, look.groupStart());
        style.setFont(font(9, true, Palette.PAPER));
        switch (look.shade()) {
            case BAR -> bar(style, Palette.BAR);
            case SUMMARY -> bar(style, Palette.SUMMARY);
            case ALERT -> bar(style, Palette.ALERT);
            case HATCHED -> {
                bar(style, Palette.WAIT);
                style.setFillForegroundColor(Palette.MUTED_INK.color());
                style.setFillBackgroundColor(Palette.WAIT.color());
                style.setFillPattern(FillPatternType.THIN_FORWARD_DIAG);
                style.setFont(font(9, true, Palette.INK));
            }
            case POINT, EMPTY -> {
                style.setFont(font(9, true, Palette.ALERT));
                if (look.heading()) {
                    fill(style, Palette.HEADING_ROW);
                }
            }
        }
    }

    /** Without lines inside, so that neighbouring cells read as one bar. */
    private static void bar(XSSFCellStyle style, Palette color) {
        fill(style, color);
        style.setLeftBorderColor(color.color());
        style.setRightBorderColor(color.color());
    }

    private void coverSection(XSSFCellStyle style) {
        style.setFont(font(12, true, Palette.HEADER));
        style.setVerticalAlignment(VerticalAlignment.BOTTOM);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setBottomBorderColor(Palette.HEADER.color());
    }

    private static void coverEntry(XSSFCellStyle style, XSSFFont font) {
        style.setFont(font);
        style.setWrapText(true);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(Palette.LINE.color());
    }

    private static void fill(XSSFCellStyle style, Palette color) {
        style.setFillForegroundColor(color.color());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static void borders(XSSFCellStyle style, Palette line, boolean groupStart) {
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBottomBorderColor(line.color());
        style.setTopBorderColor(line.color());
        style.setRightBorderColor(line.color());
        style.setLeftBorderColor((groupStart ? Palette.GROUP_LINE : line).color());
    }

    private static HorizontalAlignment horizontal(Align align) {
        return switch (align) {
            case LEFT, BY_KIND -> HorizontalAlignment.LEFT;
            case CENTRE -> HorizontalAlignment.CENTER;
            case RIGHT -> HorizontalAlignment.RIGHT;
        };
    }

    private XSSFFont font(int points, boolean bold, Palette color) {
        return fonts.computeIfAbsent(new FontKey(points, bold, color), key -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(fontName());
            font.setFontHeightInPoints((short) key.points());
            font.setBold(key.bold());
            font.setColor(key.color().color());
            return font;
        });
    }
}
