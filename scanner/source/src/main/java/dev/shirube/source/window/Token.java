package dev.shirube.source.window;

import java.util.List;

/**
 * A word, number, text or mark of a source file.
 *
 * @param text what it says: of a text its content, of everything else what is written
 * @param parts of a template: what is written between its holes, and in them, by turns
 * @param column from 1, in UTF-16 units
 * @param first whether it is the first of its line
 * @param spaced whether a blank stands before it
 */
record Token(
        Kind kind,
        String text,
        List<String> parts,
        int start,
        int end,
        int line,
        int column,
        boolean first,
        boolean spaced) {

    /** What tokens are told apart by. */
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        TEMPLATE,
        MARK,
        /** A header that is included. */
        INCLUDE,
        /** The name of a constant of the preprocessor follows, and its value up to a semicolon. */
        DEFINE,
        /** A value that is not looked into, such as a regular expression. */
        OPAQUE
    }

    boolean is(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
