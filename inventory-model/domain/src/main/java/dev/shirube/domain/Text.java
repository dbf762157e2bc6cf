package dev.shirube.domain;

import java.util.Objects;

/** One sentence or title in both languages; the reader's language is chosen only when it is printed. */
public record Text(String ja, String en) {

    /** Refuses null. */
    public Text {
        Objects.requireNonNull(ja);
        Objects.requireNonNull(en);
    }

    /** A text that is the same in both languages: an id, an algorithm's name. */
    public static Text same(String value) {
        return new Text(value, value);
    }

    /** The text in that language. */
    public String in(Language language) {
        return language.choose(ja, en);
    }
}
