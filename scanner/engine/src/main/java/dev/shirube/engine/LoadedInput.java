package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An input that reads its bytes at most once, kept while it is being looked at by one thread. Text in UTF-16 is shown to
 * detectors in UTF-8, so that anchors, markers and parsers see what its author sees.
 */
final class LoadedInput implements ScanInput {
    private static final long READ_AT_ONCE = 1 << 20;

    private final SeekableInput input;
    private final String location;
    private final String name;
    private SeekableInput.Loaded loaded;
    private byte[] shown;
    private final Map<InputView<?>, Object> views = new HashMap<>(2);
    private String digest;

    LoadedInput(ScanInput input) {
        this.input = SeekableInput.of(input);
        this.location = input.location();
        this.name = input.name();
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return input.size();
    }

    @Override
    public Optional<InputVersion> version() {
        return input.version();
    }

    void load() throws IOException {
        if (loaded == null) {
            loaded = Memory.bounded(input.size(), input::load);
            shown = Utf16.toUtf8(loaded.bytes());
        }
    }

    @Override
    public <T> T view(InputView<T> view) throws IOException {
        if (!views.containsKey(view)) {
            views.put(view, view.of(this));
        }
        @SuppressWarnings("unchecked") // the value was made by the view that is its key
        T seen = (T) views.get(view);
        return seen;
    }

    /** Whether the bytes were read. */
    boolean loaded() {
        return loaded != null;
    }

    /** Lets go of the bytes; they are read again when they are asked for. */
    void unload() {
        loaded = null;
        shown = null;
        views.clear();
    }

    @Override
    public byte[] bytes() throws IOException {
        load();
        return shown;
    }

    /** Small inputs are read whole, since reading a part of one costs no less. */
    @Override
    public byte[] head(int length) throws IOException {
        return head(length, input.size() >= 0 && input.size() <= READ_AT_ONCE);
    }

    /** The bytes as detectors see them, after {@link #load} has returned. */
    byte[] loadedBytes() {
        return shown;
    }

    @Override
    public boolean recorded() {
        return input.recorded();
    }

    /** How many bytes coverage counts, after {@link #load} has returned. */
    long countedBytes() {
        return recorded() ? 0 : loaded.bytes().length;
    }

    /** What is wrong with the bytes, after {@link #load} has returned. */
    List<Diagnostic> diagnostics() {
        return loaded.diagnostics();
    }

    /** The first bytes, read alone unless all are at hand, or wanted anyway and not many. */
    byte[] head(int length, boolean loadAll) throws IOException {
        if (loadAll && input.size() <= READ_AT_ONCE) {
            load();
        }
        return loaded == null
                ? input.head(length)
                : Arrays.copyOf(loaded.bytes(), Math.min(length, loaded.bytes().length));
    }

    /** The underlying input, of which parts can be had. */
    SeekableInput seekable() {
        return input;
    }

    /** The finding with the digest of these bytes; without one where they are other bytes each time. */
    Finding signed(Finding finding) {
        return recorded() ? finding : finding.withEvidence(finding.evidence().withInputDigest(digest()));
    }

    /** The digest of the bytes as they stand in the input, after {@link #load} has returned. */
    String digest() {
        if (digest == null) {
            digest = ByteDigests.of(loaded.bytes());
        }
        return digest;
    }
}
