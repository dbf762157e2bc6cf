package dev.shirube.engine.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes archives as no decent program would: every field of both headers can be made to lie. */
public final class ZipWriter {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;
    private Entry last;
    private int lastOffset;

    /**
     * The fields of one entry before they are written.
     *
     * @param attributes external file attributes, the mode of Unix in the upper half
     */
    public record Entry(
            byte[] localName,
            byte[] name,
            int localFlags,
            int flags,
            int method,
            long crc,
            byte[] data,
            long compressedSize,
            long size,
            int attributes) {
        /** Another name in the local header. */
        public Entry withLocalName(String value) {
            return new Entry(utf8(value), name, localFlags, flags, method, crc, data, compressedSize, size, attributes);
        }

        /** That name in both headers. */
        public Entry withNames(byte[] value) {
            return new Entry(value, value, localFlags, flags, method, crc, data, compressedSize, size, attributes);
        }

        /** General purpose flags of the two headers. */
        public Entry withFlags(int local, int central) {
            return new Entry(localName, name, local, central, method, crc, data, compressedSize, size, attributes);
        }

        /** That compression method. */
        public Entry withMethod(int value) {
            return new Entry(localName, name, localFlags, flags, value, crc, data, compressedSize, size, attributes);
        }

        /** That CRC-32 in both headers. */
        public Entry withCrc(long value) {
            return new Entry(localName, name, localFlags, flags, method, value, data, compressedSize, size, attributes);
        }

        /** Other bytes in the archive. */
        public Entry withData(byte[] value) {
            return new Entry(localName, name, localFlags, flags, method, crc, value, compressedSize, size, attributes);
        }

        /** Another announced number of plain bytes. */
        public Entry withSize(long value) {
            return new Entry(localName, name, localFlags, flags, method, crc, data, compressedSize, value, attributes);
        }

        /** Those external file attributes. */
        public Entry withAttributes(int value) {
            return new Entry(localName, name, localFlags, flags, method, crc, data, compressedSize, size, value);
        }

        /** Another announced number of bytes in the archive. */
        public Entry withCompressedSize(long value) {
            return new Entry(localName, name, localFlags, flags, method, crc, data, value, size, attributes);
        }
    }

    /** Adds that text in UTF-8. */
    public ZipWriter deflated(String name, String text) {
        return add(name, utf8(text), true, it -> it);
    }

    /** Adds an entry as others write it. */
    public ZipWriter deflated(String name, byte[] bytes) {
        return add(name, bytes, true, it -> it);
    }

    /** Adds an entry whose bytes stand in the archive as they are. */
    public ZipWriter stored(String name, byte[] bytes) {
        return add(name, bytes, false, it -> it);
    }

    /** Adds an entry that is changed before it is written. */
    public ZipWriter add(String name, byte[] plain, boolean deflate, UnaryOperator<Entry> lie) {
        byte[] data = deflate ? deflate(plain) : plain;
        CRC32 crc = new CRC32();
        crc.update(plain);
        byte[] raw = utf8(name);
        write(lie.apply(
                new Entry(raw, raw, 0, 0, deflate ? 8 : 0, crc.getValue(), data, data.length, plain.length, 0)));
        return this;
    }

    /** Lists the entry before once more under another name, as a bomb does. */
    public ZipWriter again(String name) {
        Entry entry = last.withNames(utf8(name));
        list(entry, lastOffset);
        return this;
    }

    private void write(Entry entry) {
        int offset = body.size();
        last = entry;
        lastOffset = offset;
        body.writeBytes(little(30)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) entry.localFlags)
                .putShort((short) entry.method)
                .putInt(0)
                .putInt((int) entry.crc)
                .putInt((int) entry.compressedSize)
                .putInt((int) entry.size)
                .putShort((short) entry.localName.length)
                .putShort((short) 0)
                .array());
        body.writeBytes(entry.localName);
        body.writeBytes(entry.data);
        list(entry, offset);
    }

    private void list(Entry entry, int offset) {
        directory.writeBytes(little(46)
                .putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0)
                .putInt((int) entry.crc)
                .putInt((int) entry.compressedSize)
                .putInt((int) entry.size)
                .putShort((short) entry.name.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(entry.attributes)
                .putInt(offset)
                .array());
        directory.writeBytes(entry.name);
        entries++;
    }

    /** The archive. */
    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes(directory.toByteArray());
        all.writeBytes(little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(directory.size())
                .putInt(body.size())
                .putShort((short) 0)
                .array());
        return all.toByteArray();
    }

    /** The same archive with the end record of zip64 and a plain one whose fields are full (APPNOTE 4.3.14, 4.4.1.4). */
    public byte[] bytes64() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes(directory.toByteArray());
        int end = all.size();
        all.writeBytes(little(56)
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putLong(0)
                .putLong(entries)
                .putLong(entries)
                .putLong(directory.size())
                .putLong(body.size())
                .array());
        all.writeBytes(
                little(20).putInt(0x07064b50).putInt(0).putLong(end).putInt(1).array());
        all.writeBytes(little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putInt(-1)
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 0)
                .array());
        return all.toByteArray();
    }

    private static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
