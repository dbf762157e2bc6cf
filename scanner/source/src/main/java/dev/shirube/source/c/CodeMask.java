package dev.shirube.source.c;

/** A text of C or C++ in which comments and what stands in quotes are blanks, every other character in its place. */
final class CodeMask {
    private final String text;
    private final char[] code;

    private CodeMask(String text) {
        this.text = text;
        this.code = text.toCharArray();
    }

    static char[] of(String text) {
        CodeMask mask = new CodeMask(text);
        mask.run();
        return mask.code;
    }

    private void run() {
        int at = 0;
        while (at < code.length) {
            char c = code[at];
            if (c == '/' && next(at) == '/') {
                at = blank(at, lineEnd(at));
            } else if (c == '/' && next(at) == '*') {
                int end = text.indexOf("*/", at + 2);
                at = blank(at, end < 0 ? code.length : end + 2);
            } else if (c == '"' && at > 0 && code[at - 1] == 'R') {
                at = raw(at);
            } else if (c == '"' || c == '\'' && !isDigitSeparator(at)) {
                at = quoted(at, c);
            } else {
                at++;
            }
        }
    }

    private char next(int at) {
        return at + 1 < code.length ? code[at + 1] : '\0';
    }

    private boolean isDigitSeparator(int at) {
        return at > 0 && Character.digit(code[at - 1], 16) >= 0 && Character.digit(next(at), 16) >= 0;
    }

    /** The end of the line, or of the last one that a backslash joins to it. */
    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? code.length : end;
    }

    private int raw(int at) {
        int open = text.indexOf('(', at);
        if (open < 0 || open - at > 20) {
            return quoted(at, '"');
        }
        String close = ")" + text.substring(at + 1, open) + "\"";
        int end = text.indexOf(close, open);
        int last = end < 0 ? code.length : end + close.length() - 1;
        blank(at + 1, last);
        return last + 1;
    }

    /** Between the quotes; one that is not closed ends with its line. */
    private int quoted(int at, char quote) {
        int end = at + 1;
        while (end < code.length && code[end] != quote && code[end] != '\n') {
            end += code[end] == '\\' ? 2 : 1;
        }
        int last = Math.min(end, code.length);
        blank(at + 1, last);
        return last + 1;
    }

    private int blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (code[i] != '\n') {
                code[i] = ' ';
            }
        }
        return to;
    }
}
