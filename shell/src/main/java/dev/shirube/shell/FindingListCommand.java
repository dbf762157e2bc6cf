package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.SystemStanding;
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
import dev.shirube.store.FindingCount;
import dev.shirube.store.FindingsInOrder;
import dev.shirube.store.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code inventory list}: every finding with its place. */
final class FindingListCommand {

    /** Symmetric algorithms, hashes and the like are part of the inventory, but views show public-key cryptography first. */
    private static final OptionSpec ALL =
            OptionSpec.flag("all", "symmetric algorithms, hashes and test code as well", "共通鍵・ハッシュ・テストコードも表示");

    private static final OptionSpec LIBRARIES = OptionSpec.flag(
            "libraries",
            "only crypto libraries, and which of their versions have post-quantum cryptography",
            "暗号ライブラリと、その PQC 対応状況のみ表示");

    /** In each system what is used for certain first, libraries without a use seen last. */
    private static final Comparator<AssignedFinding> LIKELIEST_FIRST = Comparator.comparing(AssignedFinding::system)
            .thenComparingInt(it -> it.finding().occurrence().useRank())
            .thenComparing(Comparator.naturalOrder());

    private final Invocation line;
    private final Session session;
    private final FindingFilter filter;
    private final FindingRow row;

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
        try (Found found = find()) {
            switch (line.has("libraries") ? LIBRARIES.name() : ViewFormat.of(line)) {
                case ViewFormat.JSON -> json(found);
                case ViewFormat.CSV -> csv(found);
                case ViewFormat.TABLE -> table(found);
                default -> libraries(found);
            }
        }
        return Exit.DONE;
    }

    /**
     * What is shown, and what is said of the rest.
     *
     * @param hidden how many were asked for and are not in the first view
     * @param nothing whether nothing was ever looked at
     */
    private record Found(FindingsInOrder shown, long hidden, boolean nothing, ViewHead head) implements AutoCloseable {
        @Override
        public void close() {
            shown.close();
        }
    }

    /** Only what is shown is read; what is not is counted. */
    private Found find() {
        try (Workspace workspace = Workspaces.existing(line, session)) {
            return workspace.view(view -> {
                SortedMap<String, SystemStanding> standing = view.standing();
                Selection asked = filter.checked(standing).asked();
                ViewHead head = filter.head(standing, session);
                if (line.has(LIBRARIES.name())) {
                    Selection libraries = asked.of(CryptoAsset.Library.class::isInstance);
                    return new Found(view.findings(libraries, Comparator.naturalOrder()), 0, false, head);
                }
                long hidden = view.counts(asked.with(it -> !filter.shows(it))).stream()
                        .mapToLong(FindingCount::count)
                        .sum();
                FindingsInOrder shown = view.findings(
                        asked.with(filter::shows),
                        ViewFormat.of(line).equals(ViewFormat.TABLE) ? LIKELIEST_FIRST : Comparator.naturalOrder());
                boolean nothing = shown.count() == 0
                        && view.frame().coverage().isEmpty()
                        && view.counts(Selection.ALL).isEmpty();
                return new Found(shown, hidden, nothing, head);
            });
        }
    }

    private void libraries(Found found) {
        LibraryList libraries = new LibraryList(session);
        found.shown().forEach(libraries::add);
        libraries.print();
    }

    private void json(Found found) {
        ViewFormat.write(
                session,
                out -> FindingList.write(
                        out, found.head(), found.shown().iterator(), found::hidden, AlgorithmRegistry.standard()));
    }

    private void csv(Found found) {
        ViewFormat.write(
                session,
                out -> Csv.write(
                        () -> Stream.concat(Stream.of(row.header()), rows(found))
                                .iterator(),
                        out));
        adviseOfHidden(found.hidden());
    }

    private void table(Found found) {
        if (Terminals.out()) {
            found.shown().forEach(it -> row.lines(it).forEach(session.console()::print));
        } else {
            Columns.align(row.header().size(), () -> rows(found).iterator(), session.console()::print);
        }
        adviseOfHidden(found.hidden());
        if (found.shown().count() == 0) {
            session.console().advise(emptiness(found));
        }
    }

    private Stream<List<String>> rows(Found found) {
        return StreamSupport.stream(found.shown().spliterator(), false).map(row::cells);
    }

    private void adviseOfHidden(long hidden) {
        if (hidden > 0) {
            session.console()
                    .advise(session.say(
                            hidden + " more (symmetric, hashes, test code): --all",
                            "他 " + hidden + " 件（共通鍵・ハッシュ・テスト）：--all"));
        }
    }

    /** Why the list is empty: nobody looked, or nothing that was looked at fits. */
    private String emptiness(Found found) {
        if (found.nothing()) {
            return session.say(
                    "Nothing was scanned into this store yet. Try: shirube scan --help",
                    "このストアにはまだ調査結果がありません。参照：shirube scan --help");
        }
        return session.say(
                "Nothing that was read fits. What was not looked at is unknown, not none: shirube inventory coverage",
                "読み取った範囲に該当はありません。未調査の部分は「無し」ではなく「不明」です。参照：shirube inventory coverage");
    }
}
