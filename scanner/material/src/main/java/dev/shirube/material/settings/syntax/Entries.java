package dev.shirube.material.settings.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers entries and blocks, within bounds: what lies beyond is left out, and that it is so is kept. */
final class Entries {

    /** Deeper than any settings file of practice. */
    static final int DEEPEST = 64;

    /** More entries than any settings file of practice has. */
    static final int MOST = 200_000;

    /** Longer names are data. */
    private static final int LONGEST_NAME = 200;

    private final Block root = new Block(Optional.empty(), "", List.of(), 1, 0, 0, "");
    private final List<Entry> entries = new ArrayList<>();
    private Optional<String> limit = Optional.empty();
    private Optional<String> fault = Optional.empty();
    private int sections;

    /** The file itself. */
    Block root() {
        return root;
    }

    /** Adds an entry. */
    void add(Block block, String name, List<String> words, int line) {
        if (entries.size() >= MOST) {
            limit = Optional.of("settings-entries=" + MOST);
        } else {
            entries.add(new Entry(block, shortened(name), words, line));
        }
    }

    /**
     * A block within that one; it stands among the entries as well. Too deep a block is taken for its parent.
     *
     * @param own whether its entries work together, and not with those around it
     */
    Block open(Block parent, String name, List<String> words, int line, boolean own) {
        if (parent.depth() >= DEEPEST || full()) {
            limit = Optional.of(full() ? "settings-entries=" + MOST : "settings-depth=" + DEEPEST);
            return parent;
        }
        String known = shortened(name);
        add(parent, known, words, line);
        return new Block(
                Optional.of(parent),
                known,
                words,
                line,
                own ? ++sections : parent.section(),
                parent.depth() + 1,
                parent.path().isEmpty() ? known : parent.path() + "." + known);
    }

    /** Says that the text is not well-formed. */
    void broken(String why) {
        fault = Optional.of(why);
    }

    /** Says that nesting went beyond what is read. */
    void tooDeep() {
        limit = Optional.of("settings-depth=" + DEEPEST);
    }

    /** Whether no more is taken. */
    boolean full() {
        return entries.size() >= MOST;
    }

    /** All of it. */
    SettingsText text() {
        return new SettingsText(entries, limit, fault);
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
