package dev.shirube.domain;

import java.util.Locale;

/** Where an information system runs (設置場所), as far as it decides who can change its cryptography. */
public enum Hosting {
    /** On the office's own premises. */
    ON_PREMISES,
    /** Own machines in somebody else's data centre. */
    DATA_CENTRE,
    /** ガバメントクラウド, the cloud that the Digital Agency procures for government. */
    GOVERNMENT_CLOUD,
    /** Another cloud's infrastructure or platform. */
    CLOUD,
    /** A service used as it is (SaaS): its provider alone changes it. */
    SERVICE;

    /** The id that files carry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
