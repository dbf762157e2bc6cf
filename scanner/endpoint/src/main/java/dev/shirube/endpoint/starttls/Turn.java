package dev.shirube.endpoint.starttls;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One question to a server that speaks in lines, and how its answers look. All patterns are for the beginning of a line, in
 * any case of letters.
 *
 * @param say the command without its line's end; empty where the server greets
 * @param yes the last line of a good answer
 * @param no a bad answer; its one group that takes part is the code or word that says so
 * @param first the first line of an answer that goes on
 * @param inner its other lines
 * @param wanted where the answer lists what the server has: the line that names STARTTLS
 * @param skippable whether a server that knows no such list may be asked for the upgrade all the same
 */
record Turn(
        String say,
        Pattern yes,
        Pattern no,
        Pattern first,
        Pattern inner,
        Optional<Pattern> wanted,
        boolean skippable) {
    private static final String NEVER = "(?!)";

    /** A question whose answer takes no more than one line. */
    static Turn of(String say, String yes, String no) {
        return of(say, yes, no, NEVER);
    }

    /** A question whose answer may have more lines, all of one kind. */
    static Turn of(String say, String yes, String no, String more) {
        return of(say, yes, no, more, more);
    }

    /** A question whose answer may have more lines, of which the first is of another kind. */
    static Turn of(String say, String yes, String no, String first, String inner) {
        return new Turn(say, pattern(yes), pattern(no), pattern(first), pattern(inner), Optional.empty(), false);
    }

    /** The same question, where the answer is a list that has to hold such a line. */
    Turn listing(String line) {
        return new Turn(say, yes, no, first, inner, Optional.of(pattern(line)), skippable);
    }

    /** The same question, which a server need not know. */
    Turn orSkipped() {
        return new Turn(say, yes, no, first, inner, wanted, true);
    }

    /** The command's first word as people know it, without a tag. */
    String command() {
        String[] words = say.split(" ", -1);
        return words[words.length > 1 && words[0].length() == 2 ? 1 : 0];
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }
}
