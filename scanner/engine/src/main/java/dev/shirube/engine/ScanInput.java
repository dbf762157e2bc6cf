package dev.shirube.engine;

import dev.shirube.domain.HistoryLocation;
import dev.shirube.engine.zip.ByteSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * One file's worth of bytes, wherever they come from: a file, an archive entry, a Git blob, a transcript.
 *
 * <p>A detector may ask for the bytes as often as it likes; the engine keeps them while the input is being looked at.
 */
public interface ScanInput {

    /** Logical path relative to the scanned root, with {@code /} and {@code !/}: {@code lib/x.jar!/com/acme/A.class}. */
    String location();

    /** The last part of the path, without any folder: {@code A.class}. */
    default String name() {
        String location = HistoryLocation.path(location());
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Size in bytes as far as announced, or -1; a hostile input may announce anything. */
    long size();

    /**
     * All bytes. The array is shared: nobody writes to it.
     *
     * @throws IOException when they cannot be read
     * @throws LimitException when there are more of them than the limits allow
     * @throws DiagnosedException when the reader knows more of the reason
     */
    byte[] bytes() throws IOException;

    /**
     * The first bytes, at most so many, in an array of their own; by default read with all the others.
     *
     * @throws IOException when they cannot be read
     */
    default byte[] head(int length) throws IOException {
        byte[] bytes = bytes();
        return Arrays.copyOf(bytes, Math.min(bytes.length, length));
    }

    /**
     * The bytes as a source that the caller closes, so that of an archive only the parts that are asked for are read; by
     * default all are.
     *
     * @throws IOException when they cannot be read
     */
    default ByteSource open() throws IOException {
        return ByteSource.of(bytes());
    }

    /**
     * What that view shows of the bytes; the engine keeps it while the input is being looked at.
     *
     * @throws IOException when the bytes cannot be read
     */
    default <T> T view(InputView<T> view) throws IOException {
        return view.of(this);
    }

    /** What tells without reading whether the bytes may have changed since an earlier scan; nothing if nothing does. */
    default Optional<InputVersion> version() {
        return Optional.empty();
    }

    /** The rule by which no detector is shown the input, so that it is only counted; nothing for an ordinary one. */
    default Optional<String> skipped() {
        return Optional.empty();
    }

    /**
     * Whether the bytes are the record of a conversation, with other random values each time it is held: then neither their
     * number nor their digest enters a result, so that the same endpoint gives the same result twice.
     */
    default boolean recorded() {
        return false;
    }
}
