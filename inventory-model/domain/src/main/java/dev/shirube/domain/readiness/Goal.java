package dev.shirube.domain.readiness;

import java.util.Locale;

/** What an upgrade is to bring. */
public enum Goal {
    /** Post-quantum algorithms that code can call. */
    ALGORITHMS,
    /** Hybrid key exchange in TLS or SSH. */
    KEY_EXCHANGE;

    /**
     * The goal of that id, for example {@code key-exchange}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Goal of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
