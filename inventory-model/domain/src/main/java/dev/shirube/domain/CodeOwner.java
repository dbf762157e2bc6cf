package dev.shirube.domain;

import java.util.Locale;

/** Whose code an occurrence is in: an attribute that ranks and counts, never a part of any identity. */
public enum CodeOwner {
    /** Not told apart: source, settings, a folder of archives, whatever nobody looked at in this respect. */
    UNKNOWN,
    /** The scanned application's or library's own. */
    OWN,
    /** That of a library which the application brings along. */
    THIRD_PARTY;

    /** The id that files carry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The owner of that id; {@link #UNKNOWN} for an id that is not ours. */
    public static CodeOwner of(String id) {
        for (CodeOwner owner : values()) {
            if (owner.id().equals(id)) {
                return owner;
            }
        }
        return UNKNOWN;
    }
}
