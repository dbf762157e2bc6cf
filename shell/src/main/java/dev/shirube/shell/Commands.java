package dev.shirube.shell;

import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.interactive.InteractiveShell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one list of commands, in the order of the product's story. */
final class Commands {

    private Commands() {}

    /** All commands. */
    static List<CommandSpec> all() {
        List<CommandSpec> all = new ArrayList<>();
        all.add(DemoCommand.spec());
        all.addAll(ScanCommands.all());
        all.addAll(SystemCommands.all());
        all.add(AssignCommand.spec());
        all.add(UnassignedCommand.spec());
        all.add(SystemShowCommand.spec());
        all.add(DependencyCommand.spec());
        all.addAll(ResourceCommands.all());
        all.addAll(InventoryCommands.all());
        all.add(DiffCommand.spec());
        all.add(SnapshotCommand.spec());
        all.addAll(ExportCommands.all());
        all.addAll(PolicyCommands.all());
        all.addAll(RoadmapCommands.all());
        all.addAll(ReplanCommands.all());
        all.add(ExposureCommand.spec());
        all.addAll(ReportCommands.all());
        all.addAll(MachineReports.all());
        all.add(ReportReadCommand.spec());
        all.add(ExplainCommand.spec());
        all.add(DoctorCommand.spec());
        all.add(shell());
        return grouped(all);
    }

    /** The commands of one group side by side, the groups in the order in which they first appear. */
    private static List<CommandSpec> grouped(List<CommandSpec> all) {
        Map<String, List<CommandSpec>> groups = new LinkedHashMap<>();
        all.forEach(it -> groups.computeIfAbsent(it.words().get(0), word -> new ArrayList<>())
                .add(it));
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private static CommandSpec shell() {
        return CommandSpec.named("shell")
                .does("interactive, with completion and history", "対話モード（補完と履歴つき）")
                .example("shirube shell", "type commands, leave with exit", "コマンドを入力し、exit で終了")
                .runs((line, session) -> InteractiveShell.run(Commands::all, Interruption::interrupt, session));
    }
}
