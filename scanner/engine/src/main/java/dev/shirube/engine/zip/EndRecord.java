package dev.shirube.engine.zip;

import static dev.shirube.engine.zip.LittleEndian.i32;
import static dev.shirube.engine.zip.LittleEndian.i64;
import static dev.shirube.engine.zip.LittleEndian.u16;
import static dev.shirube.engine.zip.LittleEndian.u32;

import java.io.IOException;
import java.util.Optional;

/**
 * The end of the central directory, searched from the back so that anything may stand in front of the archive and a
 * little behind it (APPNOTE sections 4.3.14 to 4.3.16).
 *
 * @param directory where the central directory begins, from the first byte of the source
 * @param directorySize its bytes
 * @param entries how many entries it announces
 * @param shift what to add to the archive's own offsets: the length of what stands in front
 */
record EndRecord(long directory, long directorySize, long entries, long shift) {
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int HEADER = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int LOCATOR_SIZE = 20;
    private static final int END64_SIZE = 56;
    private static final int SEARCHED = END_SIZE + 0xffff;

    /** The last record that leads to a central directory; nothing where there is none. */
    static Optional<EndRecord> find(ByteSource source) throws IOException {
        int length = (int) Math.min(source.size(), SEARCHED);
        long start = source.size() - length;
        byte[] tail = source.bytes(start, length);
        for (int at = length - END_SIZE; at >= 0; at--) {
            if (i32(tail, at) == END) {
                Optional<EndRecord> record = read(source, tail, at, start + at);
                if (record.isPresent()) {
                    return record;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<EndRecord> read(ByteSource source, byte[] tail, int at, long position) throws IOException {
        long entries = u16(tail, at + 10);
        long size = u32(tail, at + 12);
        long offset = u32(tail, at + 16);
        if (entries == 0xffff || size == 0xffffffffL || offset == 0xffffffffL) {
            Optional<EndRecord> large = read64(source, position);
            if (large.isPresent()) {
                return large;
            }
        }
        return placed(source, position, entries, size, offset);
    }

    private static Optional<EndRecord> read64(ByteSource source, long end) throws IOException {
        if (end < LOCATOR_SIZE + END64_SIZE) {
            return Optional.empty();
        }
        byte[] locator = source.bytes(end - LOCATOR_SIZE, LOCATOR_SIZE);
        if (i32(locator, 0) != LOCATOR64) {
            return Optional.empty();
        }
        long announced = i64(locator, 8);
        for (long at : new long[] {end - LOCATOR_SIZE - END64_SIZE, announced}) {
            if (at >= 0 && at <= end - END64_SIZE) {
                byte[] record = source.bytes(at, END64_SIZE);
                if (i32(record, 0) == END64) {
                    return placed(source, at, i64(record, 32), i64(record, 40), i64(record, 48));
                }
            }
        }
        return Optional.empty();
    }

    /** The directory ends where the end record begins; only where it does not is the announced offset believed. */
    private static Optional<EndRecord> placed(ByteSource source, long end, long entries, long size, long offset)
            throws IOException {
        if (entries < 0 || size < 0 || offset < 0) {
            return Optional.empty();
        }
        for (long at : new long[] {end - size, offset}) {
            if (at >= 0 && at <= end && (entries == 0 || end - at >= 46 && i32(source.bytes(at, 4), 0) == HEADER)) {
                return Optional.of(new EndRecord(at, Math.min(size, end - at), entries, at - offset));
            }
        }
        return Optional.empty();
    }
}
