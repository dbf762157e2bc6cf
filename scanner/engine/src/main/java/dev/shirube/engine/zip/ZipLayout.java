package dev.shirube.engine.zip;

import static dev.shirube.engine.zip.LittleEndian.i32;
import static dev.shirube.engine.zip.LittleEndian.u16;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the listed entries lie beside each other. No program writes entries that share bytes, but a bomb may (Fifield, "A
 * better zip bomb", 2019); and what lies between them unlisted is seen by readers that go from header to header.
 */
final class ZipLayout {
    /** Gaps that are looked into; many are there only in an archive made for the purpose, and one is told of. */
    private static final int MOST_GAPS = 1000;
    /** Bytes of a data descriptor at most: signature, CRC-32, and two sizes of zip64 (APPNOTE section 4.3.9). */
    private static final int DESCRIPTOR = 24;

    private final ByteSource source;
    private final List<ZipEntryHeader> entries;
    private final long end;
    private int overlaps;
    private int unlisted;
    private int gaps;

    private ZipLayout(ByteSource source, List<ZipEntryHeader> entries, long end) {
        this.source = source;
        this.entries = entries;
        this.end = end;
    }

    /** The layout of these entries up to where the central directory begins. */
    static ZipLayout of(ByteSource source, List<ZipEntryHeader> entries, long end) throws IOException {
        ZipLayout layout = new ZipLayout(source, entries, end);
        layout.look();
        return layout;
    }

    /** What is wrong, in short English technical reasons. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (overlaps > 0) {
            faults.add("entries that overlap others: " + overlaps);
        }
        if (unlisted > 0) {
            faults.add("places with an entry that the central directory does not list: " + unlisted);
        }
        return faults;
    }

    private void look() throws IOException {
        long[] starts = new long[entries.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = entries.get(i).headerPosition();
        }
        Arrays.sort(starts);
        long first = Arrays.stream(starts).filter(it -> it >= 0).findFirst().orElse(end);
        if (beginsEntry(0, first)) {
            unlisted++;
        }
        for (ZipEntryHeader entry : entries) {
            long start = entry.headerPosition();
            if (start >= 0 && start < end) {
                int at = Arrays.binarySearch(starts, start);
                boolean twice = at + 1 < starts.length && starts[at + 1] == start || at > 0 && starts[at - 1] == start;
                long next = twice ? start : at + 1 < starts.length ? Math.min(end, starts[at + 1]) : end;
                between(entry, next);
            }
        }
    }

    private void between(ZipEntryHeader entry, long next) throws IOException {
        long least = entry.headerPosition() + LocalHeaders.SIZE + entry.compressedSize();
        if (entry.compressedSize() < 0 || least > next) {
            overlaps++;
        } else if (next - least - entry.rawName().length >= LocalHeaders.SIZE && gaps < MOST_GAPS) {
            gaps++;
            byte[] header = source.bytes(entry.headerPosition(), LocalHeaders.SIZE);
            long after = least + u16(header, 26) + u16(header, 28);
            for (int skipped = 0; skipped <= DESCRIPTOR; skipped += 4) {
                if (beginsEntry(after + skipped, next)) {
                    unlisted++;
                    return;
                }
            }
        }
    }

    private boolean beginsEntry(long at, long next) throws IOException {
        return at >= 0 && next - at >= LocalHeaders.SIZE && i32(source.bytes(at, 4), 0) == LocalHeaders.SIGNATURE;
    }
}
