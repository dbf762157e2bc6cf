package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.MalformedException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One kind of file that names packages.
 *
 * @param id what the evidence calls it
 * @param names the exact names that its files have; empty where they are told by {@code named}
 * @param named whether a file of that path is one, as far as its path tells; the first that says so has it
 * @param reader what it names
 * @param locks names of files beside it or in a folder above that tell which versions were chosen, best first
 */
record Format(String id, List<String> names, Predicate<FileName> named, Reader reader, List<String> locks) {

    /** Reads one kind of file. */
    @FunctionalInterface
    interface Reader {
        /** Hands over every package that the file names. */
        void read(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException;
    }

    /** Keeps unmodifiable copies. */
    Format {
        names = List.copyOf(names);
        locks = List.copyOf(locks);
    }

    /** The path of a file, and the last part of it as it is and in lower case. */
    record FileName(String location, String name, String lower) {

        /** Of that logical path. */
        static FileName of(String location) {
            String name = location.substring(location.lastIndexOf('/') + 1);
            return new FileName(location, name, name.toLowerCase(Locale.ROOT));
        }
    }

    /** A format that files of exactly that name have. */
    static Format named(String name, Reader reader, String... locks) {
        return new Format(name, List.of(name), it -> false, reader, List.of(locks));
    }

    /** A format that files with that ending have. */
    static Format ending(String ending, Reader reader, String... locks) {
        return told("*" + ending, it -> it.name().endsWith(ending), reader, locks);
    }

    /** A format whose files are told by more than a name. */
    static Format told(String id, Predicate<FileName> named, Reader reader, String... locks) {
        return new Format(id, List.of(), named, reader, List.of(locks));
    }
}
