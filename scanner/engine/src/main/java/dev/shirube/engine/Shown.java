package dev.shirube.engine;

import java.util.HashSet;
import java.util.Set;

/**
 * An input that is shown to a detector, which may want to see it again when the whole unit was seen.
 *
 * @param detector its place in the list
 * @param counted whether coverage speaks of it already
 * @param log of the input of the unit that it is, or that it was derived from
 * @param fate told to which end it comes
 * @param awaited the words that the detector has asked for because of this input: it knows no others, so that what it
 *     says does not rest on which other inputs are looked at
 */
record Shown(
        LoadedInput input, int detector, int depth, boolean counted, InputLog log, FileFate fate, Set<String> awaited) {
    Shown apart() {
        return new Shown(new LoadedInput(input.seekable()), detector, depth, counted, log, fate, awaited);
    }

    Shown awaiting(Set<String> words) {
        Set<String> all = new HashSet<>(awaited);
        all.addAll(words);
        return new Shown(input, detector, depth, counted, log, fate, all);
    }
}
