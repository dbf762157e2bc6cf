package dev.shirube.domain.register;

import dev.shirube.domain.Text;
import java.util.List;
import java.util.Map;

/**
 * A file's rows of text as they came, whatever its format.
 *
 * @param rows each at the index of its number in the file less one; blank ones are empty
 * @param faults cells whose value could not be taken, with why and what to do
 */
public record RegisterTable(List<List<String>> rows, Map<Place, Text> faults) {

    /** A cell. @param row number, from 1 @param column index, from 0 */
    public record Place(int row, int column) {

        /** The column as a spreadsheet names it: A, B … Z, AA. */
        static String letter(int column) {
            int rest = column % 26;
            String last = Character.toString('A' + rest);
            return column < 26 ? last : letter(column / 26 - 1) + last;
        }
    }

    /** Keeps unmodifiable copies. */
    public RegisterTable {
        rows = List.copyOf(rows);
        faults = Map.copyOf(faults);
    }

    /** Rows of which every cell could be read. */
    public static RegisterTable of(List<List<String>> rows) {
        return new RegisterTable(rows, Map.of());
    }
}
