package dev.shirube.engine.jimage;

/**
 * The attributes of the resources: for each, pairs of a kind and a value of one to eight bytes, the highest first, up to
 * the kind 0.
 */
final class ImageLocations {
    private static final int MODULE = 1;
    private static final int PARENT = 2;
    private static final int BASE = 3;
    private static final int EXTENSION = 4;
    private static final int OFFSET = 5;
    private static final int COMPRESSED = 6;
    private static final int SIZE = 7;
    /** Kinds beyond those we know are passed over: their length is told in the same way. */
    private static final int KINDS = 32;

    private final byte[] bytes;
    private final ImageStrings strings;
    private final long resources;
    private final long end;

    /**
     * @param resources where the resources begin
     * @param end where the image ends
     */
    ImageLocations(byte[] bytes, ImageStrings strings, long resources, long end) {
        this.bytes = bytes;
        this.strings = strings;
        this.resources = resources;
        this.end = end;
    }

    /** The resource whose attributes stand at that offset. */
    ImageEntry entry(int offset) throws ImageFormatException {
        long[] values = values(offset);
        long room = end - resources;
        if (values[OFFSET] < 0 || values[OFFSET] > room || values[COMPRESSED] < 0 || values[SIZE] < 0) {
            throw new ImageFormatException("a resource at " + values[OFFSET] + " of " + room + " bytes");
        }
        return new ImageEntry(name(values), resources + values[OFFSET], values[COMPRESSED], values[SIZE]);
    }

    private long[] values(int offset) throws ImageFormatException {
        long[] values = new long[KINDS];
        int at = offset;
        while (at >= 0 && at < bytes.length) {
            int kind = (bytes[at] & 0xff) >>> 3;
            int length = (bytes[at] & 7) + 1;
            if (kind == 0) {
                return values;
            }
            if (length >= bytes.length - at) {
                break;
            }
            long value = 0;
            for (int i = 1; i <= length; i++) {
                value = value << 8 | bytes[at + i] & 0xff;
            }
            values[kind] = value;
            at += 1 + length;
        }
        throw new ImageFormatException("attributes without end at " + offset + " of " + bytes.length);
    }

    private String name(long[] values) throws ImageFormatException {
        StringBuilder name = new StringBuilder();
        append(name, values[MODULE], "/");
        append(name, values[PARENT], "/");
        append(name, values[BASE], "");
        if (values[EXTENSION] != 0) {
            append(name.append('.'), values[EXTENSION], "");
        }
        return name.toString();
    }

    /** The string at offset 0 is the empty one, which stands for nothing at all. */
    private void append(StringBuilder name, long string, String after) throws ImageFormatException {
        if (string != 0) {
            name.append(strings.text(string)).append(after);
        }
    }
}
