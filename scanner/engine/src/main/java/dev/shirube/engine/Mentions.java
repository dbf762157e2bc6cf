package dev.shirube.engine;

import java.util.List;

/**
 * Where in a unit a word is mentioned.
 *
 * @param locations of the inputs that hold it as a whole word, sorted; the first {@value #MOST_LOCATIONS} of them
 * @param more whether there are more: the word is too common to tell much
 */
public record Mentions(List<String> locations, boolean more) {
    /** Locations that are kept of one word. */
    public static final int MOST_LOCATIONS = 64;

    /** Keeps an unmodifiable copy. */
    public Mentions {
        locations = List.copyOf(locations);
    }
}
