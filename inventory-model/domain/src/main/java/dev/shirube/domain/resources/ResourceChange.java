package dev.shirube.domain.resources;

import java.util.Optional;

/** How one resource differs between two states: new without a before, gone without an after, otherwise changed. */
public record ResourceChange(Optional<ResourceEntry> before, Optional<ResourceEntry> after)
        implements Comparable<ResourceChange> {

    /** Refuses a change of nothing. */
    public ResourceChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("A change needs a before or an after");
        }
    }

    /** The entry that it is about, as it is or as it was. */
    public ResourceEntry entry() {
        return after.or(() -> before).orElseThrow();
    }

    @Override
    public int compareTo(ResourceChange other) {
        return entry().compareTo(other.entry());
    }
}
