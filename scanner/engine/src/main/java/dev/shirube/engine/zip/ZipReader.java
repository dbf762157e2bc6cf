package dev.shirube.engine.zip;

import static dev.shirube.engine.zip.LittleEndian.i32;
import static dev.shirube.engine.zip.LittleEndian.u16;
import static dev.shirube.engine.zip.LittleEndian.u32;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** Reads the entries of one archive, in any order and by several threads at once. */
public final class ZipReader implements Closeable {
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;

    private final ByteSource source;
    private final Queue<Inflater> inflaters = new ConcurrentLinkedQueue<>();

    /** A reader of that source; closing the reader does not close the source. */
    public ZipReader(ByteSource source) {
        this.source = source;
    }

    /**
     * The plain bytes of an entry, as far as they can be had.
     *
     * @throws ZipLimitException when there are more than the limits allow
     * @throws ZipEncryptedException when they are encrypted; a flag alone does not make them so
     * @throws IOException when nothing of them can be had
     */
    public ZipContent read(ZipEntryHeader entry, ZipLimits limits) throws IOException {
        refuse(entry);
        Placed data = place(entry);
        List<String> faults = new ArrayList<>();
        if (!data.differences.isEmpty()) {
            faults.add("its local header says otherwise: " + String.join(", ", data.differences));
        }
        int before = faults.size();
        byte[] bytes = plain(entry, data, limits, faults);
        if (bytes.length != entry.size()) {
            faults.add(bytes.length + " bytes where " + entry.size() + " are announced");
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (crc.getValue() != entry.crc()) {
            faults.add("CRC-32 differs");
        }
        if (entry.flaggedEncrypted()) {
            if (faults.size() > before) {
                throw new ZipEncryptedException("ZipCrypto");
            }
            faults.add("marked as encrypted, but is not");
        }
        return new ZipContent(bytes, faults, data.otherName);
    }

    /** The first plain bytes of an entry, at most so many; fewer, or none, where they cannot be had. */
    public byte[] head(ZipEntryHeader entry, int length) throws IOException {
        refuse(entry);
        Placed data = place(entry);
        if (entry.method() == ZipEntryHeader.STORED) {
            return source.bytes(data.position, (int) Math.min(length, data.length));
        }
        Inflater inflater = borrow();
        try {
            return Inflation.head(inflater, source.slice(data.position, data.length), length);
        } finally {
            giveBack(inflater);
        }
    }

    /** A stored entry as a part of the source, without a copy. */
    public ByteSource slice(ZipEntryHeader entry) throws IOException {
        Placed data = place(entry);
        return source.slice(data.position, data.length);
    }

    @Override
    public void close() {
        inflaters.forEach(Inflater::end);
        inflaters.clear();
    }

    private static void refuse(ZipEntryHeader entry) throws IOException {
        if (entry.method() == ZipEntryHeader.AES) {
            throw new ZipEncryptedException("AES");
        }
        if (entry.method() != ZipEntryHeader.STORED && entry.method() != ZipEntryHeader.DEFLATED) {
            if (entry.flaggedEncrypted()) {
                throw new ZipEncryptedException("compression method " + entry.method());
            }
            throw new ZipFormatException("compression method " + entry.method());
        }
    }

    private Placed place(ZipEntryHeader entry) throws IOException {
        long at = entry.headerPosition();
        if (at < 0 || at > source.size() - LOCAL_SIZE) {
            throw new ZipFormatException("local header at " + at + " of " + source.size());
        }
        byte[] header = source.bytes(at, LOCAL_SIZE);
        if (i32(header, 0) != LOCAL) {
            throw new ZipFormatException("no local header at " + at);
        }
        int nameLength = u16(header, 26);
        long data = at + LOCAL_SIZE + nameLength + u16(header, 28);
        if (data > source.size()) {
            throw new ZipFormatException("local header runs past the end");
        }
        byte[] name = source.bytes(at + LOCAL_SIZE, nameLength);
        Optional<String> otherName =
                Arrays.equals(name, entry.rawName()) ? Optional.empty() : Optional.of(ZipNames.decode(name));
        long length = Math.min(entry.compressedSize(), source.size() - data);
        return new Placed(data, length, otherName, differences(header, entry));
    }

    /** What the local header says otherwise; the sizes and CRC-32 that follow the data are not there to be compared. */
    private static List<String> differences(byte[] local, ZipEntryHeader entry) {
        List<String> differences = new ArrayList<>();
        int flags = u16(local, 6);
        if ((flags & 1) != (entry.flags() & 1)) {
            differences.add("encryption");
        }
        if (u16(local, 8) != entry.method()) {
            differences.add("method");
        }
        if ((flags & LocalHeaders.SIZES_FOLLOW) == 0) {
            if (u32(local, 14) != entry.crc()) {
                differences.add("CRC-32");
            }
            if (differs(u32(local, 18), entry.compressedSize()) || differs(u32(local, 22), entry.size())) {
                differences.add("size");
            }
        }
        return differences;
    }

    private static boolean differs(long local, long central) {
        return local != central && local != 0xffffffffL;
    }

    private byte[] plain(ZipEntryHeader entry, Placed data, ZipLimits limits, List<String> faults) throws IOException {
        if (data.length < entry.compressedSize()) {
            faults.add("breaks off after " + data.length + " of " + entry.compressedSize() + " bytes");
        }
        if (entry.method() == ZipEntryHeader.STORED) {
            limits.check(data.length, data.length);
            return source.bytes(data.position, (int) data.length);
        }
        limits.check(entry.size(), data.length);
        Inflater inflater = borrow();
        try {
            return Inflation.all(inflater, source.slice(data.position, data.length), entry.size(), limits, faults);
        } finally {
            giveBack(inflater);
        }
    }

    private Inflater borrow() {
        Inflater inflater = inflaters.poll();
        return inflater == null ? new Inflater(true) : inflater;
    }

    private void giveBack(Inflater inflater) {
        inflater.reset();
        inflaters.add(inflater);
    }

    /** Where an entry's bytes really stand. */
    private record Placed(long position, long length, Optional<String> otherName, List<String> differences) {}
}
