package dev.shirube.source.window;

import dev.shirube.source.tree.Literals;
import dev.shirube.source.window.WindowSyntax.Quote;
import java.util.ArrayList;
import java.util.List;

/**
 * A text between quotes.
 *
 * @param parts what stands between its holes, and in them, by turns: one part is a text without holes
 * @param end offset after it; of a text that does not end, that of its line or file
 */
record Quoted(List<String> parts, int end) {

    /** Keeps an unmodifiable copy. */
    Quoted {
        parts = List.copyOf(parts);
    }

    static Quoted read(String text, int start, Quote quote) {
        List<String> parts = new ArrayList<>();
        int from = start + quote.open().length();
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && (quote.escapes() || !quote.lines())) {
                at = Math.min(text.length(), at + 2);
            } else if (text.startsWith(quote.close(), at)) {
                boolean doubled = !quote.escapes() && quote.close().length() == 1 && text.startsWith("\"\"", at);
                if (!doubled || quote.open().startsWith("`") || !quote.open().contains("@")) {
                    parts.add(content(text, from, at, quote));
                    return new Quoted(parts, at + quote.close().length());
                }
                at += 2;
            } else if (c == '\n' && !quote.lines()) {
                break;
            } else if (!quote.hole().isEmpty() && text.startsWith(quote.hole(), at)) {
                int end = hole(text, at, quote.hole());
                if (end > at) {
                    parts.add(content(text, from, at, quote));
                    parts.add(inner(text.substring(at, end)));
                    from = end;
                }
                at = Math.max(end, at + (end < at ? 2 : 1));
            } else {
                at++;
            }
        }
        parts.add(content(text, Math.min(from, at), at, quote));
        return new Quoted(parts, at);
    }

    private static String content(String text, int from, int to, Quote quote) {
        String written = text.substring(from, to);
        return quote.escapes() ? Literals.unescaped(written) : written;
    }

    /** Where the hole ends; its beginning where there is none, and less where its mark stands twice for itself. */
    private static int hole(String text, int start, String mark) {
        if (mark.equals("{") && text.startsWith("{{", start)) {
            return start - 1;
        }
        if (mark.equals("$") && !text.startsWith("{", start + 1)) {
            int end = start + 1;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            return end > start + 1 ? end : start;
        }
        int depth = 0;
        for (int i = text.indexOf('{', start); i >= 0 && i < text.length() && i < start + 1000; i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return start;
    }

    private static String inner(String hole) {
        int open = hole.indexOf('{');
        return (open < 0 ? hole.substring(1) : hole.substring(open + 1, hole.length() - 1)).strip();
    }
}
