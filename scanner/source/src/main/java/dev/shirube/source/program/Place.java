package dev.shirube.source.program;

/**
 * Where something stands in its file.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param start offset of its first character, in UTF-16 units
 * @param end offset after its last character
 */
public record Place(int line, int column, int start, int end) {

    /** Nowhere: of what a reader adds that is not written. */
    public static final Place NONE = new Place(0, 0, 0, 0);
}
