package dev.shirube.material.settings.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A part of a settings file whose entries belong together: a block in braces, a section, a mapping, an element.
 *
 * @param parent the enclosing block; none for the file itself
 * @param name what it is called: {@code server}, {@code SSLHostConfig}; empty for the file itself
 * @param words what follows its name
 * @param line from 1
 * @param section a number that blocks share whose entries work together
 * @param depth 0 for the file itself
 * @param path the names from the file down, with dots
 */
public record Block(
        Optional<Block> parent, String name, List<String> words, int line, int section, int depth, String path) {

    /** Keeps an unmodifiable copy. */
    public Block {
        words = List.copyOf(words);
    }

    /** Blocks are told apart by where they stand; comparing their contents would compare their ancestors again and again. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Whether this block or one around it has that name. */
    public boolean within(String wanted) {
        for (Optional<Block> at = Optional.of(this);
                at.isPresent();
                at = at.get().parent()) {
            if (at.get().name().equalsIgnoreCase(wanted)) {
                return true;
            }
        }
        return false;
    }
}
