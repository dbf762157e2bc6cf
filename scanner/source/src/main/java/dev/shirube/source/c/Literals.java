package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.tree.Syntax;
import java.util.List;
import java.util.Locale;

/** Numbers, texts and characters. */
final class Literals {
    private Literals() {}

    /** A whole number without its suffix; anything else is no value that could be followed. */
    static Expression number(Syntax node) {
        Place place = node.place();
        String text = node.text().replace("'", "").toLowerCase(Locale.ROOT).replaceAll("(?<=[0-9a-f])[ulz]+$", "");
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        int radix = 10;
        if (digits.startsWith("0x")) {
            radix = 16;
            digits = digits.substring(2);
        } else if (digits.startsWith("0b")) {
            radix = 2;
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            radix = 8;
        }
        try {
            long value = Long.parseLong(digits, radix);
            return new Expression.Whole(place, negative ? -value : value);
        } catch (NumberFormatException e) {
            return new Expression.Other(place, List.of()); // a fraction, or more than 63 bits
        }
    }

    /** A text or character without its quotes and prefix. */
    static Expression text(Syntax node) {
        StringBuilder text = new StringBuilder();
        for (Syntax child : node.children()) {
            if (child.is("string_content", "raw_string_content", "character")) {
                text.append(child.text());
            } else if (child.is("escape_sequence")) {
                escape(child.text(), text);
            } else if (child.is("string_literal", "raw_string_literal")) {
                return text(child); // with a suffix: "x"s
            }
        }
        return new Expression.Text(node.place(), text.toString());
    }

    private static void escape(String written, StringBuilder text) {
        if (written.length() < 2) {
            return;
        }
        char kind = written.charAt(1);
        switch (kind) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'x', 'u', 'U' -> codePoint(written.substring(2), 16, text);
            case '\n', '\r' -> {} // the line goes on
            default -> {
                if (kind >= '0' && kind <= '7') {
                    codePoint(written.substring(1), 8, text);
                } else {
                    text.append(kind);
                }
            }
        }
    }

    private static void codePoint(String digits, int radix, StringBuilder text) {
        try {
            int value = Integer.parseInt(digits, radix);
            if (Character.isValidCodePoint(value)) {
                text.appendCodePoint(value);
            }
        } catch (NumberFormatException e) {
            text.append(digits);
        }
    }
}
