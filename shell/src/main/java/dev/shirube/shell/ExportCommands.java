package dev.shirube.shell;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;

/** {@code inventory export} and {@code systems show}: what was kept, given back. */
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
                CommandSpec.named("inventory export")
                        .arguments("FILE", 1, 1)
                        .does("everything found; format by ending", "検出結果のすべて（形式は拡張子）")
                        .example("shirube inventory export all.cdx.json", "CycloneDX 1.7", "CycloneDX 1.7")
                        .example("shirube inventory export all.jsonl", "JSON Lines", "JSON Lines")
                        .example(
                                "shirube inventory export pay.cdx.json --system payroll",
                                "one system's CBOM",
                                "1 システムの CBOM")
                        .example(
                                "shirube inventory export old.jsonl --snapshot 3",
                                "as known after snapshot 3",
                                "スナップショット 3 の時点の内容")
                        .option(CommonOptions.STORE)
                        .option(FindingFilter.SYSTEM)
                        .option(OptionSpec.value(
                                "snapshot",
                                "NAME",
                                "as known when that snapshot had been taken (name, number, system or SYSTEM@DATE)",
                                "そのスナップショットの時点の内容（名前・番号・システム・SYSTEM@DATE）"))
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
        List<Declaration<?>> declarations = SystemRegister.declarations(system);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.get(0).size(); i++) {
            String value = table.get(1).get(i);
            rows.add(List.of(
                    table.get(0).get(i),
                    value.isEmpty() ? "?" : value,
                    i < declarations.size() ? declarations.get(i).origin() : ""));
        }
        return rows;
    }

    private static Exit inventory(Invocation line, Session session) {
        String name = line.arguments().get(0);
        String format = ScanOutput.ofEnding(name);
        OutputFile file = OutputFile.named(name);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory whole = line.value("snapshot").isPresent()
                    ? workspace.inventoryAt(
                            Compared.named(line.value("snapshot").get(), workspace, workspace.snapshots()))
                    : workspace.inventory();
            FindingFilter filter = FindingFilter.of(line).checked(whole);
            Inventory inventory = whole.only(filter::acceptsSystem);
            file.write(out -> ScanOutput.encode(format, inventory, session, out));
        }
        return Exit.DONE;
    }
}
