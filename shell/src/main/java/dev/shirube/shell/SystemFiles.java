package dev.shirube.shell;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.domain.register.RegisterColumn;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.reports.RegisterWorkbook;
import dev.shirube.reports.format.Csv;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** {@code systems template} and {@code systems export}: the register as a file to fill in or to correct. */
final class SystemFiles {

    private static final String XLSX = ".xlsx";
    private static final String CSV = ".csv";
    private static final int BLANK_ROWS = 50;

    private static final Text NAME = new Text("情報システム台帳", "Register of systems");

    private static final OptionSpec OUT = OptionSpec.value(
            "out",
            "FILE",
            "a file ending in .xlsx or .csv (default: CSV to standard output)",
            "出力先（.xlsx 又は .csv。既定は標準出力に CSV）");

    private SystemFiles() {}

    static CommandSpec template() {
        return CommandSpec.named("systems template")
                .does("a register to fill in (CSV or XLSX)", "記入用の台帳（CSV または XLSX）")
                .example("shirube systems template --out systems.xlsx", "with lists to choose from", "選択肢と記入要領つき")
                .example("shirube systems template > systems.csv", "only the header, as CSV", "見出しのみの CSV")
                .option(CommonOptions.STORE)
                .option(OUT)
                .runs(SystemFiles::template);
    }

    static CommandSpec export() {
        return CommandSpec.named("systems export")
                .arguments("FILE", 1, 1)
                .does("the register as CSV or XLSX, to correct and import again", "台帳を CSV 又は XLSX で出力（修正して再取込み可）")
                .example("shirube systems export systems.xlsx", "headers in the locale's language", "見出しはロケールの言語")
                .example("shirube systems export systems.csv --encoding cp932", "for older software", "古いソフトウェア向け")
                .option(CommonOptions.STORE)
                .option(CsvEncoding.OPTION)
                .runs(SystemFiles::export);
    }

    private static Exit template(Invocation line, Session session) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(SystemRegister.rows(List.of(), session.language()).get(0));
        Text note = note(line, session, rows);
        if (line.value("out").isEmpty()) {
            try {
                Csv.write(rows, session.console().outBytes());
                session.console().outBytes().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Exit.DONE;
        }
        write(line.value("out").get(), rows, note, BLANK_ROWS, CsvEncoding.UTF_8, session);
        return Exit.DONE;
    }

    /** Adds a row for each system that scans know and the register does not; the sentence says how many findings have none. */
    private static Text note(Invocation line, Session session, List<List<String>> rows) {
        String japanese = "黄色の欄に記入し、shirube systems import で取り込む。分からない欄は空欄のままとする。";
        String english = "Fill in the yellow cells and read them with shirube systems import."
                + " Leave empty what you do not know.";
        if (Workspaces.isMissing(line, session)) {
            return new Text(japanese, english);
        }
        try (Workspace workspace = Workspaces.open(line, session)) {
            Inventory inventory = workspace.inventory();
            Set<String> ids = new TreeSet<>(inventory.coverage().keySet());
            inventory.findings().forEach(it -> ids.add(it.system()));
            workspace.systems().stream().map(InformationSystem::id).forEach(ids::remove);
            ids.remove(InformationSystem.UNASSIGNED);
            ids.forEach(id -> rows.add(List.of(id)));
            long unassigned = inventory.findings().stream()
                    .map(AssignedFinding::system)
                    .filter(InformationSystem.UNASSIGNED::equals)
                    .count();
            return unassigned == 0
                    ? new Text(japanese, english)
                    : new Text(
                            japanese + "どのシステムにも属さない検出結果が " + unassigned + " 件ある。",
                            english + " " + English.count(unassigned, "finding") + " belong to no system yet.");
        }
    }

    private static Exit export(Invocation line, Session session) {
        String name = line.arguments().get(0);
        CsvEncoding encoding = CsvEncoding.of(line, name);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            List<List<String>> rows = SystemRegister.rows(workspace.systems(), session.language());
            Text note = new Text(
                    "黄色の欄を修正し、shirube systems import で取り込む。空欄にした項目は未記入に戻る。",
                    "Correct the yellow cells and read them with shirube systems import."
                            + " A cell that is emptied is no longer declared.");
            write(name, rows, note, 0, encoding, session);
            session.console()
                    .advise(session.say(
                            English.count(rows.size() - 1, "system") + " written to " + name,
                            "システム " + (rows.size() - 1) + " 件を " + name + " に出力しました"));
        }
        return Exit.DONE;
    }

    /** @param rows the header, then the rows, which may be shorter */
    private static void write(
            String name, List<List<String>> rows, Text note, int blank, CsvEncoding encoding, Session session) {
        if (lower(name).endsWith(XLSX)) {
            List<RegisterColumn> columns = SystemRegister.columns();
            List<String> others =
                    rows.get(0).subList(columns.size(), rows.get(0).size());
            RegisterWorkbook workbook =
                    new RegisterWorkbook(NAME, note, columns, others, rows.subList(1, rows.size()), blank);
            OutputFile.named(name).write(out -> workbook.write(session.language(), session.asOf(), out));
        } else if (lower(name).endsWith(CSV)) {
            encoding.write(name, rows, session);
        } else {
            throw CommandFailure.usage(
                    "\"" + name + "\" ends in neither .xlsx nor .csv. Name a file that does.",
                    "「" + name + "」の拡張子が .xlsx でも .csv でもありません。どちらかにしてください。");
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
