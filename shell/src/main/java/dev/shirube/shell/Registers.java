package dev.shirube.shell;

import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import dev.shirube.domain.register.Reading;
import dev.shirube.domain.register.RegisterTable;
import dev.shirube.domain.register.RowProblem;
import dev.shirube.reports.format.RowFileException;
import dev.shirube.reports.format.RowReader;
import dev.shirube.reports.format.TextRow;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registers as files: rows come from {@code reports}, their meaning from the domain, the words to the user from here. */
final class Registers {

    private Registers() {}

    /** Rows that may stand blank among those that are read. */
    private static final int SPARE_ROWS = 100_000;

    /** The file's rows, each at the index of its number in the file, so that a message names the row an editor shows. */
    static RegisterTable table(Path file) {
        return table(file, read(file, RowReader::read));
    }

    /** The same for every sheet of a workbook, by its name; a CSV file is one sheet without a name. */
    static Map<String, RegisterTable> tables(Path file) {
        Map<String, RegisterTable> tables = new LinkedHashMap<>();
        read(file, RowReader::readSheets).forEach((name, rows) -> tables.put(name, table(file, rows)));
        return tables;
    }

    private static RegisterTable table(Path file, List<TextRow> read) {
        List<List<String>> rows = new ArrayList<>();
        Map<RegisterTable.Place, Text> faults = new LinkedHashMap<>();
        for (TextRow row : read) {
            if (row.number() > RowReader.MAXIMUM_ROWS + SPARE_ROWS) {
                throw tooFarDown(file, row.number());
            }
            while (rows.size() < row.number() - 1) {
                rows.add(List.of());
            }
            rows.add(row.cells());
            row.faults().forEach((column, fault) -> faults.put(new RegisterTable.Place(row.number(), column), fault));
        }
        return new RegisterTable(rows, faults);
    }

    /** Something that reads a file as rows. */
    private interface Reader<T> {
        T read(Path file) throws IOException, RowFileException;
    }

    private static <T> T read(Path file, Reader<T> reader) {
        try {
            return reader.read(file);
        } catch (RowFileException e) {
            throw CommandFailure.usage(e.text().in(Language.EN), e.text().in(Language.JA));
        } catch (IOException e) {
            throw CommandFailure.usage(
                    file + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Check that it exists and is readable.",
                    file + " を読めません（" + e.getClass().getSimpleName() + "）。ファイルの有無と権限を確認してください。");
        }
    }

    private static CommandFailure tooFarDown(Path file, int row) {
        return CommandFailure.usage(
                file + " has something in row " + row + ", far below the others. Delete the empty rows between.",
                file + " の " + row + " 行目に値があり、離れすぎています。間の空行を削除してください。");
    }

    /** All rows or, with {@code --partial}, the valid ones; each invalid one is named either way. */
    static <T> T accept(Reading<T> reading, Path file, boolean partial, Session session) {
        accept(Map.of(file.getFileName().toString(), reading), file, partial, session);
        return reading.value();
    }

    /** The same for several tables of one file, by what messages call them. */
    static void accept(Map<String, ? extends Reading<?>> readings, Path file, boolean partial, Session session) {
        long wrong = 0;
        int rows = 0;
        int wrongRows = 0;
        for (Map.Entry<String, ? extends Reading<?>> reading : readings.entrySet()) {
            for (RowProblem problem : reading.getValue().problems()) {
                String message = reading.getKey() + ": " + problem.message(session.language());
                if (problem.severity() == Severity.ERROR) {
                    session.console().warn(message);
                    wrong++;
                } else {
                    session.console().advise(message);
                }
            }
            rows += reading.getValue().rows();
            wrongRows += reading.getValue().wrongRows();
        }
        if (wrong > 0 && (!partial || rows == 0)) {
            throw CommandFailure.usage(
                    English.count(wrong, "problem") + " in " + file + "; nothing was kept. Correct the rows named above"
                            + (partial || rows == 0 ? "." : ", or take the valid ones with --partial."),
                    file + " に誤りが " + wrong + " 件あり、保存していません。上記の行を修正"
                            + (partial || rows == 0 ? "してください。" : "するか、--partial で正しい行のみ取り込んでください。"));
        }
        if (wrong > 0) {
            session.console()
                    .warn(session.say(
                            "Warning: " + wrongRows + " of " + English.count(rows, "row") + " left out ("
                                    + English.count(wrong, "problem")
                                    + "). Correct the rows named above and import the file again.",
                            "警告：" + rows + " 行のうち " + wrongRows + " 行を除外しました（誤り " + wrong
                                    + " 件）。上記の行を修正し、もう一度取り込んでください。"));
        }
    }
}
