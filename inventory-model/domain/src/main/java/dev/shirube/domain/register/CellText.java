package dev.shirube.domain.register;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Text as people type it into cells: full-width digits, spaces of several kinds, marks for "do not know". */
final class CellText {

    private static final Set<String> UNKNOWN = Set.of("", "?", "不明", "未定", "未確認", "unknown", "tbd");

    private CellText() {}

    /** Compatibility form (NFKC: full-width digits become plain ones), without a byte order mark or outer spaces. */
    static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .replace("\uFEFF", "")
                .strip();
    }

    /** For values: plain, lower-case, without spaces; signs and separators stay. */
    static String compact(String cell) {
        return plain(cell).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    /** For comparing names: compact, and without underscores and hyphens. */
    static String fold(String cell) {
        return compact(cell).replaceAll("[_-]", "");
    }

    /** Whether the owner left it open. */
    static boolean unknown(String cell) {
        return UNKNOWN.contains(fold(cell));
    }
}
