package dev.shirube.engine;

import dev.shirube.engine.zip.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A regular file. */
record FileInput(String location, Path path, long size, Limits limits) implements SeekableInput {

    @Override
    public Loaded load() throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            long most = Math.min(limits.inputBytes(), Integer.MAX_VALUE - 8);
            if (size > most) {
                throw new LimitException("input-bytes=" + most, size + " bytes");
            }
            byte[] bytes = stream.readNBytes((int) most);
            if (bytes.length == most && stream.read() >= 0) {
                throw new LimitException("input-bytes=" + most, "more than " + most + " bytes");
            }
            return new Loaded(bytes, List.of());
        }
    }

    @Override
    public byte[] head(int length) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(length);
        }
    }

    @Override
    public ByteSource open() throws IOException {
        return ByteSource.of(path);
    }
}
