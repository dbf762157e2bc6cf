package dev.shirube.reports.format;

import dev.shirube.reports.table.Tone;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFColor;

/**
 * The colours of the workbook.
 *
 * <p>Fills that stand side by side differ in lightness, so that they hold for colour-blind readers and in a grey print;
 * hues follow Okabe and Ito's set for colour-blind readers (jfly.uni-koeln.de/color).
 */
enum Palette {
    INK(0x1B2A41),
    PAPER(0xFFFFFF),
    MUTED_INK(0x6B7685),
    LINE(0xD3D9E1),
    GROUP_LINE(0x8D99AE),
    HEADER(0x1F3A5F),
    HEADER_ALTERNATE(0x33557F),
    HEADER_NOW(0xE69F00),
    HEADING_ROW(0xE8EDF4),
    INPUT_HEADER(0xFFD55A),
    INPUT(0xFFF8DC),
    BAR(0x0072B2),
    SUMMARY(0x1B2A41),
    WAIT(0xC9D3DF),
    ALERT(0xD55E00),
    GOOD(0xDDF1E8),
    CAUTION(0xFDEFCF),
    DANGER(0xFBDCCB);

    private final int rgb;

    /** What a tone is filled with. */
    static Palette of(Tone tone) {
        return switch (tone) {
            case GOOD -> GOOD;
            case CAUTION -> CAUTION;
            case DANGER -> DANGER;
            case PLAIN, MUTED -> PAPER;
        };
    }

    Palette(int rgb) {
        this.rgb = rgb;
    }

    XSSFColor color() {
        byte[] bytes = {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
        return new XSSFColor(bytes, new DefaultIndexedColorMap());
    }
}
