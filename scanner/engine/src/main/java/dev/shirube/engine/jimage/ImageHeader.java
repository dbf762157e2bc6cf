package dev.shirube.engine.jimage;

import dev.shirube.engine.zip.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first 28 bytes of a runtime image: seven numbers in the byte order of the machine that it was made for.
 *
 * @param order the byte order of everything in the image but the attributes of its locations
 * @param tableLength how many slots the hash table has: a redirection and an offset each
 * @param locationsSize bytes of the locations, which follow the table
 * @param stringsSize bytes of the strings, which follow the locations
 */
record ImageHeader(ByteOrder order, int tableLength, int locationsSize, int stringsSize) {
    static final int MAGIC = 0xcafedada;
    private static final int SIZE = 28;
    private static final int VERSION = 1 << 16;
    /** Bytes of one slot: its redirection in one table and its offset in the other. */
    private static final int SLOT = 8;
    /** Twenty times what an image of all modules of a JDK has. */
    private static final int MOST_INDEX_BYTES = 64 << 20;

    /** Reads and checks the header: after this, the whole index stands within the source and within its bound. */
    static ImageHeader read(ByteSource source) throws IOException {
        if (source.size() < SIZE) {
            throw new ImageFormatException("ends within its header");
        }
        ByteBuffer header = ByteBuffer.wrap(source.bytes(0, SIZE));
        if (header.getInt(0) != MAGIC) {
            header.order(ByteOrder.LITTLE_ENDIAN);
        }
        if (header.getInt(0) != MAGIC) {
            throw new ImageFormatException("no header");
        }
        if (header.getInt(4) != VERSION) {
            throw new ImageFormatException("version " + (header.getInt(4) >>> 16) + "." + (header.getInt(4) & 0xffff));
        }
        ImageHeader read = new ImageHeader(header.order(), header.getInt(16), header.getInt(20), header.getInt(24));
        if (read.tableLength < 0 || read.locationsSize < 0 || read.stringsSize < 0) {
            throw new ImageFormatException("a negative size in its header");
        }
        if (read.resources() > source.size()) {
            throw new ImageFormatException("its index of " + read.resources() + " bytes runs past the end");
        }
        if (read.resources() > MOST_INDEX_BYTES) {
            throw new ImageFormatException(
                    "its index of " + read.resources() + " bytes is larger than " + MOST_INDEX_BYTES);
        }
        return read;
    }

    /** Where the table of offsets begins; the redirections before it serve to look one name up, and nobody does. */
    long offsets() {
        return SIZE + 4L * tableLength;
    }

    long locations() {
        return SIZE + (long) SLOT * tableLength;
    }

    long strings() {
        return locations() + locationsSize;
    }

    /** Where the index ends and the resources begin. */
    long resources() {
        return strings() + stringsSize;
    }
}
