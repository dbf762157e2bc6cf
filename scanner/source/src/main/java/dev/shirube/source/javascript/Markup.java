package dev.shirube.source.javascript;

import java.util.Set;

/**
 * JSX in TypeScript, which the grammar at hand does not know: each element is written over, in its place, as the list of the
 * expressions in it, so that what is around it and within its braces can be read.
 */
final class Markup {

    /** Deeper nesting than people write, and far from what the stack holds. */
    private static final int DEEPEST = 200;

    /** How far is looked ahead where one sign may mean two things. */
    private static final int LONGEST = 1000;

    /** Words after which an expression begins. */
    private static final Set<String> BEFORE =
            Set.of("return", "default", "case", "yield", "await", "else", "do", "of", "in", "typeof", "void", "new");

    private final String text;
    private final char[] written;
    private int depth;

    /** The last word or sign of the code that is no blank or comment. */
    private String last = "";

    private Markup(String text) {
        this.text = text;
        this.written = text.toCharArray();
    }

    /** The text without elements, every other character in its place; the text itself where it is nested too deeply. */
    static String masked(String text) {
        Markup markup = new Markup(text);
        markup.code(0);
        return markup.depth > DEEPEST ? text : new String(markup.written);
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    /** Reads code up to the brace that ends it, and gives the place of that. */
    private int code(int start) {
        int open = 0;
        int at = start;
        last = "";
        while (at < text.length() && depth <= DEEPEST) {
            char c = at(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
                at = comment(at);
            } else if (c == '"' || c == '\'') {
                at = string(at);
                last = "\"";
            } else if (c == '`') {
                at = template(at + 1);
                last = "\"";
            } else if (c == '/' && isBeforeExpression()) {
                at = pattern(at + 1);
                last = "\"";
            } else if (c == '<' && isBeforeExpression() && isElement(at)) {
                at = element(at, false);
                last = ")";
            } else if (Character.isJavaIdentifierPart(c)) {
                int end = word(at);
                last = text.substring(at, end);
                at = end;
            } else if (c == '}' && open == 0) {
                return at;
            } else {
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                last = c == '>' && last.equals("=") ? "=>" : String.valueOf(c);
                at++;
            }
        }
        return Math.min(at, text.length());
    }

    private boolean isBeforeExpression() {
        return last.isEmpty() || last.equals("=>") || BEFORE.contains(last) || "(,=?:[{};&|!+".contains(last);
    }

    private int comment(int at) {
        boolean line = at(at + 1) == '/';
        int end = text.indexOf(line ? "\n" : "*/", at + 2);
        return end < 0 ? text.length() : line ? end : end + 2;
    }

    private int string(int at) {
        int end = at + 1;
        while (end < text.length() && at(end) != at(at) && at(end) != '\n') {
            end += at(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }

    private int template(int start) {
        int at = start;
        while (at < text.length() && at(at) != '`') {
            if (at(at) == '$' && at(at + 1) == '{') {
                at = nested(at + 2) + 1;
            } else {
                at += at(at) == '\\' ? 2 : 1;
            }
        }
        return Math.min(at + 1, text.length());
    }

    /** A regular expression; where none ends on the line it was a division. */
    private int pattern(int start) {
        boolean set = false;
        for (int at = start; at < start + LONGEST && at < text.length() && at(at) != '\n'; at++) {
            char c = at(at);
            if (c == '\\') {
                at++;
            } else if (c == '/' && !set) {
                return at + 1;
            } else {
                set = c == '[' || set && c != ']';
            }
        }
        return start;
    }

    private int word(int at) {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(at(end))) {
            end++;
        }
        return end;
    }

    private int nested(int start) {
        depth++;
        int end = code(start);
        depth -= depth > DEEPEST ? 0 : 1;
        return end;
    }

    /** Whether it is the beginning of an element, and not of the type parameters of a function. */
    private boolean isElement(int at) {
        if (at(at + 1) == '>') {
            return true; // a fragment
        }
        int end = name(at + 1);
        if (end == at + 1 || !Character.isJavaIdentifierStart(at(at + 1))) {
            return false;
        }
        int next = blank(end);
        char c = at(next);
        if (c == '>') {
            String ahead = text.substring(next, Math.min(text.length(), next + LONGEST));
            return at(blank(next + 1)) != '(' || ahead.contains("</" + text.substring(at + 1, end));
        }
        boolean parameter = text.startsWith("extends", next) && at(blank(word(next))) != '=';
        return c == '/' || c == '{' || c == '<' || Character.isJavaIdentifierStart(c) && next > end && !parameter;
    }

    private int name(int at) {
        int end = at;
        while (Character.isJavaIdentifierPart(at(end)) && at(end) != '\0' || ".:-".indexOf(at(end)) >= 0) {
            end++;
        }
        return end;
    }

    private int blank(int at) {
        int end = at;
        while (Character.isWhitespace(at(end))) {
            end++;
        }
        return end;
    }

    private void erase(int from, int to) {
        for (int i = from; i < Math.min(to, written.length); i++) {
            written[i] = Character.isWhitespace(written[i]) ? written[i] : ' ';
        }
    }

    /** Writes the element over as a list, after a comma where it stands in another one; gives the place after its end. */
    private int element(int start, boolean inner) {
        depth++;
        int name = name(start + 1);
        erase(start, name);
        written[start] = inner ? ',' : '[';
        if (inner) {
            written[start + 1] = '[';
        }
        int at = at(name) == '<' ? types(name) : name;
        at = at(at) == '>' ? opened(at, inner && at == start + 1) : attributes(at);
        depth -= depth > DEEPEST ? 0 : 1;
        return at;
    }

    private int types(int start) {
        int open = 0;
        int at = start;
        do {
            open += at(at) == '<' ? 1 : at(at) == '>' ? -1 : 0;
            at++;
        } while (open > 0 && at < text.length());
        erase(start, at);
        return at;
    }

    private int attributes(int start) {
        int at = start;
        while (at < text.length() && depth <= DEEPEST) {
            char c = at(at);
            if (c == '{') {
                at = braces(at);
            } else if (c == '"' || c == '\'') {
                int end = text.indexOf(c, at + 1);
                end = end < 0 ? text.length() : end + 1;
                erase(at, end);
                at = end;
            } else if (c == '/' && at(at + 1) == '>') {
                written[at] = ' ';
                written[at + 1] = ']';
                return at + 2;
            } else if (c == '>') {
                return opened(at, false);
            } else if (c == '<') {
                at = element(at, true);
            } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
                at = comment(at);
            } else {
                erase(at, at + 1);
                at++;
            }
        }
        return at;
    }

    private int braces(int at) {
        written[at] = ',';
        int end = nested(at + 1);
        erase(end, end + 1);
        return end + 1;
    }

    /** @param kept whether the sign that ends the tag was written over already */
    private int opened(int sign, boolean kept) {
        if (!kept) {
            written[sign] = ' ';
        }
        int at = sign + 1;
        while (at < text.length() && depth <= DEEPEST) {
            char c = at(at);
            if (c == '{') {
                at = braces(at);
            } else if (c == '<' && at(at + 1) == '/') {
                int end = text.indexOf('>', at);
                int last = end < 0 ? text.length() - 1 : end;
                erase(at, last);
                written[last] = ']';
                return last + 1;
            } else if (c == '<') {
                at = element(at, true);
            } else {
                erase(at, at + 1);
                at++;
            }
        }
        return at;
    }
}
