package dev.shirube.material.settings.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * HashiCorp's configuration language, as far as settings are written in it: blocks with labels, attributes, objects, lists,
 * here-documents and the three kinds of comments (HCL Native Syntax Specification). A block is called by its type and its
 * first label, {@code resource.tls_private_key}. Nothing is evaluated: an expression stays as it is written, in {@code ${}}.
 */
final class HclSyntax {

    /** Longer expressions are data. */
    private static final int LONGEST = 500;

    private final String text;
    private final Entries entries = new Entries();
    private int at;
    private int line = 1;
    private int nested;

    private HclSyntax(String text) {
        this.text = text;
    }

    static SettingsText read(String text) {
        HclSyntax syntax = new HclSyntax(text);
        while (syntax.at < text.length() && !syntax.entries.full()) {
            syntax.body(syntax.entries.root());
            syntax.step(); // a brace that closes nothing
        }
        return syntax.entries.text();
    }

    /** Attributes and blocks up to the brace that ends them. */
    private void body(Block block) {
        while (true) {
            blanks(true);
            if (at >= text.length() || text.charAt(at) == '}' || text.charAt(at) == ']' || entries.full()) {
                return;
            }
            item(block);
        }
    }

    private void item(Block block) {
        int start = line;
        List<String> names = new ArrayList<>();
        while (at < text.length()) {
            blanks(false);
            char c = at < text.length() ? text.charAt(at) : '\n';
            if (c == '"') {
                names.add(quoted());
            } else if (word(c)) {
                names.add(word());
            } else {
                break;
            }
        }
        char c = at < text.length() ? text.charAt(at) : '\n';
        if (names.isEmpty()) {
            skip(c);
        } else if (c == '=' || c == ':') {
            at++;
            value(block, names.get(0), start);
        } else if (c == '{') {
            String name = names.size() > 1 ? names.get(0) + "." + names.get(1) : names.get(0);
            List<String> labels = names.size() > 2 ? names.subList(2, names.size()) : List.of();
            object(block, name, labels, start, block.depth() == 0);
        }
    }

    /** What begins no item: a bracket holds what belongs to no name. */
    private void skip(char c) {
        if (c == '{' || c == '[') {
            expression();
        } else {
            step();
        }
    }

    private void object(Block block, String name, List<String> labels, int start, boolean own) {
        if (nested >= Entries.DEEPEST) {
            entries.tooDeep();
            expression();
            return;
        }
        nested++;
        step();
        body(entries.open(block, name, labels, start, own));
        step();
        nested--;
    }

    private void value(Block block, String name, int start) {
        blanks(false);
        char c = at < text.length() ? text.charAt(at) : '\n';
        if (c == '{') {
            object(block, name, List.of(), start, false);
        } else if (c == '[') {
            list(block, name, start);
        } else {
            entries.add(block, name, List.of(scalar(c)), start);
        }
    }

    private String scalar(char c) {
        if (c == '"') {
            return quoted();
        }
        return text.startsWith("<<", at) ? hereDocument() : expression();
    }

    private void list(Block block, String name, int start) {
        if (nested >= Entries.DEEPEST) {
            entries.tooDeep();
            expression();
            return;
        }
        nested++;
        step();
        List<String> items = new ArrayList<>();
        while (true) {
            blanks(true);
            if (at >= text.length() || text.charAt(at) == ']' || text.charAt(at) == '}' || entries.full()) {
                break;
            }
            char c = text.charAt(at);
            if (c == '{') {
                object(block, name, List.of(), line, true);
            } else if (c == '[') {
                list(block, name, line);
            } else {
                items.add(scalar(c));
            }
        }
        step();
        nested--;
        if (!items.isEmpty()) {
            entries.add(block, name, items, start);
        }
    }

    /** Blanks, commas and comments; the ends of lines if told so. */
    private void blanks(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || text.startsWith("//", at)) {
                to("\n", 0);
            } else if (text.startsWith("/*", at)) {
                at += 2;
                to("*/", 2);
            } else if (c == ' ' || c == '\t' || c == '\r' || lines && (c == '\n' || c == ',' || c == ';')) {
                step();
            } else {
                return;
            }
        }
    }

    private void to(String end, int beyond) {
        int found = text.indexOf(end, at);
        int next = found < 0 ? text.length() : found + beyond;
        while (at < next) {
            step();
        }
    }

    private void step() {
        if (at < text.length()) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
    }

    private static boolean word(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '(' || c == ')';
    }

    private String word() {
        int start = at;
        while (at < text.length() && word(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** A text in quotes; what is interpolated in it may hold quotes of its own. */
    private String quoted() {
        int start = at + 1;
        step();
        int braces = 0;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == '\\' && braces == 0) {
                step();
            } else if ((c == '$' || c == '%') && text.startsWith("{", at + 1)) {
                braces++;
                step();
            } else if (braces > 0 && (c == '{' || c == '}')) {
                braces += c == '{' ? 1 : -1;
            } else if (c == '"' && braces == 0) {
                break;
            }
            step();
        }
        String quoted = text.substring(Math.min(start, text.length()), Math.min(at, text.length()));
        if (at < text.length() && text.charAt(at) == '"') {
            step();
        }
        return quoted;
    }

    /** The lines between {@code <<EOF} and {@code EOF}. */
    private String hereDocument() {
        at += 2;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '~')) {
            at++;
        }
        String end = word();
        to("\n", 1);
        int start = at;
        while (at < text.length()) {
            int eol = text.indexOf('\n', at);
            String written = text.substring(at, eol < 0 ? text.length() : eol);
            if (written.strip().equals(end)) {
                String body = text.substring(start, at);
                to("\n", 0);
                return body;
            }
            to("\n", 1);
        }
        return text.substring(Math.min(start, text.length()));
    }

    /** Up to the end of the line, or to what ends the list or object around it. */
    private String expression() {
        int start = at;
        int brackets = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted();
                continue;
            }
            boolean ends = c == ',' || c == '}' || c == ']' || c == '\n' || c == '#' || text.startsWith("//", at);
            if (brackets == 0 && ends) {
                break;
            }
            brackets += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (brackets < 0) {
                break;
            }
            step();
        }
        if (at == start) {
            step();
        }
        String written = text.substring(start, Math.min(at, start + LONGEST)).strip();
        return written.matches("[\\w-]*|\\d+\\.\\d+") ? written : "${" + written + "}";
    }
}
