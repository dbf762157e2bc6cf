package dev.shirube.engine;

/** A named target that does not exist, or is not what its form says; the message names it and ends in what to do. */
public final class TargetException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String japanese;

    /** One message, in both languages. */
    public TargetException(String english, String japanese) {
        super(english);
        this.japanese = japanese;
    }

    /** The message in that language. */
    public String message(dev.shirube.domain.Language language) {
        return language.choose(japanese, getMessage());
    }
}
