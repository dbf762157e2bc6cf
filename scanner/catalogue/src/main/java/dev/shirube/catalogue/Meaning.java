package dev.shirube.catalogue;

/**
 * What the deciding argument of a row says, and so how it is read.
 *
 * <p>The ids are those of the rows' column {@code meaning}; what may follow them after a colon is in {@link
 * ApiPoint#namedAlgorithm()}.
 */
enum Meaning {
    ALGORITHM("algorithm", Reading.NAME),
    TRANSFORMATION("transformation", Reading.NAME),
    PARAMETER_SET("parameter-set", Reading.NAME),
    FIXED("fixed", Reading.NAMED),
    MODULUS_VALUE("modulus-value", Reading.NAMED),
    EXPLICIT_CURVE("explicit-curve", Reading.NAMED),
    KEY_SIZE_BITS("key-size-bits", Reading.PARAMETERS),
    PARAMS_SPEC("params-spec", Reading.PARAMETERS),
    CURVE("curve", Reading.CURVE),
    HASH_NAME("hash-name", Reading.DIGEST),
    KEY_OBJECT("key-object", Reading.RECEIVER),
    OP_MODE("op-mode", Reading.RECEIVER),
    UNSET("unset", Reading.DEFAULT),
    DERIVED_ALGORITHM("derived-algorithm", Reading.RECEIVER),
    WRAPPED_ALGORITHM("wrapped-algorithm", Reading.RECEIVER),
    CIPHER_OBJECT("cipher-object", Reading.ARGUMENT),
    SIGNATURE_OBJECT("signature-object", Reading.ARGUMENT),
    GIVEN_OBJECT("given-object", Reading.ARGUMENT),
    ENCODED_KEY("encoded-key", Reading.LABEL),
    CERT_TYPE("cert-type", Reading.LABEL),
    STORE_TYPE("store-type", Reading.LABEL),
    KEYSTORE_TYPE("keystore-type", Reading.LABEL),
    KEYSTORE("keystore", Reading.LABEL),
    PROVIDER("provider", Reading.LABEL),
    PKCS11_CONFIG("pkcs11-config", Reading.LABEL),
    SECURITY_PROPERTY("security-property", Reading.LABEL),
    PLAIN("plain", Reading.LABEL),
    LIBRARY_DEFAULT("library-default", Reading.LABEL),
    CONFIG_KEY("config-key", Reading.CONFIGURATION),
    PROTOCOL("protocol", Reading.TLS),
    PROTOCOLS("protocols", Reading.TLS),
    NAMED_GROUPS("named-groups", Reading.TLS),
    SIGNATURE_SCHEMES("signature-schemes", Reading.TLS),
    CIPHER_SUITES("cipher-suites", Reading.TLS),
    TLS_CONTEXT("tls-context", Reading.TLS),
    TLS_MANAGER("tls-manager", Reading.TLS),
    TLS_DEFAULT("tls-default", Reading.TLS);

    /** How a deciding argument becomes an asset. */
    enum Reading {
        /** The argument is a name of the row's JCA service. */
        NAME,
        /** The member itself names the algorithm. */
        NAMED,
        /** The argument, a size or a parameter object, completes the named algorithm or that of the receiver. */
        PARAMETERS,
        /** The argument is the name of an elliptic curve. */
        CURVE,
        /** The argument is the name of the digest that completes the named algorithm. */
        DIGEST,
        /** The algorithm is that of the object the method is called on. */
        RECEIVER,
        /** The algorithm is that of the object the method is called on; its size is the provider's default. */
        DEFAULT,
        /** The algorithm is that of the object given as argument, or else the named one. */
        ARGUMENT,
        /** The argument is kept as it is: it names a format, a store or a provider, and no algorithm. */
        LABEL,
        /** The first argument is a configuration key, the second what it is set to. */
        CONFIGURATION,
        /** The argument names parts of the TLS protocol. */
        TLS
    }

    private final String id;
    private final Reading reading;

    Meaning(String id, Reading reading) {
        this.id = id;
        this.reading = reading;
    }

    Reading reading() {
        return reading;
    }

    /** The meaning of that id, whatever follows a colon in it. */
    static Meaning of(String text) {
        int colon = text.indexOf(':');
        String id = colon < 0 ? text : text.substring(0, colon);
        for (Meaning meaning : values()) {
            if (meaning.id.equals(id)) {
                return meaning;
            }
        }
        throw new IllegalArgumentException("there is no meaning " + id);
    }
}
