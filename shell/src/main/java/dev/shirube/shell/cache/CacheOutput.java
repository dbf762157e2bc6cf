package dev.shirube.shell.cache;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes numbers and texts, packed; a text that was written before takes a number's room. */
final class CacheOutput implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final DataOutputStream out;
    private final Map<String, Integer> words = new HashMap<>();

    CacheOutput(OutputStream stream) throws IOException {
        GZIPOutputStream packed = new GZIPOutputStream(stream, BUFFER) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
        out = new DataOutputStream(new BufferedOutputStream(packed, BUFFER));
    }

    void number(long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /** A text that is hardly written twice. */
    void text(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.write(bytes);
    }

    /** A text that is often written twice. */
    void word(String value) throws IOException {
        Integer known = words.putIfAbsent(value, words.size());
        number(known == null ? 0 : known + 1);
        if (known == null) {
            text(value);
        }
    }

    <T> void all(Collection<T> values, Part<T> part) throws IOException {
        number(values.size());
        for (T value : values) {
            part.write(value);
        }
    }

    /** Writes one of several. */
    interface Part<T> {
        /** Writes it. */
        void write(T value) throws IOException;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
