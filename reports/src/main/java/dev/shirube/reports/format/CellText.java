package dev.shirube.reports.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text that came from scanned material or from an office safe to stand in a cell: it stays data, whatever it says.
 */
public final class CellText {
    /** Excel's limit on the characters of one cell. */
    static final int LIMIT = 32_767;

    /** Ends a text that was cut at the limit. */
    static final String CUT = "…［以下省略 / cut］";

    /** ECMA-376 part 1, section 22.9.2.19: readers decode this form in any string of a workbook. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    /** Without what no cell may hold or show, and no longer than a cell may be. */
    public static String clean(String text) {
        String visible = visible(text);
        if (visible.length() <= LIMIT) {
            return visible;
        }
        int end = LIMIT - CUT.length();
        if (Character.isHighSurrogate(visible.charAt(end - 1))) {
            end--;
        }
        return visible.substring(0, end) + CUT;
    }

    /** The same text as a workbook's XML must carry it. */
    static String forWorkbook(String text) {
        return ESCAPE.matcher(text).replaceAll("_x005F_");
    }

    /** The text that a workbook's XML carries in that form. */
    static String fromWorkbook(String xml) {
        return ESCAPED.matcher(xml)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }

    /** Whether a spreadsheet would take it for a formula if somebody retyped it or opened it as CSV. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }

    /** The text with an apostrophe in front if a spreadsheet would take it for a formula. */
    static String guard(String text) {
        return looksLikeFormula(text) || guarded(text) ? "'" + text : text;
    }

    /** The text without the apostrophe that {@link #guard} put in front of it. */
    static String unguard(String text) {
        return guarded(text) ? text.substring(1) : text;
    }

    /** Whether the text is one that guarding made, or would be mistaken for one. */
    private static boolean guarded(String text) {
        return text.startsWith("'") && (looksLikeFormula(text.substring(1)) || guarded(text.substring(1)));
    }

    /** After Unicode Standard Annex 11, as far as Japanese text needs it. */
    static boolean wide(char point) {
        return point >= 0x1100 && !(point >= 0xFF61 && point <= 0xFF9F) && !Character.isSurrogate(point);
    }

    private static String visible(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int length = Character.charCount(point);
            if (allowed(point)) {
                if (out != null) {
                    out.appendCodePoint(point);
                }
            } else if (out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            i += length;
        }
        return out == null ? text : out.toString();
    }

    /** Line feed and what is printable; no controls, lone surrogates, non-characters, or marks that reorder the text. */
    private static boolean allowed(int point) {
        if (point < 0x7F) {
            return point >= ' ' || point == '\n';
        }
        int type = Character.getType(point);
        boolean reorders = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        return type != Character.CONTROL && type != Character.SURROGATE && (point & 0xFFFE) != 0xFFFE && !reorders;
    }
}
