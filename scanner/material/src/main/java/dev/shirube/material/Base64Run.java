package dev.shirube.material;

/**
 * Base64 (RFC 4648 section 4) from one place of a text on, over what frames its lines there: line ends, indentation, quotes
 * and the sign that joins literals, and the escapes of JSON for {@code /}, {@code +} and {@code =}.
 */
final class Base64Run {

    /** Between two lines of one value; longer is something else. */
    private static final int LONGEST_FRAME = 200;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final boolean[] IS_LETTER = new boolean[128];

    static {
        LETTERS.chars().forEach(it -> IS_LETTER[it] = true);
    }

    private final String text;
    private final StringBuilder letters = new StringBuilder();
    private int at;

    /** Starts at that offset of the text. */
    Base64Run(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * Takes letters until there are that many and the line ends, or until something follows that is no Base64.
     *
     * @param anyFrame whether the lines may be folded with blanks or joined; else only a line end goes on
     */
    void take(int wanted, boolean anyFrame) {
        while (at < text.length()) {
            int escaped = escaped();
            if (escaped > 0) {
                at += escaped;
            } else if (at < text.length() && isLetter(text.charAt(at))) {
                letters.append(text.charAt(at++));
            } else if (letters.length() >= wanted || text.charAt(at) == '=' || !skipFrame(anyFrame)) {
                return;
            }
        }
    }

    /** The letters taken so far, without padding. */
    String letters() {
        return letters.toString();
    }

    /** How many letters were taken. */
    int length() {
        return letters.length();
    }

    /** Where taking ended. */
    int end() {
        return at;
    }

    /** Takes a letter that JSON or a programming language wrote as an escape; returns the length of the escape, or 0. */
    private int escaped() {
        if (text.charAt(at) != '\\') {
            return 0;
        }
        if (text.startsWith("\\/", at)) {
            letters.append('/');
            return 2;
        }
        if (text.regionMatches(true, at, "\\u002b", 0, 6)) {
            letters.append('+');
            return 6;
        }
        if (text.regionMatches(true, at, "\\u002f", 0, 6)) {
            letters.append('/');
            return 6;
        }
        return 0;
    }

    private boolean skipFrame(boolean anyFrame) {
        int from = at;
        int next = at;
        boolean lineEnd = false;
        while (next < text.length() && next - from < LONGEST_FRAME) {
            int width = lineEnd(next);
            if (width > 0) {
                lineEnd = true;
                next += width;
            } else if (isFrame(next)) {
                next++;
            } else {
                break;
            }
        }
        boolean goesOn = next > from
                && next < text.length()
                && (isLetter(text.charAt(next)) || text.startsWith("\\/", next))
                && (lineEnd || anyFrame);
        if (goesOn) {
            at = next;
        }
        return goesOn;
    }

    /** Length of a line end, real or written as an escape or a character reference. */
    private int lineEnd(int offset) {
        char c = text.charAt(offset);
        if (c == '\n' || c == '\r') {
            return 1;
        }
        if (c == '\\') {
            int slashes = offset;
            while (slashes < text.length() && text.charAt(slashes) == '\\' && slashes - offset < 4) {
                slashes++;
            }
            boolean escape = slashes < text.length() && (text.charAt(slashes) == 'n' || text.charAt(slashes) == 'r');
            return escape ? slashes - offset + 1 : 0;
        }
        for (String reference : new String[] {"&#10;", "&#13;", "&#xa;", "&#xd;"}) {
            if (text.regionMatches(true, offset, reference, 0, reference.length())) {
                return reference.length();
            }
        }
        return 0;
    }

    /** Blanks, quotes, a continuation, and what joins literals; a plus sign only where none of Base64 can stand. */
    private boolean isFrame(int offset) {
        char c = text.charAt(offset);
        if (c == '+') {
            char next = offset + 1 < text.length() ? text.charAt(offset + 1) : ' ';
            return Character.isWhitespace(next) || next == '"' || next == '\'';
        }
        if (c == '.') {
            return !text.startsWith("..", offset);
        }
        return c == ' ' || c == '\t' || c == '"' || c == '\'' || c == '`' || c == '\\' || c == '&' || c == '#'
                || c == '>' || c == '|';
    }

    private static boolean isLetter(char c) {
        return c < IS_LETTER.length && IS_LETTER[c];
    }
}
