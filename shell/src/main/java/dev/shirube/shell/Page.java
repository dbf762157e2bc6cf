package dev.shirube.shell;

import dev.shirube.shell.cli.Columns;
import java.util.ArrayList;
import java.util.List;

/** Lines of a page that fits a terminal of 80 columns: labels in front, long texts broken under themselves. */
final class Page {

    /** A terminal wraps in its 80th column. */
    static final int WIDTH = 79;

    private static final String INDENT = "    ";

    private final int label;
    private final List<String> lines = new ArrayList<>();

    /** A page whose labels take so many cells. */
    Page(int label) {
        this.label = label;
    }

    /** A text under a line, indented. */
    static List<String> indented(String text) {
        return Columns.wrap(text, WIDTH - INDENT.length()).stream()
                .map(it -> INDENT + it.strip())
                .toList();
    }

    /** A line as it is, broken where it is too long. */
    Page line(String text) {
        lines.addAll(Columns.wrap(text, WIDTH));
        return this;
    }

    /** A line that fits already. */
    Page as(String line) {
        lines.add(line);
        return this;
    }

    /** A label and its text; nothing where there is no text. */
    Page row(String name, String text) {
        if (text.isEmpty()) {
            return this;
        }
        String before = Columns.pad("  " + name, label);
        for (String line : Columns.wrap(text, WIDTH - label)) {
            lines.add((before + line).stripTrailing());
            before = " ".repeat(label);
        }
        return this;
    }

    /** A text under the one before, indented. */
    Page under(String text) {
        lines.addAll(indented(text));
        return this;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
