package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.CommitSpan;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Reach;
import dev.shirube.domain.Severity;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code inventory}: what was found, where, and what was not looked at. */
final class InventoryCommands {

    /** Symmetric algorithms, hashes and the like are part of the inventory, but views show public-key cryptography first. */
    private static final OptionSpec ALL =
            OptionSpec.flag("all", "symmetric algorithms, hashes and test code as well", "共通鍵・ハッシュ・テストコードも表示");

    private static final OptionSpec LIBRARIES = OptionSpec.flag(
            "libraries",
            "only crypto libraries, and which of their versions have post-quantum cryptography",
            "暗号ライブラリと、その PQC 対応状況のみ表示");

    private InventoryCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                CommandSpec.named("inventory summary")
                        .does("systems, vulnerable algorithms, and what is not known", "システム別の概要と不明点")
                        .example("shirube inventory summary", "one line a system", "システムごとに 1 行")
                        .option(CommonOptions.STORE)
                        .runs(InventoryCommands::summary),
                CommandSpec.named("inventory list")
                        .does("every finding with its place", "検出箇所の一覧")
                        .example("shirube inventory list --system payroll", "one system's findings", "1 システムの検出箇所")
                        .example("shirube inventory list --all", "hashes, ciphers and test code too", "ハッシュ・共通鍵・テストも含む")
                        .option(CommonOptions.STORE)
                        .option(CommonOptions.SYSTEM)
                        .option(ALL)
                        .option(LIBRARIES)
                        .runs(InventoryCommands::list),
                ImportCommand.spec(),
                CertificateCommand.spec(),
                EndpointCommand.spec(),
                CommandSpec.named("inventory coverage")
                        .does("what was looked at, and everything that could not be read", "調査範囲と、読めなかったもの")
                        .example("shirube inventory coverage", "all systems", "全システム")
                        .option(CommonOptions.STORE)
                        .option(CommonOptions.SYSTEM)
                        .runs(InventoryCommands::coverage));
    }

    private static Inventory read(Invocation line, Session session) {
        try (Workspace workspace = Workspaces.existing(line, session)) {
            return workspace.inventory();
        }
    }

    private static Exit summary(Invocation line, Session session) {
        Inventory inventory = read(line, session);
        TreeSet<String> ids = new TreeSet<>(inventory.systems().keySet());
        inventory.findings().forEach(it -> ids.add(it.system()));
        ids.addAll(inventory.coverage().keySet());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("system", "システム"),
                session.say("vulnerable", "脆弱"),
                session.say("unresolved", "未解決"),
                session.say("post-quantum", "耐量子"),
                session.say("not readable", "読取不可"),
                session.say("name", "名称"),
                session.say("the vulnerable in", "脆弱の内訳"),
                session.say("crypto libraries", "暗号ライブラリ")));
        for (String id : ids) {
            rows.add(systemRow(id, inventory, session));
        }
        Columns.align(rows).forEach(session.console()::print);
        session.console().print(session.say("as of " + session.asOf(), "基準日 " + session.asOf()));
        return Exit.DONE;
    }

    private static List<String> systemRow(String id, Inventory inventory, Session session) {
        if (!inventory.coverage().containsKey(id)) {
            String none = session.say("not scanned", "未調査");
            return List.of(id, none, none, none, none, inventory.system(id).name(), none, none);
        }
        Map<QuantumThreat, Long> counts = new TreeMap<>();
        OwnerCounts owners = new OwnerCounts();
        LibraryCounts libraries = new LibraryCounts();
        inventory.findings().stream()
                .filter(it -> it.system().equals(id) && shown(it.finding()))
                .filter(it -> it.finding().function().isUse())
                .forEach(it -> {
                    if (it.finding().asset() instanceof CryptoAsset.Library library) {
                        libraries.add(library);
                        return;
                    }
                    counts.merge(threat(it.finding()), 1L, Long::sum);
                    if (threat(it.finding()) == QuantumThreat.VULNERABLE) {
                        owners.add(it.finding().occurrence());
                    }
                });
        long unreadable = inventory.diagnostics().stream()
                .filter(it -> it.system().equals(id) && it.diagnostic().severity() != Severity.NOTE)
                .count();
        return List.of(
                id,
                count(counts, QuantumThreat.VULNERABLE),
                count(counts, QuantumThreat.UNKNOWN),
                count(counts, QuantumThreat.SAFE),
                String.valueOf(unreadable),
                inventory.system(id).name(),
                owners.known() ? owners.text(session.language()) : session.say("not told apart", "区別なし"),
                libraries.text(session.language()));
    }

    private static String count(Map<QuantumThreat, Long> counts, QuantumThreat threat) {
        return String.valueOf(counts.getOrDefault(threat, 0L));
    }

    private static Exit list(Invocation line, Session session) {
        Inventory inventory = read(line, session);
        if (line.has("libraries")) {
            LibraryList libraries = new LibraryList(session);
            inventory.findings().stream()
                    .filter(it -> ofSystem(line, it.system()))
                    .forEach(libraries::add);
            libraries.print();
            return Exit.DONE;
        }
        AlgorithmRegistry registry = AlgorithmRegistry.standard();
        List<List<String>> rows = new ArrayList<>();
        int hidden = 0;
        for (AssignedFinding assigned : likeliestFirst(inventory)) {
            if (!ofSystem(line, assigned.system())) {
                continue;
            }
            Finding finding = assigned.finding();
            if (!line.has("all") && !shown(finding)) {
                hidden++;
                continue;
            }
            rows.add(List.of(
                    assigned.id(),
                    assigned.system(),
                    threat(finding).id(),
                    Quantum.name(registry, finding.asset()),
                    finding.function().id(),
                    finding.confidence().id(),
                    finding.occurrence().place(),
                    use(finding, session)));
        }
        Columns.align(rows).forEach(session.console()::print);
        if (hidden > 0) {
            session.console()
                    .advise(session.say(
                            hidden + " more (symmetric, hashes, test code): --all",
                            "他 " + hidden + " 件（共通鍵・ハッシュ・テスト）：--all"));
        }
        if (rows.isEmpty() && inventory.coverage().isEmpty()) {
            session.console()
                    .advise(session.say(
                            "Nothing was scanned into this store yet. Try: shirube scan --help",
                            "このストアにはまだ調査結果がありません。参照：shirube scan --help"));
        }
        return Exit.DONE;
    }

    /** What the history says of it, or else whose code it is in and how it is reached. */
    private static String use(Finding finding, Session session) {
        return CommitSpan.of(finding)
                .map(it -> it.text().in(session.language()))
                .orElseGet(() -> use(finding.occurrence()));
    }

    /** A dash where it was not told apart. */
    private static String use(Occurrence at) {
        String owner = at.owner() == CodeOwner.UNKNOWN ? "" : at.owner().id();
        String reach = at.reach() == Reach.UNKNOWN ? "" : at.reach().id();
        String both = owner.isEmpty() || reach.isEmpty() ? owner + reach : owner + "/" + reach;
        return both.isEmpty() ? "-" : both;
    }

    /** In each system what is used for certain first, libraries without a use seen last. */
    private static List<AssignedFinding> likeliestFirst(Inventory inventory) {
        return inventory.findings().stream()
                .sorted(Comparator.comparing(AssignedFinding::system)
                        .thenComparingInt(it -> it.finding().occurrence().useRank()))
                .toList();
    }

    private static Exit coverage(Invocation line, Session session) {
        Inventory inventory = read(line, session);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("system", "システム"),
                session.say("unit", "単位"),
                session.say("detector", "検出器"),
                session.say("outcome", "結果"),
                session.say("inputs", "入力"),
                session.say("bytes", "バイト")));
        inventory.coverage().forEach((system, coverage) -> {
            if (ofSystem(line, system)) {
                coverage.rows()
                        .forEach((key, amount) -> rows.add(List.of(
                                system,
                                key.unit(),
                                key.detector(),
                                outcome(key.outcome(), session),
                                String.valueOf(amount.inputs()),
                                String.valueOf(amount.bytes()))));
            }
        });
        Columns.align(rows).forEach(session.console()::print);
        for (AssignedDiagnostic assigned : inventory.diagnostics()) {
            if (ofSystem(line, assigned.system())) {
                session.console()
                        .print(assigned.system() + "  "
                                + assigned.diagnostic().code().id() + "  "
                                + assigned.diagnostic().location() + ": "
                                + assigned.diagnostic().message(session.language()));
            }
        }
        inventory.systems().keySet().stream()
                .filter(id -> !inventory.coverage().containsKey(id) && ofSystem(line, id))
                .forEach(id -> session.console()
                        .print(session.say(
                                id + ": not scanned; what it uses is unknown, not none", id + "：未調査。「無し」ではなく「不明」です")));
        return Exit.DONE;
    }

    private static String outcome(Coverage.Outcome outcome, Session session) {
        return switch (outcome) {
            case READ -> session.say("read", "読取済み");
            case NO_ANCHOR -> session.say("searched, no trace", "検索済み・該当なし");
            case FAILED -> session.say("not readable", "読取不可");
            case EXCLUDED -> session.say("excluded", "除外");
            case NOT_READ -> session.say("not looked at", "未調査");
            case SKIPPED -> session.say("skipped by that rule", "規則により対象外");
        };
    }

    private static boolean ofSystem(Invocation line, String system) {
        return line.value("system").map(system::equals).orElse(true);
    }

    /** Whether a finding is in the first view: in main code, and no plain symmetric algorithm, hash or the like. */
    private static boolean shown(Finding finding) {
        if (finding.occurrence().context() == CodeContext.TEST) {
            return false;
        }
        return switch (finding.category()) {
            case SYMMETRIC, HASH, MAC, KDF, RANDOM -> false;
            default -> true;
        };
    }

    private static QuantumThreat threat(Finding finding) {
        return Quantum.threat(AlgorithmRegistry.standard(), finding.asset());
    }
}
