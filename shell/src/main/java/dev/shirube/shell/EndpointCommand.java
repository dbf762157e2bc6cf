package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.observed.Comparison;
import dev.shirube.exchange.jsonl.FindingsWriter;
import dev.shirube.reports.format.Csv;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import dev.shirube.shell.cli.Terminals;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code inventory endpoints}: what was observed of each endpoint, what was not asked, and what its system declares. */
final class EndpointCommand {

    private static final String DETAILS = "details";
    private static final String TABLE = "table";

    private EndpointCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("inventory endpoints")
                .does(
                        "each endpoint: five post-quantum verdicts, versions, groups, certificates, and what is declared",
                        "接続先ごとの PQC 判定（5 項目）・版・グループ・証明書・設定との照合")
                .example("shirube inventory endpoints --system hp", "one system's endpoints", "1 システムの接続先")
                .example(
                        "shirube inventory endpoints --format csv > endpoints.csv", "one row an endpoint", "接続先ごとに 1 行")
                .option(CommonOptions.STORE)
                .option(FindingFilter.SYSTEM)
                .option(OptionSpec.choice(
                        "format",
                        List.of(DETAILS, TABLE, "csv", "jsonl"),
                        "default: details on a terminal, otherwise table",
                        "既定は端末では details、それ以外は table"))
                .runs(EndpointCommand::run);
    }

    private static Exit run(Invocation line, Session session) {
        FindingFilter filter = FindingFilter.of(line);
        Inventory inventory;
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory whole = workspace.inventory();
            inventory = ofSystems(whole, filter.checked(whole));
        }
        EndpointRows rows = new EndpointRows(inventory, session.language());
        List<Comparison> endpoints = Comparison.of(inventory);
        if (endpoints.isEmpty()) {
            session.console()
                    .advise(session.say(
                            "No endpoint was asked anything yet: that says nothing of what they speak. Try: shirube scan"
                                    + " tls://HOST",
                            "接続先はまだ調査していません（「無し」ではなく「不明」です）。例：shirube scan tls://HOST"));
        }
        switch (line.value("format").orElse(Terminals.out() ? DETAILS : TABLE)) {
            case DETAILS -> endpoints.forEach(it -> rows.details(it).forEach(session.console()::print));
            case TABLE -> {
                if (!endpoints.isEmpty()) {
                    Columns.align(table(rows, endpoints)).forEach(session.console()::print);
                }
            }
            case "csv" -> ViewFormat.write(session, out -> Csv.write(table(rows, endpoints), out));
            default ->
                ViewFormat.write(
                        session,
                        out -> new FindingsWriter(AlgorithmRegistry.standard(), out)
                                .write(endpointsOnly(inventory), session.version(), session.asOf()));
        }
        return Exit.DONE;
    }

    private static List<List<String>> table(EndpointRows rows, List<Comparison> endpoints) {
        List<List<String>> table = new ArrayList<>();
        table.add(rows.header());
        endpoints.forEach(it -> table.add(rows.row(it)));
        return table;
    }

    /** The filter leaves the rest of the system in: what it declares stands there. */
    private static Inventory ofSystems(Inventory whole, FindingFilter filter) {
        return new Inventory(
                whole.systems(),
                whole.findings().stream()
                        .filter(it -> filter.acceptsSystem(it.system()))
                        .toList(),
                whole.diagnostics().stream()
                        .filter(it -> filter.acceptsSystem(it.system()))
                        .toList(),
                whole.coverage(),
                whole.endpoints().stream()
                        .filter(it -> filter.acceptsSystem(it.system()))
                        .toList());
    }

    private static Inventory endpointsOnly(Inventory inventory) {
        return new Inventory(new TreeMap<>(), List.of(), List.of(), new TreeMap<>(), inventory.endpoints());
    }
}
