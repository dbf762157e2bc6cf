package dev.shirube.material.document;

import dev.shirube.engine.LimitException;

/** Reads JSON (RFC 8259) into a tree; comments and commas before a closing bracket, as many programs allow them, are passed over. */
public final class JsonDocument {

    private static final String FORMAT = "JSON";
    private static final int HEX = 16;
    private static final int CODE_UNIT = 4;

    private final String text;
    private final Budget budget = new Budget();
    private int at;
    private int line = 1;

    private JsonDocument(String text) {
        this.text = text;
    }

    /** The value that the text consists of. */
    public static Node read(String text) throws MalformedException, LimitException {
        JsonDocument reader = new JsonDocument(text.startsWith("\ufeff") ? text.substring(1) : text);
        Node value = reader.value(0);
        if (reader.next() != 0) {
            throw reader.malformed();
        }
        return value;
    }

    private MalformedException malformed() {
        return new MalformedException(FORMAT, line);
    }

    private Node value(int depth) throws MalformedException, LimitException {
        Budget.depth(depth);
        budget.spend();
        char c = next();
        int start = line;
        switch (c) {
            case '{':
                at++;
                return members(Node.map(start), depth);
            case '[':
                at++;
                return elements(Node.list(start), depth);
            case '"':
                return Node.scalar(start, string());
            default:
                return Node.scalar(start, bare());
        }
    }

    private Node members(Node map, int depth) throws MalformedException, LimitException {
        while (next() != '}') {
            if (next() != '"') {
                throw malformed();
            }
            String name = string();
            if (next() != ':') {
                throw malformed();
            }
            at++;
            map.put(name, value(depth + 1));
            separator('}');
        }
        at++;
        return map;
    }

    private Node elements(Node list, int depth) throws MalformedException, LimitException {
        while (next() != ']') {
            list.add(value(depth + 1));
            separator(']');
        }
        at++;
        return list;
    }

    private void separator(char end) throws MalformedException {
        if (next() == ',') {
            at++;
        } else if (next() != end) {
            throw malformed();
        }
    }

    /** The next character that is neither blank nor within a comment; NUL at the end. */
    private char next() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c > ' ' && c != '/') {
                return c;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                end = end < 0 ? text.length() : end + 2;
                for (; at < end; at++) {
                    line += text.charAt(at) == '\n' ? 1 : 0;
                }
            } else if (c == '/') {
                return c;
            } else {
                line += c == '\n' ? 1 : 0;
                at++;
            }
        }
        return 0;
    }

    private String string() throws MalformedException {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\' && text.charAt(at) != '\n') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return text.substring(start, at++);
        }
        StringBuilder content = new StringBuilder(text.substring(start, at));
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\n') {
                throw malformed();
            }
            content.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            at++;
        }
        if (at >= text.length()) {
            throw malformed();
        }
        at++;
        return content.toString();
    }

    /** The character that the escape stands for; {@link #at} is at its last character then. */
    private char escaped() throws MalformedException {
        at++;
        char c = at < text.length() ? text.charAt(at) : 0;
        switch (c) {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case '"', '\\', '/':
                return c;
            case 'u':
                return unit();
            default:
                throw malformed();
        }
    }

    private char unit() throws MalformedException {
        int value = 0;
        for (int i = 0; i < CODE_UNIT; i++) {
            at++;
            int digit = at < text.length() ? Character.digit(text.charAt(at), HEX) : -1;
            if (digit < 0) {
                throw malformed();
            }
            value = value * HEX + digit;
        }
        return (char) value;
    }

    private String bare() throws MalformedException {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw malformed();
        }
        return text.substring(start, at);
    }
}
