package dev.shirube.domain.resources;

import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One declared resource with its origin.
 *
 * @param origin where it was declared, for example {@code resources.xlsx:7}; empty if not known
 * @param others cells of columns that are not ours, by their heading: kept for whoever writes the file back
 */
public record ResourceEntry(Resource value, String origin, SortedMap<String, String> others)
        implements Comparable<ResourceEntry> {

    private static final Comparator<ResourceEntry> ORDER =
            Comparator.comparing((ResourceEntry entry) -> entry.value.kind()).thenComparing(entry -> entry.value.key());

    /** Keeps a sorted, unmodifiable copy. */
    public ResourceEntry {
        Objects.requireNonNull(value);
        Objects.requireNonNull(origin);
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    }

    /** Declared there, without further cells. */
    public static ResourceEntry of(Resource value, String origin) {
        return new ResourceEntry(value, origin, Collections.emptySortedMap());
    }

    /** Whether the two declare the same thing, perhaps differently. */
    public boolean sameAs(ResourceEntry other) {
        return ORDER.compare(this, other) == 0;
    }

    @Override
    public int compareTo(ResourceEntry other) {
        return ORDER.compare(this, other);
    }
}
