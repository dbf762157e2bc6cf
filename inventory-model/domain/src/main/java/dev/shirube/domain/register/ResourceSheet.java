package dev.shirube.domain.register;

import java.util.Objects;

/**
 * One table of a file of resources.
 *
 * @param name of the sheet; empty for a file that is one table
 */
public record ResourceSheet(String name, RegisterTable table) {

    /** Refuses null. */
    public ResourceSheet {
        Objects.requireNonNull(name);
        Objects.requireNonNull(table);
    }
}
