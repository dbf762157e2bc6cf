package dev.shirube.reports.format;

import dev.shirube.domain.Text;
import java.util.List;
import java.util.Map;

/**
 * One row of a file that an office sent, as text.
 *
 * @param number row in a sheet or line in a text file, from 1, as an editor shows it
 * @param cells from the first column on; missing cells are empty
 * @param faults cells that hold something whose value is not in the file, by their index, with what to do
 */
public record TextRow(int number, List<String> cells, Map<Integer, Text> faults) {
    /** Keeps unmodifiable copies. */
    public TextRow {
        cells = List.copyOf(cells);
        faults = Map.copyOf(faults);
    }

    /** A row of which every cell could be read. */
    public TextRow(int number, List<String> cells) {
        this(number, cells, Map.of());
    }

    /** The text of the cell at that index from 0; empty beyond the last. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    /** Whether nothing but blanks stands in it. */
    public boolean blank() {
        return faults.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
}
