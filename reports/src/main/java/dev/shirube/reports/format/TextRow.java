package dev.shirube.reports.format;

import java.util.List;

/**
 * One row of a file that an office sent, as text.
 *
 * @param number row in a sheet or line in a text file, from 1, as an editor shows it
 * @param cells from the first column on; missing cells are empty
 */
public record TextRow(int number, List<String> cells) {
    /** Keeps an unmodifiable copy. */
    public TextRow {
        cells = List.copyOf(cells);
    }

    /** The text of the cell at that index from 0; empty beyond the last. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    /** Whether nothing but blanks stands in it. */
    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
