package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.domain.register.RegisterTable;
import dev.shirube.domain.register.SystemRegister;
import java.util.ArrayList;
import java.util.List;

/**
 * A fuzz target: any bytes as a register that an office sent, through the reader of files and the reader of cells.
 *
 * <p>Written to the convention of Jazzer and libFuzzer; the tests run it over real registers and changes of them.
 */
public final class RowFuzz {
    private RowFuzz() {}

    /** Fails if the bytes throw anything but the declared exception, or if what was read does not come back as it was. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        List<List<String>> table = new ArrayList<>();
        try {
            RowReader.read("f", bytes).forEach(row -> table.add(row.cells()));
        } catch (RowFileException e) {
            return; // the only thing that may leave it
        }
        var reading = SystemRegister.read(RegisterTable.of(table).rows(), "f");
        reading.problems().forEach(it -> it.message(Language.JA));
        for (Language language : Language.values()) {
            List<List<String>> rows = SystemRegister.rows(reading.value(), language);
            var again = SystemRegister.read(rows, "f");
            boolean same = reading.value().isEmpty()
                    || SystemRegister.rows(again.value(), language).equals(rows);
            if (!same) {
                throw new AssertionError("not the same again: " + rows + again.problems());
            }
        }
    }
}
