package dev.shirube.material.settings.syntax;

import java.util.List;

/**
 * One setting as it stands in a file.
 *
 * @param block the block it stands in
 * @param name as written
 * @param words what follows, without quotes; of a list its items
 * @param line from 1
 */
public record Entry(Block block, String name, List<String> words, int line) {

    /** Keeps an unmodifiable copy. */
    public Entry {
        words = List.copyOf(words);
    }

    /** The names of the enclosing blocks and its own, with dots. */
    public String path() {
        return block.path().isEmpty() ? name : block.path() + "." + name;
    }

    /** The same entry with other words. */
    public Entry withWords(List<String> value) {
        return new Entry(block, name, value, line);
    }
}
