package dev.shirube.engine.testing;

import dev.shirube.engine.ScanInput;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An input whose bytes are at hand.
 *
 * @param location logical path within the scanned root, for example {@code src/A.java}
 * @param bytes not changed after this
 */
public record InMemoryInput(String location, byte[] bytes) implements ScanInput {

    /** Refuses null. */
    public InMemoryInput {
        Objects.requireNonNull(location);
        Objects.requireNonNull(bytes);
    }

    /** An input that holds that text in UTF-8. */
    public static InMemoryInput of(String location, String text) {
        return new InMemoryInput(location, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long size() {
        return bytes.length;
    }
}
