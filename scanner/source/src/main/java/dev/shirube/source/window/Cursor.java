package dev.shirube.source.window;

import dev.shirube.source.program.Place;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The place in the tokens of a file, with the partner of every bracket. */
final class Cursor {

    private static final Token END = new Token(Token.Kind.MARK, "", List.of(), 0, 0, 0, 0, true, true);

    final WindowSyntax syntax;
    private final List<Token> tokens;
    private final int[] partners;
    private final int[] heads;
    int at;

    /** How many brackets are open within which a new line means nothing. */
    int brackets;

    Cursor(WindowSyntax syntax, List<Token> tokens) {
        this.syntax = syntax;
        this.tokens = tokens;
        this.partners = new int[tokens.size()];
        Arrays.fill(partners, -1);
        this.heads = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            heads[i] = token.first() || i == 0 ? i : heads[i - 1];
            if (token.kind() == Token.Kind.MARK && token.text().length() == 1) {
                pair(token.text().charAt(0), i, open);
            }
        }
    }

    private void pair(char mark, int i, Deque<Integer> open) {
        int closing = ")]}".indexOf(mark);
        if ("([{".indexOf(mark) >= 0) {
            open.push(i);
        } else if (closing >= 0) {
            // A brace ends what was left open within it.
            while (mark == '}' && !open.isEmpty() && !tokens.get(open.peek()).is("{")) {
                open.pop();
            }
            if (!open.isEmpty() && tokens.get(open.peek()).is("([{".substring(closing, closing + 1))) {
                partners[open.peek()] = i;
                partners[i] = open.pop();
            }
        }
    }

    int size() {
        return tokens.size();
    }

    boolean more() {
        return at < tokens.size();
    }

    Token token() {
        return token(0);
    }

    Token token(int ahead) {
        int i = at + ahead;
        return i >= 0 && i < tokens.size() ? tokens.get(i) : END;
    }

    Token get(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : END;
    }

    /** Where the bracket at that place is closed; where nothing closes it, the place itself. */
    int closing(int i) {
        return i >= 0 && i < partners.length && partners[i] > i ? partners[i] : i;
    }

    /** The column in which the line of that token begins. */
    int indentation(int i) {
        return i >= 0 && i < heads.length ? tokens.get(heads[i]).column() : 1;
    }

    boolean is(String mark) {
        return token().is(mark);
    }

    boolean isWord(String word) {
        return token().isWord(word);
    }

    /** Goes over the mark if it is there. */
    boolean skip(String mark) {
        boolean there = is(mark);
        at += there ? 1 : 0;
        return there;
    }

    boolean skipWord(String word) {
        boolean there = isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    /** Whether the token begins a line on which a new statement may begin. */
    boolean breaks() {
        return !more() || syntax.has(Trait.LINES) && brackets == 0 && token().first();
    }

    /** The place from the beginning of one token to the end of the one before the cursor. */
    Place place(int from) {
        Token first = get(from);
        Token last = get(Math.max(from, Math.min(at, tokens.size()) - 1));
        return new Place(first.line(), first.column(), first.start(), Math.max(first.end(), last.end()));
    }

    /** The words of a path such as {@code a.b::c}, with dots; empty where none stands here. */
    String path() {
        StringBuilder path = new StringBuilder();
        while (token().isWord()) {
            path.append(path.length() == 0 ? "" : ".").append(token().text());
            at++;
            boolean on = token().kind() == Token.Kind.MARK
                    && (syntax.separators().contains(token().text()) || is("::"))
                    && token(1).isWord();
            if (!on) {
                break;
            }
            at++;
        }
        return path.toString();
    }
}
