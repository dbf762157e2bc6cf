package dev.shirube.engine;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Byte strings whose presence makes an input worth parsing.
 *
 * @param texts looked for in UTF-8, exactly as written; none means that every accepted input is looked at
 */
public record Anchors(SortedSet<String> texts) {

    /** Every accepted input is looked at. */
    public static final Anchors NONE = new Anchors(Collections.emptySortedSet());

    /** Keeps a sorted, unmodifiable copy; refuses anchors too short to tell anything. */
    public Anchors {
        texts = Collections.unmodifiableSortedSet(new TreeSet<>(texts));
        for (String text : texts) {
            if (text.getBytes(StandardCharsets.UTF_8).length < 3) {
                throw new IllegalArgumentException("The anchor \"" + text + "\" is shorter than three bytes");
            }
        }
    }

    /** An input is looked at if it holds any of them. */
    public static Anchors anyOf(Collection<String> texts) {
        return new Anchors(new TreeSet<>(texts));
    }
}
