package dev.shirube.source.flow;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramLanguage;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The source files of a unit, as far as they are asked for. */
public interface UnitSources {

    /** A file that stands alone. */
    UnitSources NONE = new UnitSources() {
        @Override
        public Optional<FileIndex> file(String location) {
            return Optional.empty();
        }

        @Override
        public TreeSet<String> endings() {
            return new TreeSet<>();
        }

        @Override
        public Optional<Mentions> mentions(String word) {
            return Optional.of(new Mentions(List.of(), false));
        }
    };

    /**
     * The file at that location, read for the values of another one; nothing if there is none, it cannot be read, or nobody
     * reads its language.
     */
    Optional<FileIndex> file(String location);

    /** A file that is looked at itself. It may have been read before, when it was put off, or for the values of another. */
    default FileIndex own(SourceText source, ProgramLanguage language) {
        return new FileIndex(language.read(source));
    }

    /** How the names of files end that stand in one program with each other. */
    TreeSet<String> endings();

    /** Its text, without reading what it says. */
    default Optional<String> text(String location) {
        return file(location).map(it -> it.file().source().text());
    }

    /** Whether a declaration of the word may be in the file. */
    default boolean mayDeclare(String location, String word) {
        return text(location).filter(it -> Declaring.mayDeclare(it, word)).isPresent();
    }

    /** Whether the file may be looked at again, once it is known where words stand that it awaits. */
    default boolean mayAwait() {
        return false;
    }

    /** Where that word stands in the unit; nothing as long as nobody has searched for it. */
    Optional<Mentions> mentions(String word);

    /**
     * Where a word stands.
     *
     * @param locations sorted
     * @param more whether there are others, which are not listed
     */
    record Mentions(List<String> locations, boolean more) {
        /** Keeps an unmodifiable copy. */
        public Mentions {
            locations = List.copyOf(locations);
        }
    }
}
