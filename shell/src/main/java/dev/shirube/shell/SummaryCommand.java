package dev.shirube.shell;

import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.SystemStanding;
import dev.shirube.exchange.view.SummaryList;
import dev.shirube.exchange.view.SystemSummary;
import dev.shirube.exchange.view.ViewHead;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import dev.shirube.shell.cli.Terminals;
import java.util.ArrayList;
import java.util.List;

/** {@code inventory summary}: a line for each system, in which what nobody looked at is never nought. */
final class SummaryCommand {

    private SummaryCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("inventory summary")
                .does("systems, vulnerable algorithms, and what is not known", "システム別の概要と不明点")
                .example("shirube inventory summary", "one line a system", "システムごとに 1 行")
                .example("shirube inventory summary --format json", "for programs", "プログラム向け")
                .option(CommonOptions.STORE)
                .options(FindingFilter.and(ViewFormat.OPTION))
                .runs(SummaryCommand::run);
    }

    private record Summary(List<SystemSummary> systems, ViewHead head) {}

    private static Exit run(Invocation line, Session session) {
        FindingFilter filter = FindingFilter.of(line);
        Summary summary;
        try (Workspace workspace = Workspaces.existing(line, session)) {
            summary = workspace.view(view -> new Summary(
                    new SummaryCounts(filter.checked(view.standing())).of(view),
                    filter.head(view.standing(), session)));
        }
        List<SystemSummary> systems = summary.systems();
        switch (ViewFormat.of(line)) {
            case ViewFormat.JSON -> ViewFormat.write(session, out -> SummaryList.write(out, summary.head(), systems));
            case ViewFormat.CSV -> ViewFormat.table(line, session, table(systems, session));
            default -> {
                if (Terminals.out()) {
                    pages(systems, session).forEach(session.console()::print);
                } else {
                    ViewFormat.table(line, session, table(systems, session));
                }
                session.console().print(session.say("as of " + session.asOf(), "基準日 " + session.asOf()));
            }
        }
        return Exit.DONE;
    }

    private static List<List<String>> table(List<SystemSummary> systems, Session session) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(numbersHeader(session));
        header.addAll(List.of(
                session.say("name", "名称"),
                session.say("the vulnerable in", "脆弱の内訳"),
                session.say("crypto libraries", "暗号ライブラリ")));
        rows.add(header);
        for (SystemSummary system : systems) {
            List<String> row = new ArrayList<>(numbers(system, session));
            row.add(system.name());
            row.addAll(words(system, session));
            rows.add(row);
        }
        return rows;
    }

    /** Numbers in columns, and under each line what does not fit beside them. */
    private static List<String> pages(List<SystemSummary> systems, Session session) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(numbersHeader(session));
        systems.forEach(it -> rows.add(numbers(it, session)));
        List<String> aligned = Columns.align(rows);
        List<String> lines = new ArrayList<>(aligned.subList(0, 1));
        for (int i = 0; i < systems.size(); i++) {
            SystemSummary system = systems.get(i);
            lines.add(aligned.get(i + 1));
            if (!system.name().equals(system.id())) {
                lines.addAll(Page.indented(system.name()));
            }
            if (system.standing() != SystemStanding.NOT_SCANNED) {
                List<String> words = words(system, session);
                lines.addAll(Page.indented(session.say("vulnerable: ", "脆弱：") + words.get(0)));
                lines.addAll(Page.indented(session.say("libraries: ", "ライブラリ：") + words.get(1)));
            }
        }
        return lines;
    }

    private static List<String> numbersHeader(Session session) {
        return List.of(
                session.say("system", "システム"),
                session.say("vulnerable", "脆弱"),
                session.say("unresolved", "未解決"),
                session.say("post-quantum", "耐量子"),
                session.say("not readable", "読取不可"));
    }

    private static List<String> numbers(SystemSummary system, Session session) {
        if (system.standing() == SystemStanding.NOT_SCANNED) {
            String none = session.say("not scanned", "未調査");
            return List.of(system.id(), none, none, none, none);
        }
        boolean scanned = system.standing() == SystemStanding.SCANNED;
        return List.of(
                system.id(),
                String.valueOf(system.uses(QuantumThreat.VULNERABLE)),
                String.valueOf(system.uses(QuantumThreat.UNKNOWN)),
                String.valueOf(system.uses(QuantumThreat.SAFE)),
                scanned ? String.valueOf(system.unreadable()) : session.say("imported only", "取込みのみ"));
    }

    /** What the vulnerable is in, and the libraries. */
    private static List<String> words(SystemSummary system, Session session) {
        if (system.standing() == SystemStanding.NOT_SCANNED) {
            String none = session.say("not scanned", "未調査");
            return List.of(none, none);
        }
        OwnerCounts owners = new OwnerCounts(system.vulnerableByOwner(), system.vulnerableUnused());
        return List.of(
                owners.known() ? owners.text(session.language()) : session.say("not told apart", "区別なし"),
                LibraryCounts.text(system.libraries(), session.language()));
    }
}
