package dev.shirube.source.language;

import java.util.Set;

/**
 * One programming language: which files are written in it, and which calls of the catalogue they hold.
 *
 * <p>A language is a package of its own beside this one, with one line in {@code SourceLanguages}. It is shared between
 * threads and keeps no state.
 */
public interface SourceLanguage {

    /** Stable id as in the engine's {@code file-kinds.yaml}, for example {@code java}. */
    String id();

    /** How the names of its files end, lower case with the dot: {@code .java}. */
    Set<String> fileEndings();

    /** Texts of which a file must hold at least one, as written in it, for a call of the catalogue to be in it. */
    Set<String> anchors();

    /**
     * The calls of the catalogue in one file. Broken text gives what can be read of it and a diagnostic.
     *
     * @param neighbours other files of the same unit, for names that are declared there
     */
    SourceCalls callSites(SourceText source, Neighbours neighbours);
}
