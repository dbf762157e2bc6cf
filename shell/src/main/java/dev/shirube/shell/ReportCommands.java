package dev.shirube.shell;

import dev.shirube.domain.Inventory;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.RoadmapWorkbook;
import dev.shirube.reports.page.RoadmapPage;
import dev.shirube.reports.sheet.ReportSettings;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.util.List;

/** {@code report}: the workbook, and what machines read. */
final class ReportCommands {

    private static final OptionSpec OUT = OptionSpec.value("out", "FILE", "the file to write (required)", "出力ファイル（必須）");

    private ReportCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                CommandSpec.named("report xlsx")
                        .does("the roadmap and the inventory as a spreadsheet", "工程表と暗号利用箇所一覧（Excel）")
                        .example("shirube report xlsx --out roadmap.xlsx", "in the locale's language", "ロケールの言語で")
                        .example("shirube report xlsx --lang ja --out 工程表.xlsx", "in Japanese", "日本語で")
                        .option(OUT)
                        .option(CommonOptions.STORE)
                        .runs(ReportCommands::workbook),
                CommandSpec.named("report html")
                        .does("the roadmap and the inventory as one page to look at", "工程表と暗号利用箇所一覧（閲覧用 HTML 1 ファイル）")
                        .example(
                                "shirube report html --out roadmap.html",
                                "opens in the locale's language",
                                "ロケールの言語で開く")
                        .option(OUT)
                        .option(CommonOptions.STORE)
                        .runs(ReportCommands::page),
                CommandSpec.named("report cbom")
                        .does(
                                "the inventory as CycloneDX (1.7; 1.6 for names ending in .cdx16.json)",
                                "CycloneDX 形式の一覧（1.7。.cdx16.json は 1.6）")
                        .example("shirube report cbom --out inventory.cdx.json", "CycloneDX 1.7", "CycloneDX 1.7")
                        .example("shirube report cbom --out inventory.cdx16.json", "CycloneDX 1.6", "CycloneDX 1.6")
                        .option(OUT)
                        .option(CommonOptions.STORE)
                        .runs((line, session) -> encoded(
                                line, session, line.value("out").orElse("").endsWith(".cdx16.json") ? "cdx16" : "cdx")),
                CommandSpec.named("report sarif")
                        .does("the findings as SARIF 2.1.0", "SARIF 2.1.0 形式の検出結果")
                        .example("shirube report sarif --out findings.sarif", "for code review tools", "コードレビュー用ツール向け")
                        .option(OUT)
                        .option(CommonOptions.STORE)
                        .runs((line, session) -> encoded(line, session, "sarif")));
    }

    static OutputFile file(Invocation line) {
        return OutputFile.named(line.value("out")
                .orElseThrow(() -> CommandFailure.usage(
                        line.command().name() + " needs --out FILE. Say where to write.",
                        line.command().name() + " には --out FILE が必要です。出力先を指定してください。")));
    }

    private static Exit workbook(Invocation line, Session session) {
        OutputFile file = file(line);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            writeWorkbook(file, workspace, session);
        }
        return Exit.DONE;
    }

    /** Writes the workbook, and answers the roadmap that is in it. */
    static Roadmap writeWorkbook(OutputFile file, Workspace workspace, Session session) {
        Inventory inventory = workspace.inventory();
        Roadmap roadmap = Planning.plan(inventory, workspace, Planning.settings(session));
        ReportSettings settings = settings(workspace, session);
        file.write(out -> RoadmapWorkbook.write(roadmap, inventory, settings, session.language(), out));
        return roadmap;
    }

    private static Exit page(Invocation line, Session session) {
        OutputFile file = file(line);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            Roadmap roadmap = Planning.plan(inventory, workspace, Planning.settings(session));
            writePage(file, roadmap, inventory, workspace, session);
        }
        return Exit.DONE;
    }

    /** Writes the page of that roadmap. */
    static void writePage(OutputFile file, Roadmap roadmap, Inventory inventory, Workspace workspace, Session session) {
        ReportSettings settings = settings(workspace, session);
        file.write(out -> RoadmapPage.write(roadmap, inventory, settings, session.language(), out));
    }

    /** The same for workbook and page, so that both compare with the same plan. */
    private static ReportSettings settings(Workspace workspace, Session session) {
        return new ReportSettings(
                session.settings().organisation(),
                session.version(),
                workspace.adoptedPlan(),
                Planning.changes(workspace));
    }

    private static Exit encoded(Invocation line, Session session, String format) {
        OutputFile file = file(line);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            file.write(out -> ScanOutput.encode(format, inventory, session, out));
        }
        return Exit.DONE;
    }
}
