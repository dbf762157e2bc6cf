package dev.shirube.shell.cache;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads what {@link CacheOutput} wrote; a file that somebody changed is an exception, not a surprise. */
final class CacheInput implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 16 << 20;

    private final DataInputStream in;
    private final List<String> words = new ArrayList<>();

    CacheInput(InputStream stream) throws IOException {
        in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, BUFFER), BUFFER));
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.readByte();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("not a number");
    }

    int integer() throws IOException {
        return Math.toIntExact(number());
    }

    String text() throws IOException {
        int length = integer();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String word() throws IOException {
        int known = integer();
        if (known > 0) {
            return words.get(known - 1);
        }
        String word = text();
        words.add(word);
        return word;
    }

    <T> List<T> all(Part<T> part) throws IOException {
        int count = integer();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(part.read());
        }
        return values;
    }

    /** Reads one of several. */
    interface Part<T> {
        /** Reads it. */
        T read() throws IOException;
    }

    /** Fails if something follows, and if the bytes are not those that were written. */
    void end() throws IOException {
        if (in.read() >= 0) {
            throw new IOException("more than was written");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
