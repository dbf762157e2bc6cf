package dev.shirube.source.program;

import dev.shirube.source.language.SourceText;
import java.util.Set;

/**
 * One programming language: which files are written in it, and what a file says in the terms that all languages share.
 *
 * <p>A language is a package of its own beside this one, with one line in {@code SourceLanguages}. It is shared between
 * threads and keeps no state.
 */
public interface ProgramLanguage {

    /** Stable id as in the engine's {@code file-kinds.yaml}, for example {@code python}. */
    String id();

    /** The id under which the catalogue has its libraries: its own, or that of a language with the same ones. */
    String catalogue();

    /** How the names of its files end, lower case with the dot: {@code .py}. */
    Set<String> fileEndings();

    /** What a name can stand for that nothing in the file declares or imports. */
    Unbound unbound();

    /** What the file says. Broken text gives what can be read of it and a diagnostic; nothing is thrown. */
    ProgramFile read(SourceText source);
}
