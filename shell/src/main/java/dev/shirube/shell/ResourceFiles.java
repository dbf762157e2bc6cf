package dev.shirube.shell;

import dev.shirube.domain.Text;
import dev.shirube.domain.register.Reading;
import dev.shirube.domain.register.RegisterColumn;
import dev.shirube.domain.register.ResourceBook;
import dev.shirube.domain.register.ResourceReading;
import dev.shirube.domain.register.ResourceSheet;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Grain;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.ResourceKind;
import dev.shirube.planner.roadmap.TaskKind;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code resources template}, {@code resources export}, and the file of an import: resources as CSV or XLSX. */
final class ResourceFiles {

    private static final String CSV = ".csv";
    private static final int BLANK_ROWS = 30;
    private static final int OFFERED_YEARS = 4;

    private static final OptionSpec OUT = OptionSpec.value(
            "out",
            "FILE",
            "a file ending in .xlsx or .csv (default: CSV to standard output)",
            "出力先（.xlsx 又は .csv。既定は標準出力に CSV）");

    private static final OptionSpec KIND = OptionSpec.choice(
            "kind",
            Stream.of(ResourceKind.values()).map(ResourceKind::id).toList(),
            "one kind only; CSV without it has teams (template) or a column of kinds (export)",
            "この種類のみ（CSV の既定：様式は体制、出力は全種類）");

    private ResourceFiles() {}

    static CommandSpec template() {
        return CommandSpec.named("resources template")
                .does("forms to fill in: teams, budgets, freezes … (XLSX or CSV)", "記入用の様式：体制・予算・凍結期間ほか（XLSX または CSV）")
                .example("shirube resources template --out resources.xlsx", "a sheet for each kind", "種類ごとのシート")
                .example("shirube resources template --kind budget > budgets.csv", "one kind, as CSV", "1 種類の CSV")
                .option(OUT)
                .option(KIND)
                .runs(ResourceFiles::template);
    }

    static CommandSpec export() {
        return CommandSpec.named("resources export")
                .arguments("FILE", 1, 1)
                .does(
                        "everything declared as XLSX or CSV, to correct and import again",
                        "登録内容を XLSX 又は CSV で出力（修正して再取込み可）")
                .example("shirube resources export resources.xlsx", "headers in the locale's language", "見出しはロケールの言語")
                .example("shirube resources export teams.csv --kind team", "one kind only", "1 種類のみ")
                .example("shirube resources export all.csv --encoding cp932", "for older software", "古いソフトウェア向け")
                .option(CommonOptions.STORE)
                .option(KIND)
                .option(CsvEncoding.OPTION)
                .runs(ResourceFiles::export);
    }

    /** The forms, with the planner's kinds of task. */
    static ResourceBook book() {
        Map<String, Text> tasks = new LinkedHashMap<>();
        for (TaskKind kind : TaskKind.values()) {
            if (kind != TaskKind.OWN) { // each of those says itself how much work it is
                tasks.put(kind.id(), kind.label());
            }
        }
        return new ResourceBook(tasks);
    }

    /** What a file declares: all of it or, with {@code --partial}, its valid rows. */
    static OfficeResources read(Path file, boolean partial, Session session) {
        List<ResourceSheet> sheets = new ArrayList<>();
        Registers.tables(file).forEach((name, table) -> sheets.add(new ResourceSheet(name, table)));
        String name = file.getFileName().toString();
        ResourceReading reading = book().read(sheets, name);
        Map<String, Reading<?>> named = new LinkedHashMap<>();
        reading.parts().forEach(it -> named.put(it.sheet().isEmpty() ? name : name + " " + it.sheet(), it.reading()));
        Registers.accept(named, file, partial, session);
        reading.ignored().stream()
                .filter(it -> !RegisterWorkbook.isGuide(it))
                .forEach(it -> session.console()
                        .advise(session.say(
                                name + ": the sheet " + it
                                        + " was not read. Name it after a sheet of the form if it matters.",
                                name + "：シート「" + it + "」は読んでいません。必要ならシート名を様式に合わせてください。")));
        return reading.resources();
    }

    private static Exit template(Invocation line, Session session) {
        Optional<ResourceKind> kind = kind(line);
        Optional<String> name = line.value("out");
        if (name.isPresent() && !lower(name.get()).endsWith(CSV)) {
            write(name.get(), kind, OfficeResources.NONE, BLANK_ROWS, CsvEncoding.UTF_8, session);
            return Exit.DONE;
        }
        List<List<String>> rows =
                book().rows(kind.orElse(ResourceKind.TEAM), OfficeResources.NONE, years(session), session.language());
        if (name.isPresent()) {
            OutputFile.named(name.get()).write(out -> Csv.write(rows, out));
            return Exit.DONE;
        }
        try {
            Csv.write(rows, session.console().outBytes());
            session.console().outBytes().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Exit.DONE;
    }

    private static Exit export(Invocation line, Session session) {
        String name = line.arguments().get(0);
        CsvEncoding encoding = CsvEncoding.of(line, name);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            OfficeResources resources = workspace.resources();
            Optional<ResourceKind> kind = kind(line);
            write(name, kind, resources, 0, encoding, session);
            int count = kind.map(it -> resources.entries(it).size())
                    .orElse(resources.entries().size());
            session.console()
                    .advise(session.say(
                            English.count(count, "row") + " written to " + name, count + " 行を " + name + " に出力しました"));
        }
        return Exit.DONE;
    }

    private static Optional<ResourceKind> kind(Invocation line) {
        return line.value("kind")
                .flatMap(id -> Stream.of(ResourceKind.values())
                        .filter(it -> it.id().equals(id))
                        .findFirst());
    }

    private static void write(
            String name,
            Optional<ResourceKind> kind,
            OfficeResources resources,
            int blank,
            CsvEncoding encoding,
            Session session) {
        if (lower(name).endsWith(".xlsx")) {
            List<RegisterWorkbook> sheets = new ArrayList<>();
            for (ResourceKind each : ResourceKind.values()) {
                if (kind.isEmpty() || kind.get() == each) {
                    sheets.add(sheet(each, resources, blank, session));
                }
            }
            OutputFile.named(name)
                    .write(out -> RegisterWorkbook.write(sheets, session.language(), session.asOf(), out));
        } else if (lower(name).endsWith(CSV)) {
            List<List<String>> rows = kind.isPresent()
                    ? book().rows(kind.get(), resources, session.language())
                    : book().rows(resources, session.language());
            encoding.write(name, rows, session);
        } else {
            throw CommandFailure.usage(
                    "\"" + name + "\" ends in neither .xlsx nor .csv. Name a file that does.",
                    "「" + name + "」の拡張子が .xlsx でも .csv でもありません。どちらかにしてください。");
        }
    }

    private static RegisterWorkbook sheet(ResourceKind kind, OfficeResources resources, int blank, Session session) {
        ResourceBook book = book();
        List<FiscalPeriod> years = blank > 0 ? years(session) : List.of();
        List<RegisterColumn> columns = book.columns(kind, resources, years);
        List<List<String>> rows = book.rows(kind, resources, years, session.language());
        List<String> further = rows.get(0).subList(columns.size(), rows.get(0).size());
        return new RegisterWorkbook(
                kind.label(), book.note(kind), columns, further, rows.subList(1, rows.size()), blank);
    }

    /** The fiscal years that a form offers as columns. */
    private static List<FiscalPeriod> years(Session session) {
        FiscalPeriod next = FiscalPeriod.from(session.asOf(), Grain.YEAR);
        return IntStream.range(0, OFFERED_YEARS).mapToObj(next::plus).toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
