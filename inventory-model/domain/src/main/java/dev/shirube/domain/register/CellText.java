package dev.shirube.domain.register;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text as people type it into cells: full-width digits, spaces of several kinds, marks for "do not know". */
final class CellText {

    private static final Set<String> UNKNOWN = Set.of(
            "", "?", "不明", "未定", "未確認", "要確認", "未回答", "未記入", "空欄", "調査中", "確認中", "unknown", "tbd", "tbc", "―", "—", "–",
            "ー");

    /** What people put around a heading to say that a cell must be filled in. */
    private static final Pattern DECORATION = Pattern.compile("[*※]|[(\\[【](?:必須|任意|入力必須|required|optional)[)\\]】]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u200B-\\u200D\\u2060\\uFEFF]");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−ー]");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private CellText() {}

    /** As it is kept: without outer spaces, tabs and controls, which no sheet shows and not every format carries. */
    static String kept(String cell) {
        String lines = cell.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return CONTROLS.matcher(lines).replaceAll("").strip();
    }

    /** Compatibility form (NFKC: full-width digits become plain ones), without a byte order mark or outer spaces. */
    static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .replace("\uFEFF", "")
                .strip();
    }

    /** For values: plain, lower-case, without spaces; signs and separators stay. */
    static String compact(String cell) {
        return SPACES.matcher(plain(cell).toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** For comparing names: compact, and without underscores and hyphens. */
    static String fold(String cell) {
        return compact(cell).replaceAll("[_-]", "");
    }

    /** For comparing headings: folded, and without what marks a cell that must be filled in. */
    static String heading(String cell) {
        return DECORATION.matcher(fold(cell)).replaceAll("");
    }

    /** Equal for ids that a reader takes for the same: compact, with every dash alike. */
    static String appearance(String id) {
        return DASHES.matcher(compact(id)).replaceAll("-");
    }

    /** Whether the owner left it open. */
    static boolean unknown(String cell) {
        return UNKNOWN.contains(fold(cell));
    }

    /** Whether nothing but what can be printed stands in it, on one line. */
    static boolean printable(String text) {
        return text.codePoints().noneMatch(it -> {
            int type = Character.getType(it);
            return type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.UNASSIGNED;
        });
    }
}
