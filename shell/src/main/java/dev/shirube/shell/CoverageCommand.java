package dev.shirube.shell;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.SystemStanding;
import dev.shirube.exchange.view.CoverageList;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import dev.shirube.shell.cli.Terminals;
import java.util.ArrayList;
import java.util.List;

/** {@code inventory coverage}: what was looked at, and everything that could not be read. */
final class CoverageCommand {

    private final Session session;
    private final FindingFilter filter;

    private CoverageCommand(Session session, FindingFilter filter) {
        this.session = session;
        this.filter = filter;
    }

    static CommandSpec spec() {
        return CommandSpec.named("inventory coverage")
                .does("what was looked at, and everything that could not be read", "調査範囲と、読めなかったもの")
                .example("shirube inventory coverage", "all systems", "全システム")
                .option(CommonOptions.STORE)
                .option(FindingFilter.SYSTEM)
                .option(ViewFormat.PAGE)
                .runs((line, session) -> new CoverageCommand(session, FindingFilter.of(line)).run(line));
    }

    private Exit run(Invocation line) {
        Inventory inventory;
        try (Workspace workspace = Workspaces.existing(line, session)) {
            inventory = workspace.inventory();
        }
        filter.checked(inventory);
        if (ViewFormat.of(line).equals(ViewFormat.JSON)) {
            ViewFormat.write(
                    session,
                    out -> CoverageList.write(out, filter.head(SystemStanding.of(inventory), session), inventory));
            return Exit.DONE;
        }
        rows(inventory);
        for (AssignedDiagnostic assigned : inventory.diagnostics()) {
            if (filter.acceptsSystem(assigned.system())) {
                diagnostic(assigned);
            }
        }
        SystemStanding.of(inventory).forEach((id, standing) -> {
            if (filter.acceptsSystem(id)) {
                open(id, standing);
            }
        });
        return Exit.DONE;
    }

    private void rows(Inventory inventory) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("system", "システム"),
                session.say("unit", "単位"),
                session.say("detector", "検出器"),
                session.say("outcome", "結果"),
                session.say("inputs", "入力"),
                session.say("bytes", "バイト")));
        inventory.coverage().forEach((system, coverage) -> {
            if (filter.acceptsSystem(system)) {
                coverage.rows()
                        .forEach((key, amount) -> rows.add(List.of(
                                system,
                                key.unit(),
                                key.detector(),
                                outcome(key.outcome()),
                                String.valueOf(amount.inputs()),
                                String.valueOf(amount.bytes()))));
            }
        });
        if (Terminals.out()) {
            narrow(rows).forEach(session.console()::print);
        } else {
            Columns.align(rows).forEach(session.console()::print);
        }
    }

    /** System and unit, which may be long, on a line of their own whenever they change. */
    private static List<String> narrow(List<List<String>> rows) {
        List<String> aligned =
                Columns.align(rows.stream().map(it -> it.subList(2, it.size())).toList());
        List<String> lines = new ArrayList<>(List.of("  " + aligned.get(0)));
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).subList(0, 2).equals(rows.get(i - 1).subList(0, 2))) {
                lines.addAll(
                        Columns.wrap(rows.get(i).get(0) + "  " + rows.get(i).get(1), Page.WIDTH));
            }
            lines.add("  " + aligned.get(i));
        }
        return lines;
    }

    private void diagnostic(AssignedDiagnostic assigned) {
        String said = assigned.system() + "  "
                + assigned.diagnostic().code().id() + "  "
                + assigned.diagnostic().location() + ": "
                + assigned.diagnostic().message(session.language());
        if (Terminals.out()) {
            Columns.wrap(said, Page.WIDTH).forEach(session.console()::print);
        } else {
            session.console().print(said);
        }
    }

    private void open(String id, SystemStanding standing) {
        switch (standing) {
            case SCANNED -> {}
            case NOT_SCANNED ->
                session.console()
                        .print(session.say(
                                id + ": not scanned; what it uses is unknown, not none", id + "：未調査。「無し」ではなく「不明」です"));
            case IMPORTED ->
                session.console()
                        .print(session.say(
                                id + ": known from other tools' results only; what they did not look at is unknown",
                                id + "：他ツールの結果の取込みのみ。その調査範囲の外は「不明」です"));
        }
    }

    private String outcome(Coverage.Outcome outcome) {
        return switch (outcome) {
            case READ -> session.say("read", "読取済み");
            case NO_ANCHOR -> session.say("searched, no trace", "検索済み・該当なし");
            case FAILED -> session.say("not readable", "読取不可");
            case EXCLUDED -> session.say("excluded", "除外");
            case NOT_READ -> session.say("not looked at", "未調査");
            case SKIPPED -> session.say("skipped by that rule", "規則により対象外");
        };
    }
}
