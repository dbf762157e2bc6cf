package dev.shirube.source.tree;

import java.util.Locale;
import java.util.Optional;

/** What numbers and escapes stand for that many languages write alike. */
public final class Literals {

    private static final String NUMBER_SUFFIXES = "uUlLnN";

    private Literals() {}

    /**
     * The whole number that is written so: decimal, or with {@code 0x}, {@code 0b}, {@code 0o} in front, with underscores
     * and a suffix for its type; nothing for fractions, exponents, and what does not fit.
     */
    public static Optional<Long> whole(String written) {
        String text = written.replace("_", "").toLowerCase(Locale.ROOT);
        int end = text.length();
        while (end > 1 && NUMBER_SUFFIXES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        text = text.substring(0, end);
        try {
            if (text.startsWith("0x")) {
                return Optional.of(Long.parseLong(text.substring(2), 16));
            } else if (text.startsWith("0b")) {
                return Optional.of(Long.parseLong(text.substring(2), 2));
            } else if (text.startsWith("0o")) {
                return Optional.of(Long.parseLong(text.substring(2), 8));
            }
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The text with each escape that begins with a backslash replaced by what it stands for. */
    public static String unescaped(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        int at = 0;
        while (at < written.length()) {
            char c = written.charAt(at);
            if (c == '\\' && at + 1 < written.length()) {
                at = escape(written, at + 1, text);
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    /** Appends what the escape with that letter stands for, and tells where it ends. */
    private static int escape(String written, int letter, StringBuilder text) {
        char c = written.charAt(letter);
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case '0' -> text.append('\0');
            case 'x' -> {
                return code(written, letter + 1, 2, text);
            }
            case 'u' -> {
                return code(written, letter + 1, 4, text);
            }
            case 'U' -> {
                return code(written, letter + 1, 8, text);
            }
            case '\n' -> {} // a line that goes on
            default -> text.append(c);
        }
        return letter + 1;
    }

    private static int code(String written, int from, int most, StringBuilder text) {
        boolean braced = from < written.length() && written.charAt(from) == '{';
        int begin = braced ? from + 1 : from;
        int end = begin;
        while (end < written.length() && end < begin + most + (braced ? 2 : 0) && hex(written.charAt(end))) {
            end++;
        }
        if (end > begin && end - begin <= 8) {
            long code = Long.parseLong(written.substring(begin, end), 16);
            if (code <= Character.MAX_CODE_POINT) {
                text.appendCodePoint((int) code);
            }
        }
        return braced && end < written.length() && written.charAt(end) == '}' ? end + 1 : end;
    }

    private static boolean hex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }
}
