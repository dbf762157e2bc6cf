package dev.shirube.reports.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells the encoding of a text file by its bytes alone, and says so where they do not tell it. */
final class CsvText {
    /** Microsoft's Shift_JIS (code page 932), in which Japanese spreadsheets save CSV. */
    static final Charset MS932 = Charset.forName("windows-31j");

    /** Below this, UTF-8 takes two bytes a character, which Shift_JIS may read as two half-width katakana. */
    private static final int FIRST_OF_THREE_BYTES = 0x800;

    private static final char ESCAPE = 0x1B;

    private final String file;

    CsvText(String file) {
        this.file = file;
    }

    String decode(byte[] bytes) throws RowFileException {
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            return strict(StandardCharsets.UTF_16, bytes, 0)
                    .orElseThrow(() -> refused(
                            "UTF-16 として読めません。ファイルが途中で切れていないか確認し、保存し直してください。",
                            "is broken UTF-16. Check that it is complete, and save it again."));
        }
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return plain(strict(StandardCharsets.UTF_8, bytes, 3)
                    .orElseThrow(() -> refused(
                            "UTF-8 の印（BOM）がありますが、UTF-8 として読めません。UTF-8 で保存し直してください。",
                            "starts as UTF-8 (byte order mark) but is not. Save it as UTF-8.")));
        }
        Optional<String> utf8 = strict(StandardCharsets.UTF_8, bytes, 0);
        if (utf8.isEmpty()) {
            return plain(strict(MS932, bytes, 0)
                    .orElseThrow(() -> refused(
                            "文字コードが UTF-8 でも Shift_JIS でもありません。UTF-8 で保存し直してください。",
                            "is neither UTF-8 nor Shift_JIS. Save it as UTF-8.")));
        }
        if (katakana(utf8.get()) && strict(MS932, bytes, 0).isPresent()) {
            throw refused(
                    "文字コードが UTF-8 か Shift_JIS か判別できません。「CSV UTF-8（BOM 付き）」で保存し直してください。",
                    "may be UTF-8 or Shift_JIS: its bytes do not tell. Save it as UTF-8 with byte order mark"
                            + " (\"CSV UTF-8\" in Excel).");
        }
        return plain(utf8.get());
    }

    /** Whether it may as well be half-width katakana: it has characters beyond ASCII, and all of them take two bytes. */
    private static boolean katakana(String utf8) {
        return utf8.codePoints().anyMatch(it -> it >= 0x80)
                && utf8.codePoints().allMatch(it -> it < FIRST_OF_THREE_BYTES);
    }

    /** ISO-2022-JP is plain ASCII to the eye of a decoder, and UTF-16 without its mark is full of NUL. */
    private String plain(String text) throws RowFileException {
        if (text.indexOf('\0') >= 0) {
            throw refused(
                    "CSV でも XLSX でもありません。CSV（UTF-8 又は Shift_JIS）か .xlsx で保存してください。",
                    "is neither CSV nor XLSX. Save it as CSV (UTF-8 or Shift_JIS) or as .xlsx.");
        }
        if (text.indexOf(ESCAPE) >= 0) {
            throw refused(
                    "文字コードが UTF-8 でも Shift_JIS でもありません（JIS と思われます）。UTF-8 で保存し直してください。",
                    "is neither UTF-8 nor Shift_JIS (ISO-2022-JP by its escapes). Save it as UTF-8.");
        }
        return text;
    }

    private static Optional<String> strict(Charset charset, byte[] bytes, int skip) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private RowFileException refused(String japanese, String english) {
        return new RowFileException(file, 0, japanese, english);
    }
}
