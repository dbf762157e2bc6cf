package dev.shirube.material.settings.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The versions that a section says: by name, and by the lowest and the highest. */
final class Versions {

    private static final int MOST_WRITTEN = 1_000;

    private final Set<String> named = new LinkedHashSet<>();
    private final List<String> written = new ArrayList<>();
    private final Bounds bounds = new Bounds();

    void add(String version, String as) {
        named.add(version);
        keep(as);
    }

    void lowest(String version, String as) {
        bounds.lowest(version);
        keep(as);
    }

    void highest(String version, String as) {
        bounds.highest(version);
        keep(as);
    }

    private void keep(String as) {
        if (written.size() < MOST_WRITTEN) {
            written.add(as);
        }
    }

    /** Whether none is named; a bound is no name. */
    boolean noneNamed() {
        return named.isEmpty();
    }

    /** Those that are named, and those between the bounds. */
    Set<String> all() {
        Set<String> all = new LinkedHashSet<>(named);
        all.addAll(bounds.versions());
        return all;
    }

    /** The words of the settings that say them. */
    List<String> written() {
        return written;
    }

    /** What the library's own bound leaves open. */
    Optional<String> open() {
        return bounds.open() ? Optional.of(bounds.expression()) : Optional.empty();
    }
}
