package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an algorithm identifier and the key beside it say.
 *
 * @param size bits of the key, where it has one
 * @param values what stood there: object identifiers and named parameters
 * @param reason why something is missing, in one or two words; empty if nothing is
 */
public record Described(Algorithm algorithm, OptionalInt size, List<String> values, String reason) {

    /** Keeps an unmodifiable copy of the values. */
    public Described {
        values = List.copyOf(values);
    }
}
