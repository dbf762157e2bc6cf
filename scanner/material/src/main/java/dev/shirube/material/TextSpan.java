package dev.shirube.material;

import java.util.List;

/**
 * A part of a text.
 *
 * @param line line of its first character, from 1
 * @param from offset of its first character
 * @param to offset after its last
 */
record TextSpan(int line, int from, int to) {

    /** Whether a part of that list holds that one's beginning. */
    static boolean anyHolds(List<TextSpan> spans, TextSpan inner) {
        return spans.stream().anyMatch(it -> it.from() <= inner.from() && inner.from() < it.to());
    }
}
