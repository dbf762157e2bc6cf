package dev.shirube.engine.jimage;

import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.Inflation;
import dev.shirube.engine.zip.ZipLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;

/**
 * Undoes what the plug-ins of {@code jlink --compress} did: each put a header of 29 bytes in front of what it made, so
 * that the last one's stands first. Known are {@code zip} (RFC 1950) and {@code compact-cp} ({@link SharedStrings}).
 */
final class ResourceDecompressor {
    private static final int MAGIC = 0xcafefafa;
    private static final int HEADER = 29;
    /** jlink has two plug-ins, and each is used once. */
    private static final int MOST_LAYERS = 4;

    private final ByteOrder order;
    private final ImageStrings strings;

    ResourceDecompressor(ByteOrder order, ImageStrings strings) {
        this.order = order;
        this.strings = strings;
    }

    /** The plain bytes, which must be as many as announced. */
    byte[] decompress(byte[] stored, long size, ZipLimits limits) throws IOException {
        byte[] bytes = stored;
        for (int layer = 0; layer < MOST_LAYERS && hasHeader(bytes); layer++) {
            bytes = unwrapped(bytes, stored.length, limits);
        }
        if (hasHeader(bytes)) {
            throw new ImageFormatException("compressed more than " + MOST_LAYERS + " times");
        }
        if (bytes.length != size) {
            throw new ImageFormatException(bytes.length + " bytes where " + size + " are announced");
        }
        return bytes;
    }

    private boolean hasHeader(byte[] bytes) {
        return bytes.length >= HEADER && ByteBuffer.wrap(bytes).order(order).getInt(0) == MAGIC;
    }

    private byte[] unwrapped(byte[] bytes, int storedSize, ZipLimits limits) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(order);
        long length = header.getLong(4);
        long size = header.getLong(12);
        String name = strings.text(header.getInt(20));
        if (length < 0 || length > bytes.length - HEADER || size < 0) {
            throw new ImageFormatException("a compressed resource of " + length + " bytes in " + bytes.length);
        }
        limits.check(size, storedSize);
        ByteBuffer content = ByteBuffer.wrap(bytes, HEADER, (int) length);
        return switch (name) {
            case "zip" -> inflated(content, size, limits);
            case "compact-cp" -> new SharedStrings(strings, content, size).expanded();
            default -> throw new ImageFormatException("compressed by the plug-in " + name);
        };
    }

    private static byte[] inflated(ByteBuffer content, long size, ZipLimits limits) throws IOException {
        byte[] deflated = new byte[content.remaining()];
        content.get(deflated);
        List<String> faults = new ArrayList<>();
        Inflater inflater = new Inflater();
        try {
            byte[] plain = Inflation.all(inflater, ByteSource.of(deflated), size, limits, faults);
            if (!faults.isEmpty()) {
                throw new ImageFormatException(faults.get(0));
            }
            return plain;
        } finally {
            inflater.end();
        }
    }
}
