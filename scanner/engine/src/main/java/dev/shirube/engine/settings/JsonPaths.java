package dev.shirube.engine.settings;

import java.util.ArrayList;
import java.util.List;

/** Reads the members of a JSON text as paths with dots; comments, as many programs allow them, are passed over. */
public final class JsonPaths {

    /** Deepest nesting that is read. */
    private static final int DEEPEST = 32;

    private final String text;
    private final List<Setting> settings = new ArrayList<>();
    private int at;
    private int line = 1;

    private JsonPaths(String text) {
        this.text = text;
    }

    /** All members with a text, number or truth value, as far as the text is well formed; nothing of what is nested too deep. */
    public static List<Setting> of(String text) {
        JsonPaths reader = new JsonPaths(text);
        reader.value("", 0);
        return reader.settings;
    }

    /** Reads one value; whether it is one. */
    private boolean value(String path, int depth) {
        char c = next();
        if (depth > DEEPEST) {
            return false;
        } else if (c == '{') {
            at++;
            return members(path, depth);
        } else if (c == '[') {
            at++;
            return elements(path, depth);
        }
        int start = line;
        String scalar = c == '"' ? text() : bare();
        if (!scalar.isEmpty() && !path.isEmpty()) {
            settings.add(new Setting(0, path, List.of(scalar), start));
        }
        return true;
    }

    private boolean members(String path, int depth) {
        while (next() != '}') {
            if (next() != '"') {
                return false;
            }
            String name = text();
            if (next() != ':') {
                return false;
            }
            at++;
            if (!value(path.isEmpty() ? name : path + "." + name, depth + 1)) {
                return false;
            }
            if (next() == ',') {
                at++;
            } else if (next() != '}') {
                return false;
            }
        }
        at++;
        return true;
    }

    private boolean elements(String path, int depth) {
        while (next() != ']') {
            int before = at;
            if (!value(path, depth + 1)) {
                return false;
            }
            if (next() == ',') {
                at++;
            } else if (next() != ']' || at == before) {
                return false;
            }
        }
        at++;
        return true;
    }

    /** The next character that is neither blank nor within a comment; NUL at the end. */
    private char next() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
            }
            if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (c > ' ') {
                return c;
            } else {
                at++;
            }
        }
        return 0;
    }

    private String text() {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            boolean escaped = text.charAt(at) == '\\' && at + 1 < text.length();
            at += escaped ? 1 : 0;
            content.append(escaped && "bfnrtu".indexOf(text.charAt(at)) >= 0 ? ' ' : text.charAt(at));
            at++;
        }
        at++;
        return content.toString();
    }

    private String bare() {
        int start = at;
        while (at < text.length() && ",]}\n \r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }
}
