package dev.shirube.source.language;

import dev.shirube.domain.CodeContext;
import java.util.Objects;

/**
 * One file as text.
 *
 * @param location logical path of the file
 * @param text without a byte order mark
 */
public record SourceText(String location, String text) {

    /** Refuses null. */
    public SourceText {
        Objects.requireNonNull(location);
        Objects.requireNonNull(text);
    }

    /** The text of these bytes, in the encoding that fits them best. */
    public static SourceText of(String location, byte[] bytes) {
        return new SourceText(location, SourceDecoder.decode(bytes));
    }

    /** The folder it is in, with a final {@code /}; empty for the root. */
    public String folder() {
        return location.substring(0, location.lastIndexOf('/') + 1);
    }

    /** Main or test code, by the conventions of its path. */
    public CodeContext context() {
        return CodeContext.of(location);
    }
}
