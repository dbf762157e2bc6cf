package dev.shirube.engine.zip;

import java.util.List;
import java.util.Optional;

/**
 * The plain bytes of an entry as far as they could be had.
 *
 * @param faults what is wrong with them, as short English technical reasons
 * @param otherName the name in the local header where it is not the one in the central directory
 */
public record ZipContent(byte[] bytes, List<String> faults, Optional<String> otherName) {
    /** Keeps an unmodifiable copy. */
    public ZipContent {
        faults = List.copyOf(faults);
    }
}
