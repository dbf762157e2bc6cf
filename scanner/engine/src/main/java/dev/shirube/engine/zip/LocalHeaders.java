package dev.shirube.engine.zip;

import static dev.shirube.engine.zip.LittleEndian.i32;
import static dev.shirube.engine.zip.LittleEndian.u16;
import static dev.shirube.engine.zip.LittleEndian.u32;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Entries by their local headers, one after the other (APPNOTE section 4.3.7), for an archive whose central directory was
 * cut off. Where a header does not tell how long its data are, inflating them does.
 */
final class LocalHeaders {
    static final int SIGNATURE = 0x04034b50;
    static final int SIZE = 30;

    /** Bit 3: sizes and CRC-32 follow the data (APPNOTE section 4.4.4). */
    static final int SIZES_FOLLOW = 8;

    private static final int WINDOW = 64 << 10;
    /** Bytes that are inflated only to learn where data end, in one archive. */
    private static final long MOST_INFLATED = 1L << 30;

    private final ByteSource source;
    private final long end;
    private final Set<Long> listed = new HashSet<>();
    private final int most;
    private final List<ZipEntryHeader> found = new ArrayList<>();
    private long inflated;
    private boolean complete = true;

    /**
     * @param end where the search ends
     * @param known entries that are listed already; they count among the most that are allowed
     */
    LocalHeaders(ByteSource source, long end, List<ZipEntryHeader> known, int most) {
        this.source = source;
        this.end = end;
        this.most = most - known.size();
        known.forEach(it -> listed.add(it.headerPosition()));
    }

    /** Whether all were found, and not the bound on their number. */
    boolean complete() {
        return complete;
    }

    /** The entries that are not listed. */
    List<ZipEntryHeader> entries() throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            long at = next(0);
            while (at >= 0) {
                if (found.size() >= most) {
                    complete = false;
                    break;
                }
                at = next(entry(at, inflater));
            }
        } finally {
            inflater.end();
        }
        return found;
    }

    /** Where the next local header begins, from that position on; -1 if there is none. */
    private long next(long from) throws IOException {
        for (long at = from; at <= end - SIZE; at += WINDOW) {
            byte[] window = source.bytes(at, (int) Math.min(WINDOW + 3, end - at));
            for (int i = 0; i + 4 <= window.length; i++) {
                if (window[i] == 'P' && i32(window, i) == SIGNATURE && at + i <= end - SIZE) {
                    return at + i;
                }
            }
        }
        return -1;
    }

    /** Notes the entry at that header and says where its data end. */
    private long entry(long at, Inflater inflater) throws IOException {
        byte[] header = source.bytes(at, SIZE);
        int nameLength = u16(header, 26);
        int extraLength = u16(header, 28);
        long data = at + SIZE + nameLength + extraLength;
        if (data > end) {
            return at + 4;
        }
        byte[] name = source.bytes(at + SIZE, nameLength);
        byte[] extra = source.bytes(at + SIZE + nameLength, extraLength);
        long[] sizes = {u32(header, 22), u32(header, 18)};
        ZipDirectory.zip64(extra, 0, extraLength, sizes);
        long crc = u32(header, 14);
        int method = u16(header, 8);
        if ((u16(header, 6) & SIZES_FOLLOW) != 0 && sizes[1] == 0) {
            Measured measured = method == ZipEntryHeader.DEFLATED ? measured(data, inflater) : upToNext(data);
            sizes = new long[] {measured.size, measured.compressedSize};
            crc = measured.crc;
        }
        if (sizes[0] < 0 || sizes[1] < 0) {
            return data;
        }
        if (listed.add(at)) {
            found.add(new ZipEntryHeader(name, u16(header, 6), method, crc, sizes[1], sizes[0], 0, at));
        }
        return Math.min(end, data + Math.min(sizes[1], end - data));
    }

    private record Measured(long size, long compressedSize, long crc) {}

    /** Stored data of unknown length reach to the next header at most; their CRC-32 is not known, and said to differ. */
    private Measured upToNext(long data) throws IOException {
        long next = next(data);
        long length = (next < 0 ? end : next) - data;
        return new Measured(length, length, 0);
    }

    private Measured measured(long data, Inflater inflater) throws IOException {
        inflater.reset();
        CRC32 crc = new CRC32();
        byte[] chunk = new byte[WINDOW];
        byte[] plain = new byte[WINDOW];
        long at = data;
        try {
            while (!inflater.finished() && !inflater.needsDictionary() && inflated < MOST_INFLATED) {
                if (inflater.needsInput()) {
                    int length = (int) Math.min(chunk.length, end - at);
                    if (length == 0) {
                        break;
                    }
                    source.read(at, chunk, 0, length);
                    inflater.setInput(chunk, 0, length);
                    at += length;
                }
                int count = inflater.inflate(plain);
                crc.update(plain, 0, count);
                inflated += count;
            }
        } catch (DataFormatException e) {
            // What could be inflated is told below; reading the entry tells that it breaks off.
        }
        return new Measured(inflater.getBytesWritten(), inflater.getBytesRead(), crc.getValue());
    }
}
