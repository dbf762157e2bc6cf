package dev.shirube.shell;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Team;
import dev.shirube.domain.Text;
import dev.shirube.domain.register.DeclaredResources;
import dev.shirube.domain.register.Reading;
import dev.shirube.domain.register.RegisterTable;
import dev.shirube.domain.register.ResourceRegister;
import dev.shirube.domain.register.RowProblem;
import dev.shirube.reports.format.RowFileException;
import dev.shirube.reports.format.RowReader;
import dev.shirube.reports.format.TextRow;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
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

    /** Teams and budgets, as read. */
    record Resources(List<Team> teams, List<BudgetLine> budgets) {}

    static Resources resources(Invocation line, Session session) {
        return resources(Path.of(line.arguments().get(0)), line.has("partial"), session);
    }

    static Resources resources(Path file, boolean partial, Session session) {
        DeclaredResources read = accept(ResourceRegister.read(table(file)), file, partial, session);
        return new Resources(read.teams(), read.budgets());
    }

    /** The header of an empty register of resources in the session's language, as CSV. */
    static List<String> resourcesTemplate(Session session) {
        List<List<String>> headers =
                ResourceRegister.template(FiscalQuarter.of(session.asOf()).year());
        // Excel takes a CSV file for UTF-8 only by its byte order mark.
        return List.of("\uFEFF" + String.join(",", headers.get(session.japanese() ? 0 : 1)) + "\r");
    }

    /** The file's rows, each at the index of its number in the file, so that a message names the row an editor shows. */
    static RegisterTable table(Path file) {
        try {
            List<List<String>> rows = new ArrayList<>();
            Map<RegisterTable.Place, Text> faults = new LinkedHashMap<>();
            for (TextRow row : RowReader.read(file)) {
                if (row.number() > RowReader.MAXIMUM_ROWS + SPARE_ROWS) {
                    throw tooFarDown(file, row.number());
                }
                while (rows.size() < row.number() - 1) {
                    rows.add(List.of());
                }
                rows.add(row.cells());
                row.faults()
                        .forEach((column, fault) -> faults.put(new RegisterTable.Place(row.number(), column), fault));
            }
            return new RegisterTable(rows, faults);
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
        long wrong = 0;
        for (RowProblem problem : reading.problems()) {
            String message = file.getFileName() + ": " + problem.message(session.language());
            if (problem.severity() == Severity.ERROR) {
                session.console().warn(message);
                wrong++;
            } else {
                session.console().advise(message);
            }
        }
        if (wrong > 0 && (!partial || reading.rows() == 0)) {
            throw CommandFailure.usage(
                    English.count(wrong, "problem") + " in " + file + "; nothing was kept. Correct the rows named above"
                            + (partial ? "." : ", or take the valid ones with --partial."),
                    file + " に誤りが " + wrong + " 件あり、保存していません。上記の行を修正"
                            + (partial ? "してください。" : "するか、--partial で正しい行のみ取り込んでください。"));
        }
        if (wrong > 0) {
            int rows = reading.wrongRows();
            session.console()
                    .warn(session.say(
                            "Warning: " + rows + " of " + English.count(reading.rows(), "row") + " left out ("
                                    + English.count(wrong, "problem")
                                    + "). Correct the rows named above and import the file again.",
                            "警告：" + reading.rows() + " 行のうち " + rows + " 行を除外しました（誤り " + wrong
                                    + " 件）。上記の行を修正し、もう一度取り込んでください。"));
        }
        return reading.value();
    }
}
