package dev.shirube.engine;

import dev.shirube.engine.zip.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A regular file.
 *
 * @param modified when it was last written to
 * @param key what tells it apart from a file that takes its place; empty where the file system has nothing like that
 */
record FileInput(String location, Path path, long size, FileTime modified, String key, Limits limits)
        implements SeekableInput {

    /** The file with those attributes. */
    static FileInput of(String location, Path path, BasicFileAttributes attributes, Limits limits) {
        return new FileInput(
                location,
                path,
                attributes.size(),
                attributes.lastModifiedTime(),
                Objects.toString(attributes.fileKey(), ""),
                limits);
    }

    @Override
    public Optional<InputVersion> version() {
        String text = size + " " + modified.to(TimeUnit.NANOSECONDS) + " " + key;
        return Optional.of(new InputVersion(text, false, modified.toMillis()));
    }

    @Override
    public Loaded load() throws IOException {
        long most = Math.min(limits.inputBytes(), Integer.MAX_VALUE - 8);
        if (size > most) {
            throw new LimitException("input-bytes=" + most, size + " bytes");
        }
        return new Loaded(size > 0 ? announced() : unannounced((int) most), List.of());
    }

    /** As many bytes as there were when the file was listed; what is written behind them meanwhile is not waited for. */
    private byte[] announced() throws IOException {
        byte[] bytes = new byte[(int) size];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    return Arrays.copyOf(bytes, buffer.position());
                }
            }
        }
        return bytes;
    }

    /** Files of the kernel announce no size and have bytes nevertheless. */
    private byte[] unannounced(int most) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes(most);
            if (bytes.length == most && stream.read() >= 0) {
                throw new LimitException("input-bytes=" + most, "more than " + most + " bytes");
            }
            return bytes;
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
