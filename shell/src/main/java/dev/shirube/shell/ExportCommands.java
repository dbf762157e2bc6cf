package dev.shirube.shell;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.reports.format.Csv;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;

/** {@code export} and {@code systems show}: what was kept, given back. */
final class ExportCommands {

    private ExportCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                CommandSpec.named("systems show")
                        .arguments("ID", 1, 1)
                        .does("one system, and where each declaration stands", "システム 1 件と、各項目の記載箇所")
                        .example("shirube systems show payroll", "with file and row", "ファイル名と行番号つき")
                        .option(CommonOptions.STORE)
                        .runs(ExportCommands::show),
                CommandSpec.named("systems export")
                        .arguments("FILE", 1, 1)
                        .does("the register as CSV, to correct and import again", "台帳を CSV で出力（修正して再取込み可）")
                        .example(
                                "shirube systems export systems.csv", "headers in the locale's language", "見出しはロケールの言語")
                        .option(CommonOptions.STORE)
                        .runs(ExportCommands::systems),
                CommandSpec.named("inventory export")
                        .arguments("FILE", 1, 1)
                        .does("everything found; format by ending", "検出結果のすべて（形式は拡張子）")
                        .example("shirube inventory export all.cdx.json", "CycloneDX 1.7", "CycloneDX 1.7")
                        .example("shirube inventory export all.jsonl", "JSON Lines", "JSON Lines")
                        .option(CommonOptions.STORE)
                        .runs(ExportCommands::inventory));
    }

    private static Exit show(Invocation line, Session session) {
        String id = line.arguments().get(0);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            InformationSystem system = workspace.systems().stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> CommandFailure.usage(
                            "There is no system \"" + id + "\" in the register. See: shirube systems list",
                            "台帳に「" + id + "」というシステムはありません。参照：shirube systems list"));
            Columns.align(rows(system, session)).forEach(session.console()::print);
        }
        return Exit.DONE;
    }

    private static List<List<String>> rows(InformationSystem system, Session session) {
        // The register's own columns: their names, their order and their words have one home.
        List<List<String>> table = SystemRegister.rows(List.of(system), session.language());
        List<String> origins = origins(system);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.get(0).size(); i++) {
            String value = table.get(1).get(i);
            rows.add(List.of(
                    table.get(0).get(i), value.isEmpty() ? "?" : value, i < origins.size() ? origins.get(i) : ""));
        }
        return rows;
    }

    /** Where each of the register's columns was declared; the first five are no declarations. */
    private static List<String> origins(InformationSystem system) {
        List<String> origins = new ArrayList<>(List.of("", "", "", "", ""));
        List<Declaration<?>> declared = List.of(
                system.impact(),
                system.exposure(),
                system.protectionMonths(),
                system.trustUntil(),
                system.verifierUpdatable(),
                system.renewalFiscalYear());
        declared.forEach(it -> origins.add(it.origin()));
        return origins;
    }

    private static Exit systems(Invocation line, Session session) {
        OutputFile file = OutputFile.named(line.arguments().get(0));
        try (Workspace workspace = Workspaces.existing(line, session)) {
            List<List<String>> rows = SystemRegister.rows(workspace.systems(), session.language());
            file.write(out -> Csv.write(rows, out));
        }
        return Exit.DONE;
    }

    private static Exit inventory(Invocation line, Session session) {
        String name = line.arguments().get(0);
        String format = ScanOutput.ofEnding(name);
        OutputFile file = OutputFile.named(name);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            file.write(out -> ScanOutput.encode(format, inventory, session, out));
        }
        return Exit.DONE;
    }
}
