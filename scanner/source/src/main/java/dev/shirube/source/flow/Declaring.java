package dev.shirube.source.flow;

import java.util.Set;

/** The cheap question whether a text may declare a name: most files that mention one only use it, and need not be parsed. */
final class Declaring {

    /** Words after which a declared name stands, in one language or another. */
    private static final Set<String> KEYWORDS = Set.of(
            "class",
            "struct",
            "enum",
            "interface",
            "trait",
            "object",
            "module",
            "def",
            "fun",
            "func",
            "fn",
            "function",
            "const",
            "let",
            "var",
            "val",
            "define",
            "namespace",
            "typedef",
            "record",
            "type",
            "union",
            "static",
            "extern",
            "annotation",
            "sub",
            "impl",
            "attr_reader",
            "attr_accessor",
            "case");

    private Declaring() {}

    /** Whether a declaration of the name may be in the text. */
    static boolean mayDeclare(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean whole = (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
            if (whole && (KEYWORDS.contains(wordBefore(text, at)) || isGiven(text, end) || isHead(text, at, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text may call what is so called, or make an object of it. */
    static boolean mayUse(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int next = blank(text, at + name.length());
            char c = next < text.length() ? text.charAt(next) : '\n';
            boolean blank = next > at + name.length(); // Ruby calls without parentheses
            if ("({<!.:".indexOf(c) >= 0 || blank && c != '=' && c != '\n') {
                return true;
            }
        }
        return false;
    }

    private static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0
                && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t' || text.charAt(end - 1) == '.')) {
            end--; // a dot: Ruby's self.name
        }
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, end);
        return word.equals("self") ? "def" : word;
    }

    /** {@code name = }, {@code name: T = }, {@code name[] = }, an element of an enumeration. */
    private static boolean isGiven(String text, int end) {
        int at = blank(text, end);
        char next = at < text.length() ? text.charAt(at) : '\n';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        return next == '=' && after != '=' || next == ':' && after != ':' || next == '[' || next == ',' || next == '}';
    }

    /** A name before parentheses or a brace in a line that has nothing but types before it: a function or constructor. */
    private static boolean isHead(String text, int at, int end) {
        int next = blank(text, end);
        if (next >= text.length() || text.charAt(next) != '(' && text.charAt(next) != '<') {
            return false;
        }
        int start = text.lastIndexOf('\n', at) + 1;
        for (int i = start; i < at; i++) {
            char c = text.charAt(i);
            if (!Character.isJavaIdentifierPart(c) && " \t*&<>:[],~?@".indexOf(c) < 0) {
                return false;
            }
        }
        return at == start || !text.substring(start, at).strip().equals("return");
    }

    private static int blank(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
