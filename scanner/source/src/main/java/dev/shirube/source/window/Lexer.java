package dev.shirube.source.window;

import dev.shirube.source.tree.Literals;
import dev.shirube.source.window.Token.Kind;
import dev.shirube.source.window.WindowSyntax.Quote;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a text apart into tokens, in one go from its beginning to its end. */
final class Lexer {

    /** Most tokens that are read of a file. */
    static final int MOST = 1 << 18;

    /** Longest regular expression, or list of words: what does not end is not looked for again and again. */
    private static final int FARTHEST = 2_000;

    /** The longest first. */
    private static final List<String> MARKS = List.of(
            "?->", "...", "===", "!==", "<=>", "??=", "||=", "&&=", "**=", "<<=", "::", ":=", "->", "=>", "==", "!=",
            "<=", ">=", "&&", "||", "<<", "+=", "-=", "*=", "/=", "|=", "&=", "%=", ".=", "?.", "??", "?:", "!!", "..",
            "++", "--", "<-", "**", "&.");

    private static final Set<String> BEFORE_VALUES =
            Set.of("return", "typeof", "case", "in", "of", "and", "or", "not", "if", "unless", "when", "puts", "do");

    private final WindowSyntax syntax;
    private final String text;
    private final Heredocs heredocs;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private boolean first = true;
    private boolean spaced;
    private boolean defining;

    Lexer(WindowSyntax syntax, String text) {
        this.syntax = syntax;
        this.text = text;
        this.heredocs = new Heredocs(syntax.id(), text);
    }

    /** All tokens, as far as they are not too many. */
    List<Token> read() {
        if (syntax.has(Trait.PAGES)) {
            page();
        }
        while (at < text.length() && tokens.size() < MOST) {
            one();
        }
        return tokens;
    }

    /** Whether text is left. */
    boolean cut() {
        return at < text.length();
    }

