package dev.shirube.source.window;

import java.util.List;
import java.util.Set;

/**
 * What must be known of a language to read it by words: how its tokens are written, and how a statement, a function and a
 * named argument begin.
 *
 * @param id of the language
 * @param lineComments what begins a comment that ends with its line
 * @param blockComments what begins and ends other comments
 * @param quotes forms of texts, the longest beginning first
 * @param separators what stands between an object or module and its member
 * @param functions words that a function begins with
 * @param types words that the declaration of a type begins with
 * @param modifiers words that may stand before a declaration
 * @param named what stands between the name of an argument and its value; empty where arguments have no names
 * @param traits in which languages differ otherwise
 */
record WindowSyntax(
        String id,
        List<String> lineComments,
        List<String[]> blockComments,
        List<Quote> quotes,
        Set<String> separators,
        Set<String> functions,
        Set<String> types,
        Set<String> modifiers,
        String named,
        Set<Trait> traits) {

    /** Keeps unmodifiable copies. */
    WindowSyntax {
        lineComments = List.copyOf(lineComments);
        blockComments = List.copyOf(blockComments);
        quotes = List.copyOf(quotes);
    }

    /** In which languages differ. */
    enum Trait {
        /** A statement ends with its line. */
        LINES,
        /** What belongs to a function is known by its indentation. */
        INDENTED,
        /** Types stand before the names that they are of. */
        TYPES_FIRST,
        /** Types stand after the names that they are of, without a mark between them. */
        TYPES_LAST,
        /** Angle brackets hold type arguments. */
        ANGLES,
        /** Braces behind a type make an object of it. */
        BRACES_MAKE,
        /** A dictionary is written with braces. */
        BRACES_MAP,
        /** Braces hold a function. */
        BRACES_CALL,
        /** A slash may begin a regular expression. */
        REGULAR_EXPRESSIONS,
        /** Lines that begin with a number sign are for the preprocessor. */
        DIRECTIVES,
        /** Texts beside each other are one. */
        TEXTS_JOIN,
        /** An apostrophe may begin something other than a text. */
        LIFETIMES,
        /** Calls need no parentheses, and a member of an object is called by its name. */
        COMMANDS,
        /** Code stands within a page. */
        PAGES
    }

    /**
     * A form of text.
     *
     * @param escapes whether a backslash takes the meaning from what follows
     * @param hole what begins an expression within the text; empty where none can stand there
     * @param lines whether it may go on over several lines
     */
    record Quote(String open, String close, boolean escapes, String hole, boolean lines) {}

    boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
