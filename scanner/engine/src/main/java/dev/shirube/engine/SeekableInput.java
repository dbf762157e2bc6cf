package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.zip.ByteSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An input of ours, of which parts can be had without the rest, and which can tell what is wrong with its bytes. */
interface SeekableInput extends ScanInput {

    /** All bytes as far as they can be had. */
    Loaded load() throws IOException;

    @Override
    ByteSource open() throws IOException;

    @Override
    default byte[] bytes() throws IOException {
        return load().bytes();
    }

    /** Bytes, and what is wrong with them. */
    record Loaded(byte[] bytes, List<Diagnostic> diagnostics) {}

    /** The input itself, or one like it that has all its bytes at hand once it is asked for any. */
    static SeekableInput of(ScanInput input) {
        return input instanceof SeekableInput seekable ? seekable : new Whole(input);
    }

    /** An input of somebody else's. */
    record Whole(ScanInput input) implements SeekableInput {
        @Override
        public String location() {
            return input.location();
        }

        @Override
        public long size() {
            return input.size();
        }

        @Override
        public Loaded load() throws IOException {
            return new Loaded(input.bytes(), List.of());
        }

        @Override
        public byte[] head(int length) throws IOException {
            return input.head(length);
        }

        @Override
        public Optional<InputVersion> version() {
            return input.version();
        }

        @Override
        public boolean recorded() {
            return input.recorded();
        }

        @Override
        public ByteSource open() throws IOException {
            return input.open();
        }
    }
}
