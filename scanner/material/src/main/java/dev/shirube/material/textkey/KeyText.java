package dev.shirube.material.textkey;

import java.util.Base64;
import java.util.Optional;

/** Base64 of keys in text files. */
final class KeyText {

    /** A random key has more different characters than this; what a person types for an example has fewer. */
    private static final int MIN_CHARACTERS = 10;

    private KeyText() {}

    /** The bytes, if the text is Base64 of that many and does not look typed. */
    static Optional<byte[]> key(String base64, int length) {
        return decode(base64)
                .filter(it -> it.length == length && base64.chars().distinct().count() >= MIN_CHARACTERS);
    }

    /** The bytes; nothing if the text is no Base64. */
    static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
