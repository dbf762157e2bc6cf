package dev.shirube.shell;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import dev.shirube.domain.register.DeclaredResources;
import dev.shirube.domain.register.Reading;
import dev.shirube.domain.register.ResourceRegister;
import dev.shirube.domain.register.RowProblem;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.reports.format.RowFileException;
import dev.shirube.reports.format.RowReader;
import dev.shirube.reports.format.TextRow;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Registers as files: rows come from {@code reports}, their meaning from the domain, the words to the user from here. */
final class Registers {

    private Registers() {}

    /** Which register. */
    enum Kind {
        SYSTEMS,
        RESOURCES
    }

    static List<InformationSystem> systems(Invocation line, Session session) {
        return systems(Path.of(line.arguments().get(0)), line.has("partial"), session);
    }

    static List<InformationSystem> systems(Path file, boolean partial, Session session) {
        return accept(SystemRegister.read(rows(file), file.getFileName().toString()), file, partial, session);
    }

    static OfficeResources resources(Invocation line, Session session) {
        return resources(Path.of(line.arguments().get(0)), line.has("partial"), session);
    }

    static OfficeResources resources(Path file, boolean partial, Session session) {
        DeclaredResources read = accept(ResourceRegister.read(rows(file)), file, partial, session);
        return OfficeResources.of(read.teams(), read.budgets());
    }

    /** An empty register: the header in the session's language, as CSV. */
    static List<String> template(Kind kind, Session session) {
        List<List<String>> headers = kind == Kind.SYSTEMS
                ? SystemRegister.template()
                : ResourceRegister.template(FiscalQuarter.of(session.asOf()).year());
        // Excel takes a CSV file for UTF-8 only by its byte order mark.
        return List.of("\uFEFF" + String.join(",", headers.get(session.japanese() ? 0 : 1)) + "\r");
    }

    /** The file's rows, each at the index of its number in the file, so that a message names the row an editor shows. */
    private static List<List<String>> rows(Path file) {
        try {
            List<List<String>> rows = new ArrayList<>();
            for (TextRow row : RowReader.read(file)) {
                while (rows.size() < row.number() - 1) {
                    rows.add(List.of());
                }
                rows.add(row.cells());
            }
            return rows;
        } catch (RowFileException e) {
            throw CommandFailure.usage(e.text().in(Language.EN), e.text().in(Language.JA));
        } catch (IOException e) {
            throw CommandFailure.usage(
                    file + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Check that it exists and is readable.",
                    file + " を読めません（" + e.getClass().getSimpleName() + "）。ファイルの有無と権限を確認してください。");
        }
    }

    /** All rows or, with {@code --partial}, the valid ones; each invalid one is named either way. */
    private static <T> T accept(Reading<T> reading, Path file, boolean partial, Session session) {
        long wrong = 0;
        for (RowProblem problem : reading.problems()) {
            session.console().warn(file.getFileName() + ": " + problem.message(session.language()));
            if (problem.severity() == Severity.ERROR) {
                wrong++;
            }
        }
        if (wrong > 0 && !partial) {
            throw CommandFailure.usage(
                    English.count(wrong, "problem") + " in " + file
                            + "; nothing was kept. Correct the rows named above, or take the valid ones with --partial.",
                    file + " に誤りが " + wrong + " 件あり、保存していません。上記の行を修正するか、--partial で正しい行のみ取り込んでください。");
        }
        return reading.value();
    }
}
