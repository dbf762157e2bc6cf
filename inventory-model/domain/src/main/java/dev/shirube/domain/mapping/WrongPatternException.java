package dev.shirube.domain.mapping;

import dev.shirube.domain.Text;

/** A pattern that cannot be understood, with what to write instead. */
public final class WrongPatternException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    WrongPatternException(Text text) {
        super(text.en());
        this.text = text;
    }

    /** The message in both languages. */
    public Text text() {
        return text;
    }
}
