package dev.shirube.material.document;

/** The characters of a TOML text: blanks, comments, keys, strings and bare values. */
final class TomlScanner {

    private static final int TRIPLE = 3;
    private static final int HEX = 16;
    private static final int SHORT_ESCAPE = 4;
    private static final int LONG_ESCAPE = 8;

    private final String text;
    private int at;
    private int line = 1;

    TomlScanner(String text) {
        this.text = text;
    }

    int line() {
        return line;
    }

    MalformedException malformed() {
        return new MalformedException("TOML", line);
    }

    private char here() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** The next character on this line that is not blank; NUL at the end of the text, and the line's end is one. */
    char peek() {
        while (here() == ' ' || here() == '\t' || here() == '\r') {
            at++;
        }
        return here();
    }

    /** The next character that is neither blank nor in a comment, on this line or a later one. */
    char peekOverLines() {
        while (true) {
            char c = peek();
            if (c == '#') {
                comment();
            } else if (c == '\n') {
                line++;
                at++;
            } else {
                return c;
            }
        }
    }

    /** The first character of the next line with anything on it; NUL at the end. */
    char nextLineStart() {
        return peekOverLines();
    }

    /** Refuses anything but a comment before the line ends. */
    void endOfLine() throws MalformedException {
        char c = peek();
        if (c == '#') {
            comment();
        } else if (c != '\n' && at < text.length()) {
            throw malformed();
        }
    }

    private void comment() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    void skip(char expected) throws MalformedException {
        if (peek() != expected) {
            throw malformed();
        }
        at++;
    }

    String key() throws MalformedException {
        char c = peek();
        return c == '"' || c == '\'' ? string() : word("=.]}, \t\r\n#");
    }

    String bare() throws MalformedException {
        return word(",]} \t\r\n#");
    }

    private String word(String end) throws MalformedException {
        int start = at;
        while (at < text.length() && end.indexOf(here()) < 0) {
            at++;
        }
        if (start == at) {
            throw malformed();
        }
        return text.substring(start, at);
    }

    String string() throws MalformedException {
        char quote = here();
        String triple = String.valueOf(quote).repeat(TRIPLE);
        boolean overLines = text.startsWith(triple, at);
        at += overLines ? TRIPLE : 1;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && !(overLines ? text.startsWith(triple, at) : here() == quote)) {
            if (here() == '\n') {
                if (!overLines) {
                    throw malformed();
                }
                line++;
            }
            content.append(quote == '"' && here() == '\\' ? escaped() : String.valueOf(here()));
            at++;
        }
        if (at >= text.length()) {
            throw malformed();
        }
        at += overLines ? TRIPLE : 1;
        return content.toString();
    }

    /** What the escape stands for; {@link #at} is at its last character then. */
    private String escaped() throws MalformedException {
        at++;
        return switch (here()) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'u' -> codePoint(SHORT_ESCAPE);
            case 'U' -> codePoint(LONG_ESCAPE);
            case '\n' -> {
                line++;
                yield ""; // a backslash at the end of the line joins it with the next
            }
            default -> String.valueOf(here());
        };
    }

    private String codePoint(int digits) throws MalformedException {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            at++;
            int digit = Character.digit(here(), HEX);
            if (digit < 0) {
                throw malformed();
            }
            value = value * HEX + digit;
        }
        if (!Character.isValidCodePoint(value)) {
            throw malformed();
        }
        return Character.toString(value);
    }
}
