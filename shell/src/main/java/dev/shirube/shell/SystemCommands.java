package dev.shirube.shell;

import dev.shirube.shell.cli.CommandSpec;
import java.util.List;

/** {@code systems}: the register of information systems. */
final class SystemCommands {

    private SystemCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                SystemFiles.template(),
                SystemFiles.export(),
                SystemImport.spec(),
                SystemList.spec(),
                HistoryCommands.systems());
    }
}
