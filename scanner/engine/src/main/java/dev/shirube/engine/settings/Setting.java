package dev.shirube.engine.settings;

import java.util.List;

/**
 * One setting as it stands in a file.
 *
 * @param section the block it stands in, as a running number: settings of one section work together
 * @param name as the product's manual writes it
 * @param values in the order of preference
 * @param line from 1
 */
public record Setting(int section, String name, List<String> values, int line) {

    /** Keeps an unmodifiable copy. */
    public Setting {
        values = List.copyOf(values);
    }
}
