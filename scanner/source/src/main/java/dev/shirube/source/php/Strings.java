package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts in quotes and heredocs. */
final class Strings {
    private Strings() {}

    /** The text, where it has no variables in it; else empty. */
    static String plain(Syntax node) {
        StringBuilder text = new StringBuilder();
        for (Syntax part : node.children()) {
            if (!part.is("string_content", "escape_sequence")) {
                return "";
            }
            append(text, part, node.is("string"));
        }
        return text.toString();
    }

    static Expression of(Script script, Syntax node) {
        Syntax body = node.is("heredoc", "nowdoc") ? node.get("value").orElse(node) : node;
        List<Expression> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Syntax part : body.children()) {
            if (part.is("string_content", "escape_sequence", "nowdoc_string")) {
                append(text, part, node.is("string", "nowdoc"));
            } else if (!part.is("heredoc_start", "heredoc_end")) {
                if (text.length() > 0) {
                    parts.add(new Expression.Text(node.place(), text.toString()));
                    text.setLength(0);
                }
                parts.add(script.expressions.of(part));
            }
        }
        if (parts.isEmpty()) {
            return new Expression.Text(node.place(), text.toString());
        }
        if (text.length() > 0) {
            parts.add(new Expression.Text(node.place(), text.toString()));
        }
        return new Expression.Template(node.place(), parts);
    }

    private static void append(StringBuilder text, Syntax part, boolean single) {
        String written = part.text();
        if (part.is("escape_sequence") && written.length() > 1) {
            escaped(text, written, single);
        } else {
            text.append(written);
        }
    }

    private static void escaped(StringBuilder text, String written, boolean single) {
        char kind = written.charAt(1);
        if (single) {
            text.append(kind);
            return;
        }
        try {
            switch (kind) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'v' -> text.append('\u000B');
                case 'f' -> text.append('\f');
                case 'e' -> text.append('\u001B');
                case 'x' -> text.append((char) Integer.parseInt(written.substring(2), 16));
                case 'u' -> text.appendCodePoint(Integer.parseInt(written.replaceAll("[u{}\\\\]", ""), 16));
                default -> {
                    if (kind >= '0' && kind <= '7') {
                        text.append((char) (Integer.parseInt(written.substring(1), 8) & 0xFF));
                    } else {
                        text.append(kind);
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            text.append(written); // no code point
        }
    }

    /** Whole numbers in any notation; others stay open. */
    static Expression number(Syntax node) {
        String text = node.text().replace("_", "").toLowerCase(Locale.ROOT);
        try {
            long value;
            if (text.startsWith("0x")) {
                value = Long.parseLong(text.substring(2), 16);
            } else if (text.startsWith("0b")) {
                value = Long.parseLong(text.substring(2), 2);
            } else if (text.startsWith("0") && text.length() > 1) {
                value = Long.parseLong(text.substring(text.startsWith("0o") ? 2 : 1), 8);
            } else {
                value = Long.parseLong(text);
            }
            return new Expression.Whole(node.place(), value);
        } catch (NumberFormatException e) {
            return new Expression.Other(node.place(), List.of());
        }
    }
}
