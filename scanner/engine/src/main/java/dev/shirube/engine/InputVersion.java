package dev.shirube.engine;

import java.util.Objects;

/**
 * What tells, without reading an input, whether its bytes may have changed since an earlier scan.
 *
 * @param text differs wherever the bytes may differ
 * @param exact whether equal texts mean equal bytes, as the id of a Git blob does; otherwise somebody who can set a file's
 *     times can make them equal
 * @param modified when the bytes last changed, in milliseconds since 1970 by the clock of whatever keeps them; 0 if exact
 */
public record InputVersion(String text, boolean exact, long modified) {
    /** Refuses null. */
    public InputVersion {
        Objects.requireNonNull(text);
    }
}
