package dev.shirube.domain;

/** What an asset is used for at one place; the ids are those of the command line's contract. */
public enum CryptoFunction {
    SIGN("sign"),
    VERIFY("verify"),
    KEYGEN("keygen"),
    KEY_AGREEMENT("key-agreement"),
    KEM("kem"),
    ENCRYPT("encrypt"),
    DECRYPT("decrypt"),
    KEY_WRAP("key-wrap"),
    KEY_LOAD("key-load"),
    PARAMETERS("parameters"),
    TLS("tls"),
    SSH("ssh"),
    CERTIFICATE("cert"),
    DIGEST("digest"),
    MAC("mac"),
    KEY_DERIVE("key-derive"),
    RANDOM("random"),
    STORE("store"),
    CONFIGURE("configure"),
    OTHER("other"),
    /** Nothing is computed there: the code takes for granted which type a key has, and so stands in the way of a change. */
    KEY_TYPE("key-type");

    private final String id;

    CryptoFunction(String id) {
        this.id = id;
    }

    /** The id that files and reports carry. */
    public String id() {
        return id;
    }

    /** Whether something is done with the asset there; what is not so is told about the code, and is no use of the asset. */
    public boolean isUse() {
        return this != KEY_TYPE;
    }

    /** The function of that id; {@link #OTHER} for an id that is not ours. */
    public static CryptoFunction of(String id) {
        for (CryptoFunction function : values()) {
            if (function.id.equals(id)) {
                return function;
            }
        }
        return OTHER;
    }
}
