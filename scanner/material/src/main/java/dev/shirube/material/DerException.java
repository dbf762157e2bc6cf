package dev.shirube.material;

/** Why bytes are not the structure they seem to be, in words that fit into a diagnostic; never names key bytes. */
public final class DerException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says why; the text names no byte of the input. */
    public DerException(String reason) {
        super(reason);
    }
}
