package dev.shirube.engine.zip;

import static dev.shirube.engine.zip.LittleEndian.i32;
import static dev.shirube.engine.zip.LittleEndian.i64;
import static dev.shirube.engine.zip.LittleEndian.u16;
import static dev.shirube.engine.zip.LittleEndian.u32;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The central directory of an archive: the only list of entries that is believed (APPNOTE section 4.3.12). Where there is
 * none, or it breaks off, the entries that it would list are found by their local headers.
 *
 * @param entries in the order of the directory, duplicates included
 * @param complete whether these are all entries, or the bound on their number was reached
 * @param faults what is wrong with the directory, as short English technical reasons; empty where nothing is
 */
public record ZipDirectory(List<ZipEntryHeader> entries, boolean complete, List<String> faults) {
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_SIZE = 46;
    private static final int ZIP64_EXTRA = 1;
    private static final int WINDOW = 256 << 10;
    /** Bytes of a header with the longest name, extra field and comment. */
    private static final int LONGEST = HEADER_SIZE + 3 * 0xffff;

    /** Keeps unmodifiable copies. */
    public ZipDirectory {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /** Whether the source ends like an archive, whatever it begins with. */
    public static boolean present(ByteSource source) throws IOException {
        return EndRecord.find(source).isPresent();
    }

    /**
     * Reads at most so many entries.
     *
     * @throws ZipFormatException when there is no central directory, and no local header either
     */
    public static ZipDirectory read(ByteSource source, int maxEntries) throws IOException {
        Optional<EndRecord> end = EndRecord.find(source);
        List<ZipEntryHeader> entries = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        long directory = source.size();
        if (end.isPresent()) {
            directory = end.get().directory();
            if (!list(source, end.get(), maxEntries, entries, faults)) {
                return new ZipDirectory(entries, false, faults);
            }
            faults.addAll(ZipLayout.of(source, entries, directory).faults());
        }
        if (end.isPresent() && faults.isEmpty()) {
            return new ZipDirectory(entries, true, faults);
        }
        LocalHeaders lost = new LocalHeaders(source, directory, entries, maxEntries);
        List<ZipEntryHeader> found = lost.entries();
        if (end.isEmpty() && found.isEmpty()) {
            throw new ZipFormatException("no central directory");
        }
        if (end.isEmpty()) {
            faults.add("no central directory");
        }
        if (!found.isEmpty()) {
            faults.add("entries found by their local headers alone: " + found.size());
            entries.addAll(found);
        }
        return new ZipDirectory(entries, lost.complete(), faults);
    }

    /** Whether there were not more entries than are allowed. */
    private static boolean list(
            ByteSource source, EndRecord end, int maxEntries, List<ZipEntryHeader> entries, List<String> faults)
            throws IOException {
        long at = end.directory();
        long limit = end.directory() + end.directorySize();
        byte[] window = new byte[0];
        long windowAt = at;
        while (at < limit) {
            if (entries.size() == maxEntries) {
                return false;
            }
            if (at + LONGEST > windowAt + window.length && windowAt + window.length < limit) {
                window = source.bytes(at, (int) Math.min(WINDOW, limit - at));
                windowAt = at;
            }
            int offset = (int) (at - windowAt);
            int length = headerLength(window, offset);
            if (length == 0) {
                faults.add("central directory breaks off after entry " + entries.size());
                return true;
            }
            entries.add(header(window, offset, end.shift()));
            at += length;
        }
        // The 16-bit count of an archive without zip64 fields wraps around.
        if (end.entries() != entries.size() && end.entries() != (entries.size() & 0xffff)) {
            faults.add("central directory announces " + end.entries() + " entries and has " + entries.size());
        }
        return true;
    }

    /** Length of the header with its name, extra field and comment; 0 where there is no whole header. */
    private static int headerLength(byte[] window, int at) {
        if (window.length - at < HEADER_SIZE || i32(window, at) != HEADER) {
            return 0;
        }
        int length = HEADER_SIZE + u16(window, at + 28) + u16(window, at + 30) + u16(window, at + 32);
        return window.length - at < length ? 0 : length;
    }

    private static ZipEntryHeader header(byte[] window, int at, long shift) {
        int nameEnd = at + HEADER_SIZE + u16(window, at + 28);
        byte[] name = Arrays.copyOfRange(window, at + HEADER_SIZE, nameEnd);
        long[] large = {u32(window, at + 24), u32(window, at + 20), u32(window, at + 42)};
        zip64(window, nameEnd, nameEnd + u16(window, at + 30), large);
        return new ZipEntryHeader(
                name,
                u16(window, at + 8),
                u16(window, at + 10),
                u32(window, at + 16),
                large[1],
                large[0],
                u16(window, at + 40),
                large[2] + shift);
    }

    /** Takes size, compressed size and offset, in this order, where their 32-bit fields are full (section 4.5.3). */
    static void zip64(byte[] window, int from, int to, long[] values) {
        int at = from;
        while (at + 4 <= to) {
            int end = at + 4 + u16(window, at + 2);
            if (u16(window, at) == ZIP64_EXTRA && end <= to) {
                int field = at + 4;
                for (int i = 0; i < values.length; i++) {
                    if (values[i] == 0xffffffffL && field + 8 <= end) {
                        values[i] = i64(window, field);
                        field += 8;
                    }
                }
            }
            at = end;
        }
    }
}
