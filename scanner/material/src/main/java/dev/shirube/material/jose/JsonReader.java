package dev.shirube.material.jose;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads one object of JSON at the start of a text, in one pass and without recursion, and stops at its closing brace: what
 * follows may be source code. So may the object itself: names without quotes, texts in single quotes and a comma at the end
 * are read as JavaScript and Python have them. It asks nothing of numbers and of what nests deeper than that brackets match.
 */
final class JsonReader {

    /** Deeper than any key nests. */
    private static final int MAX_DEPTH = 32;

    /** Longer than any name of a member that matters. */
    private static final int MAX_NAME = 100;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    Optional<JsonObject> object() {
        try {
            return Optional.of(members());
        } catch (Broken e) {
            return Optional.empty();
        }
    }

    /** The text is no such object: told to no one, so it needs no words and no stack. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken() {
            super(null, null, false, false);
        }
    }

    private JsonObject members() throws Broken {
        Map<String, String> texts = new TreeMap<>();
        expect('{');
        char separator = peek() == '}' ? '}' : ',';
        while (separator == ',') {
            String name = isQuote(peek()) ? string() : identifier();
            expect(':');
            boolean second = texts.containsKey(name);
            switch (peek()) {
                case '"', '\'' -> texts.put(name, string());
                default -> pass();
            }
            if (second) {
                throw new Broken(); // which of two counts differs between readers (RFC 8259 section 4)
            }
            separator = separator();
        }
        expect('}');
        return new JsonObject(texts, at);
    }

    /** Passes over one value: a number, a word, or an object or list with all that is in it. */
    private void pass() throws Broken {
        int depth = 0;
        do {
            char c = peek();
            if (isQuote(c)) {
                string();
            } else if (c == '{' || c == '[') {
                depth++;
                at++;
            } else if ((c == '}' || c == ']') && depth > 0) {
                depth--;
                at++;
            } else if (depth > 0 && (c == ',' || c == ':')) {
                at++;
            } else {
                word();
            }
            if (depth > MAX_DEPTH) {
                throw new Broken();
            }
        } while (depth > 0);
    }

    /** A number, or one of true, false and null. */
    private void word() throws Broken {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw new Broken();
        }
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'E';
    }

    /** A comma with a member behind it, or the brace at the end. */
    private char separator() throws Broken {
        if (peek() == '}') {
            return '}';
        }
        expect(',');
        return peek() == '}' ? '}' : ',';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private String identifier() throws Broken {
        int from = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        if (at == from || at - from > MAX_NAME) {
            throw new Broken();
        }
        return text.substring(from, at);
    }

    private String string() throws Broken {
        char quote = peek();
        at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            if (c < ' ') {
                throw new Broken();
            }
            value.append(c == '\\' ? escaped() : c);
        }
        throw new Broken();
    }

    private char escaped() throws Broken {
        if (at >= text.length()) {
            throw new Broken();
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\'', '\\', '/' -> c;
            case 'b', 'f', 'n', 'r', 't' -> ' '; // no member that matters here holds one
            case 'u' -> unicode();
            default -> throw new Broken();
        };
    }

    private char unicode() throws Broken {
        if (at + 4 > text.length()) {
            throw new Broken();
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0) {
                throw new Broken();
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    /** The next character that is no blank; it stays unread. */
    private char peek() throws Broken {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at >= text.length()) {
            throw new Broken();
        }
        return text.charAt(at);
    }

    private void expect(char c) throws Broken {
        if (peek() != c) {
            throw new Broken();
        }
        at++;
    }
}
