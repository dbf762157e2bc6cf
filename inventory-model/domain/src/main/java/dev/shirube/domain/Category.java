package dev.shirube.domain;

/** The shelf a finding is shown on; public-key cryptography comes first in every view. */
public enum Category {
    PUBLIC_KEY("public-key"),
    KEM("kem"),
    SIGNATURE("signature"),
    TLS("tls"),
    STORE("store"),
    SYMMETRIC("symmetric"),
    HASH("hash"),
    MAC("mac"),
    KDF("kdf"),
    RANDOM("random"),
    OTHER("other");

    private final String id;

    Category(String id) {
        this.id = id;
    }

    /** The id that files carry. */
    public String id() {
        return id;
    }

    /** The category of that id; {@link #OTHER} for an id that is not ours. */
    public static Category of(String id) {
        for (Category category : values()) {
            if (category.id.equals(id)) {
                return category;
            }
        }
        return OTHER;
    }
}
