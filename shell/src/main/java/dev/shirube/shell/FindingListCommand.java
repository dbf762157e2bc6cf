package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Inventory;
import dev.shirube.exchange.view.FindingList;
import dev.shirube.exchange.view.ViewHead;
import dev.shirube.reports.format.Csv;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import dev.shirube.shell.cli.Terminals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code inventory list}: every finding with its place. */
final class FindingListCommand {

    /** Symmetric algorithms, hashes and the like are part of the inventory, but views show public-key cryptography first. */
    private static final OptionSpec ALL =
            OptionSpec.flag("all", "symmetric algorithms, hashes and test code as well", "共通鍵・ハッシュ・テストコードも表示");

    private static final OptionSpec LIBRARIES = OptionSpec.flag(
            "libraries",
            "only crypto libraries, and which of their versions have post-quantum cryptography",
            "暗号ライブラリと、その PQC 対応状況のみ表示");

    private final Invocation line;
    private final Session session;
    private final FindingFilter filter;
    private final FindingRow row;
    private long hidden;

    private FindingListCommand(Invocation line, Session session) {
        this.line = line;
        this.session = session;
        filter = FindingFilter.of(line);
        row = new FindingRow(session);
    }

    static CommandSpec spec() {
        return CommandSpec.named("inventory list")
                .does("every finding with its place", "検出箇所の一覧")
                .example("shirube inventory list --system payroll", "one system's findings", "1 システムの検出箇所")
                .example("shirube inventory list --algorithm RSA --function sign", "where RSA signs", "RSA で署名する箇所")
                .example("shirube inventory list --quantum unknown --format json", "for programs", "プログラム向け")
                .example("shirube inventory list --all", "hashes, ciphers and test code too", "ハッシュ・共通鍵・テストも含む")
                .option(CommonOptions.STORE)
                .options(FindingFilter.and(ViewFormat.OPTION, ALL, LIBRARIES))
                .runs((line, session) -> new FindingListCommand(line, session).run());
    }

    private Exit run() {
        if (line.has("libraries") && !ViewFormat.of(line).equals(ViewFormat.TABLE)) {
            throw CommandFailure.usage(
                    "--libraries is a table only. Leave out --format, or list all and take those of type library.",
                    "--libraries は表形式のみです。--format を除くか、全件から type が library のものを選んでください。");
        }
        Inventory inventory;
        try (Workspace workspace = Workspaces.existing(line, session)) {
            inventory = workspace.inventory();
        }
        filter.checked(inventory);
        if (line.has("libraries")) {
            LibraryList libraries = new LibraryList(session);
            inventory.findings().stream().filter(filter::accepts).forEach(libraries::add);
            libraries.print();
            return Exit.DONE;
        }
        switch (ViewFormat.of(line)) {
            case ViewFormat.JSON -> json(inventory);
            case ViewFormat.CSV -> csv(inventory);
            default -> table(inventory);
        }
        return Exit.DONE;
    }

    /** What is shown; what is not is counted on the way. */
    private boolean shown(AssignedFinding assigned) {
        if (!filter.accepts(assigned)) {
            return false;
        }
        boolean first = filter.shows(assigned.finding());
        hidden += first ? 0 : 1;
        return first;
    }

    private void json(Inventory inventory) {
        ViewHead head = filter.head(inventory, session);
        ViewFormat.write(
                session,
                out -> FindingList.write(
                        out,
                        head,
                        inventory.findings().stream().filter(this::shown).iterator(),
                        () -> hidden,
                        AlgorithmRegistry.standard()));
    }

    private void csv(Inventory inventory) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row.header());
        inventory.findings().stream().filter(this::shown).map(row::cells).forEach(rows::add);
        ViewFormat.write(session, out -> Csv.write(rows, out));
        adviseOfHidden();
    }

    private void table(Inventory inventory) {
        List<AssignedFinding> shown = likeliestFirst(inventory);
        if (Terminals.out()) {
            shown.forEach(it -> row.lines(it).forEach(session.console()::print));
        } else {
            Columns.align(shown.stream().map(row::cells).toList()).forEach(session.console()::print);
        }
        adviseOfHidden();
        if (shown.isEmpty()) {
            session.console().advise(emptiness(inventory));
        }
    }

    private void adviseOfHidden() {
        if (hidden > 0) {
            session.console()
                    .advise(session.say(
                            hidden + " more (symmetric, hashes, test code): --all",
                            "他 " + hidden + " 件（共通鍵・ハッシュ・テスト）：--all"));
        }
    }

    /** Why the list is empty: nobody looked, or nothing that was looked at fits. */
    private String emptiness(Inventory inventory) {
        if (inventory.coverage().isEmpty() && inventory.findings().isEmpty()) {
            return session.say(
                    "Nothing was scanned into this store yet. Try: shirube scan --help",
                    "このストアにはまだ調査結果がありません。参照：shirube scan --help");
        }
        return session.say(
                "Nothing that was read fits. What was not looked at is unknown, not none: shirube inventory coverage",
                "読み取った範囲に該当はありません。未調査の部分は「無し」ではなく「不明」です。参照：shirube inventory coverage");
    }

    /** In each system what is used for certain first, libraries without a use seen last. */
    private List<AssignedFinding> likeliestFirst(Inventory inventory) {
        return inventory.findings().stream()
                .filter(this::shown)
                .sorted(Comparator.comparing(AssignedFinding::system)
                        .thenComparingInt(it -> it.finding().occurrence().useRank()))
                .toList();
    }
}
