package dev.shirube.domain.readiness;

import java.util.Locale;

/** How it is known what a version has, from best to weakest. */
public enum ReadinessEvidence {
    /** Executed: provider enumeration, or a ClientHello parsed byte by byte. */
    RAN,
    /** Looked up in the published archives of the versions. */
    JAR_BISECT,
    /** Read in the project's own release notes. */
    NOTES,
    /** Somebody else's page or issue. */
    SECONDARY;

    /** The id that files carry, for example {@code jar-bisect}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether advice that rests on it must say that it is to be checked first. */
    public boolean mustBeChecked() {
        return this == SECONDARY;
    }

    static ReadinessEvidence of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
