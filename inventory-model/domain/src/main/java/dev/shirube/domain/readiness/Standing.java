package dev.shirube.domain.readiness;

import java.util.Locale;

/** What something post-quantum is worth once a version has it. */
public enum Standing {
    /** The standard as published, or a method that is used as it stands. */
    FINAL,
    /** A draft that does not interoperate with the final standard. */
    PRE_STANDARD,
    /** A programming interface or a message, and no algorithm. */
    INTERFACE;

    static Standing of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
