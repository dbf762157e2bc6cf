package dev.shirube.domain.readiness;

import java.util.Locale;

/** What a default TLS client does with a hybrid key-exchange group such as X25519MLKEM768. */
public enum HybridOffer {
    /** It does not know any. */
    ABSENT,
    /** It knows one and offers it only if told to. */
    KNOWN,
    /** It offers one without a key share: negotiated only if the server insists (HelloRetryRequest, RFC 8446 section 4.1.4). */
    OFFERED,
    /** It offers one with a key share: this alone is post-quantum by default. */
    DEFAULT,
    /** Nobody looked. */
    UNKNOWN;

    static HybridOffer of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