    private void one() {
        char c = text.charAt(at);
        if (c == '\n') {
            newline();
        } else if (c == '\\'
                && at + 1 < text.length()
                && (text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '\r')) {
            at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at) + 1;
            line++;
            lineStart = at;
            spaced = true;
        } else if (c <= ' ' || Character.isWhitespace(c) || c == '\uFEFF') {
            spaced = true;
            at++;
        } else if (!comment() && !directive(c) && !quoted(c) && !special(c)) {
            if (isLetter(c) || isSigil(c)) {
                word();
            } else if (c >= '0' && c <= '9') {
                number();
            } else {
                mark();
            }
        }
    }

    private void newline() {
        if (defining) {
            add(Kind.MARK, ";", at);
            defining = false;
        }
        at = heredocs.after(at + 1);
        count(lineStart, at);
        first = true;
        spaced = true;
    }

    /** Goes on to that place, counting lines. */
    private void count(int from, int to) {
        for (int i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
    }

    private void page() {
        int open = text.indexOf("<?", at);
        int start = open < 0 ? text.length() : open;
        int end = text.startsWith("<?php", start) ? start + 5 : Math.min(text.length(), start + 3);
        count(Math.max(lineStart, at), end);
        at = open < 0 ? text.length() : end;
        first = true;
    }

    private boolean comment() {
        for (String open : syntax.lineComments()) {
            boolean attribute = syntax.has(Trait.PAGES) && text.startsWith("#[", at);
            if (text.startsWith(open, at) && !attribute) {
                int end = text.indexOf('\n', at);
                int last = end < 0 ? text.length() : end;
                int close = syntax.has(Trait.PAGES) ? text.substring(at, last).indexOf("?>") : -1;
                at = close >= 0 ? at + close : last;
                return true;
            }
        }
        for (String[] block : syntax.blockComments()) {
            boolean begins = block[0].charAt(0) == '\n'
                    ? at == lineStart && text.startsWith(block[0].substring(1), at)
                    : text.startsWith(block[0], at);
            if (begins) {
                int close = text.indexOf(block[1], at + block[0].length() - 1);
                int end = close < 0 ? text.length() : close + block[1].length();
                count(Math.max(lineStart, at), end);
                at = end;
                spaced = true;
                return true;
            }
        }
        return false;
    }

    private boolean directive(char c) {
        if (c != '#' || !first || !syntax.has(Trait.DIRECTIVES)) {
            return false;
        }
        int end = text.indexOf('\n', at);
        String rest = text.substring(at + 1, end < 0 ? text.length() : end).strip();
        if (rest.startsWith("include")) {
            add(Kind.INCLUDE, rest.substring("include".length()).strip(), at);
            at = end < 0 ? text.length() : end;
        } else if (rest.matches("define\\s+\\w+(\\s.*)?")) {
            add(Kind.DEFINE, "define", at);
            at = text.indexOf("define", at) + "define".length();
            defining = true;
        } else if (rest.matches("if\\s+(0|false)\\b.*")) {
            at = end < 0 ? text.length() : end;
            unused();
        } else {
            boolean more = rest.endsWith("\\");
            at = end < 0 ? text.length() : end;
            while (more && at < text.length()) {
                newline();
                int next = text.indexOf('\n', at);
                more = next > at && text.substring(at, next).stripTrailing().endsWith("\\");
                at = next < 0 ? text.length() : next;
            }
        }
        return true;
    }

    /** Goes over what is never compiled, up to what is instead, or to the end of the condition. */
    private void unused() {
        int depth = 0;
        while (at < text.length()) {
            newline();
            int end = text.indexOf('\n', at);
            String row = text.substring(at, end < 0 ? text.length() : end).strip();
            at = end < 0 ? text.length() : end;
            if (row.matches("#\\s*if.*")) {
                depth++;
            } else if (row.matches("#\\s*(endif|else|elif).*") && depth == 0) {
                return;
            } else if (row.matches("#\\s*endif.*")) {
                depth--;
            }
        }
    }

    private boolean quoted(char c) {
        if (c != '"' && c != '\'' && c != '`' && !isLetter(c) && c != '@' && c != '$') {
            return false;
        }
        for (Quote quote : syntax.quotes()) {
            if (text.startsWith(quote.open(), at)) {
                quoted(quote);
                return true;
            }
        }
        return false;
    }

    private void quoted(Quote quote) {
        Quoted read = Quoted.read(text, at, quote);
        int start = at;
        at = read.end();
        if (read.parts().size() == 1) {
            add(Kind.TEXT, read.parts().get(0), start);
        } else {
            add(Kind.TEMPLATE, text.substring(start, at), read.parts(), start);
        }
        count(Math.max(lineStart, start), at);
    }

    /** What only some languages have. */
    private boolean special(char c) {
        if (c == '?' && syntax.has(Trait.PAGES) && text.startsWith("?>", at)) {
            add(Kind.MARK, ";", at);
            at += 2;
            page();
            return true;
        } else if (c == '\'' && syntax.has(Trait.LIFETIMES)) {
            boolean letter = at + 2 < text.length() && text.charAt(at + 1) != '\\' && text.charAt(at + 2) != '\'';
            int close = letter ? -1 : near('\'', at + 2, 10);
            boolean near = close > 0;
            if (near) {
                add(Kind.OPAQUE, text.substring(at, close + 1), at);
            }
            at = near ? close + 1 : at + 1;
            return true;
        } else if (c == '/' && syntax.has(Trait.REGULAR_EXPRESSIONS) && beforeValue()) {
            return regular();
        } else if (c == '<' && heredocs.begins(at)) {
            Heredocs.Found found = heredocs.at(at);
            add(Kind.TEXT, Literals.unescaped(found.text()), at);
            at = found.end();
            return true;
        } else if (syntax.has(Trait.COMMANDS)) {
            return ruby(c);
        }
        return false;
    }

    private boolean ruby(char c) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        if (c == ':' && isLetter(next) && before != ':' && !isPart(before)) {
            int start = at++;
            while (at < text.length() && isPart(text.charAt(at))) {
                at++;
            }
            add(Kind.TEXT, text.substring(start + 1, at), start);
            return true;
        } else if (c == ':' && (next == '"' || next == '\'') && before != ':') {
            at++;
            return true;
        } else if (c == '%' && (next == 'w' || next == 'i') && at + 2 < text.length() && beforeValue()) {
            char open = text.charAt(at + 2);
            int close = near(open == '[' ? ']' : open == '(' ? ')' : open == '{' ? '}' : open, at + 3, FARTHEST);
            if (close < 0) {
                return false;
            }
            add(Kind.MARK, "[", at);
            for (String word : text.substring(at + 3, close).strip().split("\\s+")) {
                add(Kind.TEXT, word, at);
                add(Kind.MARK, ",", at);
            }
            add(Kind.MARK, "]", at);
            count(Math.max(lineStart, at), close);
            at = close + 1;
            return true;
        }
        return false;
    }

    /** Where the character stands next; -1 if not so near. */
    private int near(char wanted, int from, int most) {
        for (int i = from; i < Math.min(text.length(), from + most); i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a value rather than an operator is expected here. */
    private boolean beforeValue() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.get(tokens.size() - 1);
        boolean command = syntax.has(Trait.COMMANDS) && last.isWord() && spaced && !text.startsWith(" ", at + 1);
        return last.kind() == Kind.MARK && !last.is(")") && !last.is("]") && !last.is("}")
                || last.isWord() && BEFORE_VALUES.contains(last.text())
                || command;
    }

    private boolean regular() {
        boolean set = false;
        int last = Math.min(text.length(), at + FARTHEST);
        for (int i = at + 1; i < last && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                set = c == '[';
            } else if (c == '/' && !set && i > at + 1) {
                add(Kind.OPAQUE, "", at);
                at = i + 1;
                return true;
            }
        }
        return false;
    }

    private boolean isSigil(char c) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return c == '$' && syntax.has(Trait.PAGES)
                || syntax.has(Trait.COMMANDS) && (c == '@' || c == '$') && (isLetter(next) || next == '@')
                || c == '\\' && syntax.has(Trait.PAGES) && isLetter(next)
                || c == '#' && syntax.has(Trait.REGULAR_EXPRESSIONS) && isLetter(next)
                || c == '@' && syntax.id().equals("csharp") && isLetter(next);
    }

    private void word() {
        int start = at++;
        if (text.charAt(start) == '@' && at < text.length() && text.charAt(at) == '@') {
            at++;
        }
        while (at < text.length() && (isPart(text.charAt(at)) || isNamespace())) {
            at++;
        }
        boolean mark = syntax.has(Trait.COMMANDS)
                && at < text.length()
                && (text.charAt(at) == '?' || text.charAt(at) == '!')
                && !text.startsWith("=", at + 1);
        at += mark ? 1 : 0;
        String word = text.substring(start, at);
        boolean raw = syntax.has(Trait.LIFETIMES) && word.equals("r") && text.startsWith("#", at);
        if (raw) {
            at++;
            return; // a name that is a keyword, too
        }
        add(Kind.WORD, word, start);
    }

    /** A backslash within a name of PHP. */
    private boolean isNamespace() {
        return syntax.has(Trait.PAGES)
                && text.charAt(at) == '\\'
                && at + 1 < text.length()
                && isLetter(text.charAt(at + 1));
    }

    private void number() {
        int start = at;
        while (at < text.length() && (isPart(text.charAt(at)) || isFraction())) {
            at++;
        }
        add(Kind.NUMBER, text.substring(start, at), start);
    }

    private boolean isFraction() {
        return text.charAt(at) == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private void mark() {
        for (String mark : MARKS) {
            if (text.startsWith(mark, at)) {
                add(Kind.MARK, mark, at);
                at += mark.length();
                return;
            }
        }
        add(Kind.MARK, text.substring(at, at + 1), at);
        at++;
    }

    private void add(Kind kind, String written, int start) {
        add(kind, written, List.of(), start);
    }

    private void add(Kind kind, String written, List<String> parts, int start) {
        int end = Math.max(at, start + 1);
        tokens.add(new Token(kind, written, parts, start, end, line, start - lineStart + 1, first, spaced || first));
        first = false;
        spaced = false;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80 && Character.isLetter(c);
    }

    private boolean isPart(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '$' && !syntax.has(Trait.COMMANDS);
    }
}
