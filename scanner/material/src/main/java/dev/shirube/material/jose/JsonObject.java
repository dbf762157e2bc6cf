package dev.shirube.material.jose;

import java.util.Map;
import java.util.Optional;

/**
 * The members of one JSON object (RFC 8259) that are texts; what nests deeper is passed over.
 *
 * @param length how many characters of the text it took
 */
record JsonObject(Map<String, String> texts, int length) {

    JsonObject {
        texts = Map.copyOf(texts);
    }

    /** The object with which that text begins; nothing if it is no object, or a broken one. */
    static Optional<JsonObject> first(String text) {
        return new JsonReader(text).object();
    }

    /** The text of that member. */
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }
}
