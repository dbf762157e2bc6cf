package dev.shirube.domain;

import java.util.Locale;

/** Who can record the traffic of a system, or deliver a forged object to it. */
public enum Exposure {
    INTERNET,
    PARTNER,
    INTERNAL,
    ISOLATED;

    /** The id that files carry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
