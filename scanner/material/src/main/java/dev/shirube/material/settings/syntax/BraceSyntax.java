package dev.shirube.material.settings.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Words up to the end of a directive, and blocks in braces: nginx, Caddy, BIND, Dovecot, strongSwan, FreeRADIUS, NATS. Nothing
 * is expanded: a variable stays as it is written.
 */
final class BraceSyntax {

    /**
     * How a product's files differ.
     *
     * @param lineEnds whether the end of a line ends a directive, as a semicolon does in all
     * @param assigns whether {@code =} (or {@code :}) stands between name and value, and lists stand in brackets
     * @param slashes whether two slashes, or a slash and an asterisk, begin a comment
     */
    record Dialect(boolean lineEnds, boolean assigns, boolean slashes) {}

    /** A brace that is not closed within so many characters belongs to no variable. */
    private static final int LONGEST_VARIABLE = 200;

    private final String text;
    private final Dialect dialect;
    private final Entries entries = new Entries();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final Deque<Block> open = new ArrayDeque<>();
    private boolean inWord;
    private int brackets;
    private int tooDeep;
    private int line = 1;
    private int startLine = 1;

    private BraceSyntax(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        open.push(entries.root());
    }

    static SettingsText read(String text, Dialect dialect) {
        BraceSyntax syntax = new BraceSyntax(text, dialect);
        int at = 0;
        while (at < text.length() && !syntax.entries.full()) {
            at = syntax.next(at);
        }
        if (dialect.lineEnds()) {
            syntax.endOfDirective();
        }
        return syntax.entries.text();
    }

    private int next(int at) {
        char c = text.charAt(at);
        if (!inWord && comment(at)) {
            return endOfComment(at);
        }
        if ((c == '"' || c == '\'') && !inWord) {
            return quoted(at, c);
        }
        if (dialect.assigns() && assigned(c)) {
            return at + 1;
        }
        switch (c) {
            case ';' -> endOfDirective();
            case '{' -> {
                if (placeholder(at)) {
                    return literal(at);
                }
                begin();
            }
            case '}' -> end();
            case '\\' -> {
                if (dialect.lineEnds() && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                    endOfWord();
                    line++;
                    return at + 2;
                }
                append(c);
            }
            default -> plain(c);
        }
        return at + 1;
    }

    private void plain(char c) {
        if (Character.isWhitespace(c)) {
            endOfWord();
            if (c == '\n') {
                if (dialect.lineEnds() && brackets == 0) {
                    endOfDirective();
                }
                line++;
            }
        } else {
            append(c);
        }
    }

    private boolean comment(int at) {
        return text.charAt(at) == '#' || dialect.slashes() && (text.startsWith("//", at) || text.startsWith("/*", at));
    }

    private int endOfComment(int at) {
        boolean lines = text.startsWith("/*", at) && dialect.slashes();
        int end = text.indexOf(lines ? "*/" : "\n", at + (lines ? 2 : 0));
        int next = end < 0 ? text.length() : end + (lines ? 2 : 0);
        countLines(at, next);
        return next;
    }

    private void countLines(int from, int to) {
        for (int i = from; i < to; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
    }

    /** What stands between a name and its value, or around and between the items of a list. */
    private boolean assigned(char c) {
        boolean name = words.isEmpty() && inWord || words.size() == 1 && !inWord;
        if ((c == '=' || c == ':') && name && brackets == 0) {
            endOfWord();
        } else if (c == '[' && !inWord && !words.isEmpty()) {
            brackets++;
        } else if (c == ']' && brackets > 0) {
            endOfWord();
            brackets--;
        } else if (c == ',' && brackets > 0) {
            endOfWord();
        } else {
            return false;
        }
        return true;
    }

    /** A brace that belongs to a variable: {@code ${name}}, in a Caddyfile also <code>{name}</code>; or to a template. */
    private boolean placeholder(int at) {
        if (text.startsWith("{{", at) || text.startsWith("{%", at)) {
            return true;
        }
        boolean dollar = at > 0 && text.charAt(at - 1) == '$';
        boolean caddy = dialect.lineEnds()
                && !dialect.assigns()
                && at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at + 1))
                && text.charAt(at + 1) != '}';
        return dollar || caddy;
    }

    private int literal(int at) {
        int most = Math.min(text.length(), at + LONGEST_VARIABLE);
        int end = at;
        while (end < most && text.charAt(end) != '}' && text.charAt(end) != '\n') {
            end++;
        }
        boolean closed = end < most && text.charAt(end) == '}';
        // Templates have two braces and blanks between them: one word, or it would look like several.
        int last = closed ? end + (text.startsWith("{{", at) && text.startsWith("}}", end) ? 1 : 0) : at;
        for (int i = at; i <= last; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                append(text.charAt(i));
            }
        }
        return last + 1;
    }

    private int quoted(int at, char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        int last = Math.min(end, text.length());
        if (words.isEmpty()) {
            startLine = line;
        }
        words.add(text.substring(at + 1, last));
        countLines(at, last);
        return last + 1;
    }

    private void append(char c) {
        if (words.isEmpty() && !inWord) {
            startLine = line;
        }
        inWord = true;
        word.append(c);
    }

    private void endOfWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void begin() {
        endOfWord();
        brackets = 0;
        String name = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        Block block = entries.open(open.element(), name, rest, words.isEmpty() ? line : startLine, true);
        if (block == open.element()) {
            tooDeep++;
        } else {
            open.push(block);
        }
        words.clear();
    }

    private void end() {
        endOfDirective();
        if (tooDeep > 0) {
            tooDeep--;
        } else if (open.size() > 1) {
            open.pop();
        }
    }

    private void endOfDirective() {
        endOfWord();
        brackets = 0;
        if (!words.isEmpty()) {
            entries.add(open.element(), words.get(0), words.subList(1, words.size()), startLine);
            words.clear();
        }
    }
}
