package dev.shirube.domain;

import java.util.Locale;

/** How far the value that decides the algorithm could be followed. */
public enum Resolution {
    /** Written at the place itself. */
    LITERAL,
    /** Through a local variable. */
    LOCAL,
    /** Through a field or constant. */
    FIELD,
    /** Through callers of the enclosing member. */
    CALLER,
    /** From a configuration value. */
    CONFIG,
    /** The platform's documented default. */
    DEFAULT,
    /** A part is known, another is not. */
    PARTIAL,
    /** Not known. */
    UNRESOLVED;

    /** The id that files carry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The resolution of that id; {@link #UNRESOLVED} for an id that is not ours. */
    public static Resolution of(String id) {
        for (Resolution resolution : values()) {
            if (resolution.id().equals(id)) {
                return resolution;
            }
        }
        return UNRESOLVED;
    }
}
