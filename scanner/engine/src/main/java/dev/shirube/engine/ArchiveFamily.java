package dev.shirube.engine;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An outermost archive with all archives in it that were read.
 *
 * @param location of the outermost archive
 * @param named whether the target names that archive itself, and not a folder or repository around it
 * @param archives what was gathered from each archive, by its location
 */
public record ArchiveFamily<T>(String location, boolean named, SortedMap<String, T> archives) {

    /** Keeps a sorted, unmodifiable copy. */
    public ArchiveFamily {
        archives = Collections.unmodifiableSortedMap(new TreeMap<>(archives));
    }

    /** What was gathered from the outermost archive; nothing if it could not be read. */
    public Optional<T> outermost() {
        return Optional.ofNullable(archives.get(location));
    }
}
