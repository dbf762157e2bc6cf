package dev.shirube.domain;

import java.util.Locale;

/** How sure a detector is of its claim. */
public enum Confidence {
    CERTAIN,
    LIKELY,
    POSSIBLE;

    /** The id that files carry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The confidence of that id; {@link #POSSIBLE} for an id that is not ours. */
    public static Confidence of(String id) {
        for (Confidence confidence : values()) {
            if (confidence.id().equals(id)) {
                return confidence;
            }
        }
        return POSSIBLE;
    }
}
