package dev.shirube.engine.zip;

/**
 * What the central directory says of one entry; all of it may be a lie (APPNOTE section 4.3.12).
 *
 * @param rawName the name's bytes
 * @param flags general purpose bit flag
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the plain bytes, unsigned
 * @param compressedSize bytes in the archive
 * @param size plain bytes
 * @param mode type and permissions of the file on Unix, or 0
 * @param headerPosition where the local header stands, from the first byte of the source
 */
public record ZipEntryHeader(
        byte[] rawName,
        int flags,
        int method,
        long crc,
        long compressedSize,
        long size,
        int mode,
        long headerPosition) {

    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int AES = 99;

    /** The file types of {@code sys/stat.h} (POSIX.1). */
    private static final int FILE_TYPE = 0xf000;

    private static final int LINK = 0xa000;

    /** The name as decoded; a label, never a path to write to. */
    public String name() {
        return ZipNames.decode(rawName);
    }

    /** Whether the central directory says that the entry is encrypted. */
    public boolean flaggedEncrypted() {
        return (flags & 1) != 0;
    }

    /** Whether the entry is a folder: a trailing slash and nothing in it. */
    public boolean folder() {
        return rawName.length > 0 && rawName[rawName.length - 1] == '/' && size == 0;
    }

    /** Whether it is a symbolic link, and its bytes the path that it leads to. */
    public boolean link() {
        return (mode & FILE_TYPE) == LINK;
    }

    /** Whether its bytes stand in the archive as they are. */
    public boolean stored() {
        return method == STORED && !flaggedEncrypted() && compressedSize == size;
    }
}
