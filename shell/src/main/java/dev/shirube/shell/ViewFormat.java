package dev.shirube.shell;

import dev.shirube.reports.format.Csv;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The formats that views of the inventory have, and the way their bytes go to standard output. */
final class ViewFormat {

    static final String TABLE = "table";
    static final String JSON = "json";
    static final String CSV = "csv";

    /** {@code --format} of a view that is a table. */
    static final OptionSpec OPTION = OptionSpec.choice(
            "format",
            List.of(TABLE, JSON, CSV),
            "json has stable names, described in docs/schema",
            "json の項目名は固定（docs/schema 参照）");

    /** {@code --format} of a view that is no table. */
    static final OptionSpec PAGE = OptionSpec.choice(
            "format",
            List.of(TABLE, JSON),
            "json has stable names, described in docs/schema",
            "json の項目名は固定（docs/schema 参照）");

    /** {@code --format} of a view that has no document of its own. */
    static final OptionSpec TABLES =
            OptionSpec.choice("format", List.of(TABLE, CSV), "csv for spreadsheets", "csv は表計算ソフト用");

    private ViewFormat() {}

    /** Something that writes bytes. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** The format that was asked for. */
    static String of(Invocation line) {
        return line.value("format").orElse(TABLE);
    }

    /** Writes to standard output. */
    static void write(Session session, Writing writing) {
        try {
            OutputStream out = new BufferedOutputStream(session.console().outBytes());
            writing.to(out);
            out.flush();
        } catch (IOException e) {
            throw CommandFailure.usage(
                    "The result could not be written (" + e.getClass().getSimpleName() + "). Check where it goes.",
                    "結果を出力できません（" + e.getClass().getSimpleName() + "）。出力先を確認してください。");
        }
    }

    /** Rows with their header, as CSV or as aligned columns. */
    static void table(Invocation line, Session session, List<List<String>> rows) {
        if (of(line).equals(CSV)) {
            write(session, out -> Csv.write(rows, out));
        } else {
            Columns.align(rows).forEach(session.console()::print);
        }
    }
}
