package dev.shirube.source.javascript;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Syntax;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers and texts. */
final class Literals {
    private static final Pattern DECIMAL = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?");

    private Literals() {}

    /** Whole numbers in any notation, {@code 1e3} too; others stay open. */
    static Expression number(Syntax node) {
        String text = node.text().replace("_", "");
        if (text.endsWith("n")) {
            text = text.substring(0, text.length() - 1);
        }
        try {
            String start = text.length() > 1 ? text.substring(0, 2) : "";
            long value = switch (start) {
                case "0x", "0X" -> Long.parseLong(text.substring(2), 16);
                case "0o", "0O" -> Long.parseLong(text.substring(2), 8);
                case "0b", "0B" -> Long.parseLong(text.substring(2), 2);
                default -> decimal(text);
            };
            return new Expression.Whole(node.place(), value);
        } catch (ArithmeticException | NumberFormatException e) {
            return new Expression.Other(node.place(), List.of());
        }
    }

    private static long decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text).longValueExact();
    }

    /** What a quoted string stands for. */
    static Expression.Text string(Syntax node) {
        return new Expression.Text(node.place(), content(node));
    }

    static String content(Syntax node) {
        String text = node.text();
        return unescaped(text.length() < 2 ? "" : text.substring(1, text.length() - 1));
    }

    /** The text with each escape replaced by what it stands for. */
    static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\' || at == text.length()) {
                plain.append(c);
                continue;
            }
            char kind = text.charAt(at++);
            switch (kind) {
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'v' -> plain.append('\u000B');
                case '0' -> plain.append('\0');
                case '\n' -> {}
                case 'x' -> at = code(text, at, at + 2, plain);
                case 'u' -> {
                    boolean braced = at < text.length() && text.charAt(at) == '{';
                    int close = text.indexOf('}', at);
                    at = braced && close > at ? code(text, at + 1, close, plain) + 1 : code(text, at, at + 4, plain);
                }
                default -> plain.append(kind);
            }
        }
        return plain.toString();
    }

    private static int code(String text, int from, int to, StringBuilder plain) {
        if (to <= text.length()) {
            try {
                plain.appendCodePoint(Integer.parseInt(text.substring(from, to), 16));
                return to;
            } catch (IllegalArgumentException e) {
                return from; // broken text: the digits stay as they are
            }
        }
        return from;
    }
}
