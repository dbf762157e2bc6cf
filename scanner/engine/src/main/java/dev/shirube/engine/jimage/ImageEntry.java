package dev.shirube.engine.jimage;

/**
 * What a runtime image says of one resource; all of it may be a lie.
 *
 * @param name module and path, for example {@code java.base/java/lang/Object.class}; a label, never a path to write to
 * @param position where its bytes stand, from the first byte of the image
 * @param compressedSize bytes in the image, or 0 if they stand there as they are
 * @param size plain bytes
 */
public record ImageEntry(String name, long position, long compressedSize, long size) {

    /** A folder with sixteen thousand children. */
    private static final int MOST_TABLE = 4 << 14;

    /** Whether its bytes stand in the image as they are. */
    public boolean stored() {
        return compressedSize == 0;
    }

    /**
     * Whether it is of the image's own tables and not of a module: for each folder four bytes for every child, for each
     * package eight for every module that has it.
     */
    public boolean table() {
        boolean named = name.startsWith("modules/") || name.startsWith("packages/") || name.startsWith("/");
        return named && size % 4 == 0 && size <= MOST_TABLE;
    }

    /** How many bytes it has in the image. */
    long storedSize() {
        return stored() ? size : compressedSize;
    }
}
