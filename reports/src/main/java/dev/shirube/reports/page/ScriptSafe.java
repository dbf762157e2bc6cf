package dev.shirube.reports.page;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;

/**
 * JSON that cannot end the script element it stands in, nor open a comment there, whatever its texts say (HTML Living
 * Standard, section 4.12.1.3, restrictions for contents of script elements).
 */
final class ScriptSafe extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    private final int[] escapes = standardAsciiEscapesForJSON();

    ScriptSafe() {
        escapes['<'] = ESCAPE_STANDARD;
        escapes['>'] = ESCAPE_STANDARD;
        escapes['&'] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return escapes.clone();
    }

    /** None: by Jackson's contract null, which leaves every other character as it is. */
    @Override
    public SerializableString getEscapeSequence(int character) {
        return null;
    }
}
