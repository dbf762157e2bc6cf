package dev.shirube.shell;

import dev.shirube.shell.cli.CommandSpec;
import java.util.List;

/** {@code inventory}: what was found, where, and what was not looked at. */
final class InventoryCommands {

    private InventoryCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                SummaryCommand.spec(),
                FindingListCommand.spec(),
                AssetCommand.spec(),
                ImportCommand.spec(),
                CertificateCommand.spec(),
                EndpointCommand.spec(),
                CoverageCommand.spec());
    }
}
