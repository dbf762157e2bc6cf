package dev.shirube.domain.resources;

import dev.shirube.domain.Text;
import java.util.List;

/** One of a few values that a cell names by a word: an id for data, a label to print, and other words that mean it. */
public interface Term {
    /** The id that data and exports carry. */
    String id();

    /** What forms print and accept. */
    Text label();

    /** Other words that are accepted. */
    default List<String> aliases() {
        return List.of();
    }
}
