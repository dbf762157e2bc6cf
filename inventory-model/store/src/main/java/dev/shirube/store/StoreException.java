package dev.shirube.store;

import dev.shirube.domain.Language;

/**
 * A store that cannot be opened, read or written; the message names it and ends in what to do.
 *
 * <p>Unchecked, because it comes up in the middle of a scan, through a result sink that knows no database. What was
 * committed before it stays.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String japanese;

    /** One message, in both languages. */
    public StoreException(String english, String japanese, Throwable cause) {
        super(english, cause);
        this.japanese = japanese;
    }

    /** One message, in both languages, of a fault that no other fault caused. */
    public StoreException(String english, String japanese) {
        this(english, japanese, null);
    }

    /** The message in that language. */
    public String message(Language language) {
        return language.choose(japanese, getMessage());
    }
}
