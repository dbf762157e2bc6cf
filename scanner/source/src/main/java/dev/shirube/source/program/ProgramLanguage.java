package dev.shirube.source.program;

import dev.shirube.source.language.SourceText;
import java.util.List;
import java.util.Optional;
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

    /** How names are found in it. */
    Set<Trait> traits();

    /**
     * Whether its own tools find types and calls of libraries that are there, so that what only names tell is less certain.
     */
    default boolean resolves() {
        return false;
    }

    /** Whether the name is one of the platform itself, which no source file of a unit declares. */
    default boolean isOfPlatform(String path) {
        return false;
    }

    /**
     * Where a type of that qualified name is declared by the language's conventions, the likeliest place first; nothing
     * where it has none.
     *
     * @param module package of the file that uses it
     * @param location that file's logical path
     */
    default List<String> places(String path, String module, String location) {
        return List.of();
    }

    /** What the file says. Broken text gives what can be read of it and a diagnostic; nothing is thrown. */
    ProgramFile read(SourceText source);

    /**
     * The same of a file that is read for the values of another one: what it imports and declares tells enough of it, so that
     * tools that {@linkplain #resolves resolve} every name need not be asked, which costs several times as much.
     */
    default ProgramFile readBeside(SourceText source) {
        return read(source);
    }

    /** What a file says whose imports hold in other files of the program, too; nothing where no file can. */
    default Optional<String> sharesImports() {
        return Optional.empty();
    }
}
