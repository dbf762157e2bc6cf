package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Finding;
import dev.shirube.domain.diff.Change;
import dev.shirube.domain.diff.ChangeKind;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.exchange.diff.DiffWriter;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code inventory diff}: what changed between two snapshots, and how far what both looked at has migrated. */
final class DiffCommand {

    private static final String ASSET = "asset";
    private static final String OCCURRENCE = "occurrence";
    private static final String SYSTEM = "system";
    private static final Set<Category> SECOND =
            EnumSet.of(Category.SYMMETRIC, Category.HASH, Category.MAC, Category.KDF, Category.RANDOM);

    private DiffCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("inventory diff")
                .arguments("[A [B]]", 0, 2)
                .does("what changed between two snapshots", "2 つのスナップショットの差分")
                .example("shirube inventory diff", "what the last scan of each target changed", "各対象の最新のスキャンによる変化")
                .example("shirube inventory diff 3 7", "from snapshot 3 to 7", "スナップショット 3 から 7 まで")
                .example("shirube inventory diff --since 2026-04-01", "from that day to now", "その日から現在まで")
                .option(CommonOptions.STORE)
                .option(CommonOptions.SYSTEM)
                .option(OptionSpec.value("since", "DATE", "from what was known that day until now", "その日から現在まで"))
                .option(OptionSpec.choice(
                        "level",
                        List.of(ASSET, OCCURRENCE, SYSTEM),
                        "what the rows are (default: occurrence)",
                        "行の単位（既定は occurrence）"))
                .option(OptionSpec.value(
                        "kind",
                        "LIST",
                        "only these: " + String.join(",", ChangeKind.ids()),
                        "この種類のみ：" + String.join(",", ChangeKind.ids())))
                .option(OptionSpec.value(
                        "policy", "PACK", "also what this pack judges otherwise by date", "この方針パックの判定の変化も表示"))
                .option(OptionSpec.flag(
                        "all", "symmetric algorithms, hashes and test code as well", "共通鍵・ハッシュ・テストコードも表示"))
                .option(OptionSpec.choice("format", List.of("table", "json"), "json has stable names", "json の項目名は固定"))
                .runs(DiffCommand::run);
    }

    private static Exit run(Invocation line, Session session) throws IOException {
        Set<ChangeKind> kinds = kinds(line);
        String level = line.value("level").orElse(OCCURRENCE);
        Optional<String> system = line.value("system");
        line.value("policy").ifPresent(Planning::known);
        Compared compared;
        InventoryDiff diff;
        List<Change.OfAsset> judged = new ArrayList<>();
        try (Workspace workspace = Workspaces.existing(line, session)) {
            compared = Compared.of(line, workspace);
            known(system, workspace);
            boolean unseen = level.equals(OCCURRENCE)
                    && kinds.contains(ChangeKind.NOT_LOOKED_AT)
                    && line.value("kind").isPresent();
            diff = workspace.diff(compared.windows(), system, unseen);
            if (line.value("policy").isPresent()) {
                judged.addAll(new PolicyChanges(workspace, line.value("policy").get(), session)
                        .between(
                                workspace.inventoryAt(compared.last()),
                                compared.first().asOf(),
                                compared.last().asOf(),
                                system));
            }
        }
        List<Change> wanted = new ArrayList<>();
        wanted.addAll(level.equals(ASSET) ? diff.assets() : level.equals(SYSTEM) ? diff.systems() : diff.occurrences());
        if (!level.equals(SYSTEM)) {
            diff.systems().stream()
                    .filter(it -> it.kind() == ChangeKind.DECLARED)
                    .forEach(wanted::add);
        }
        boolean named = line.value("kind").isPresent();
        wanted.removeIf(it -> !kinds.contains(it.kind())
                || !named && it instanceof Change.OfAsset && it.kind() == ChangeKind.NOT_LOOKED_AT);
        if (kinds.contains(ChangeKind.REJUDGED)) {
            wanted.addAll(judged);
        }
        int all = wanted.size();
        if (!line.has("all")) {
            wanted.removeIf(DiffCommand::second);
        }
        int hidden = all - wanted.size();
        if (line.value("format").orElse("table").equals("json")) {
            DiffWriter.Head head = new DiffWriter.Head(
                    session.version(),
                    session.asOf(),
                    compared.before().map(Compared::state),
                    compared.after().map(Compared::state),
                    level,
                    line.value("policy"),
                    hidden);
            new DiffWriter(AlgorithmRegistry.standard(), session.console().outBytes()).write(head, diff, wanted);
        } else {
            new DiffPage(session).print(compared, diff, wanted);
            advise(hidden, session);
        }
        return Exit.DONE;
    }

    private static void advise(int hidden, Session session) {
        if (hidden > 0) {
            session.console()
                    .advise(session.say(
                            hidden + " more rows (symmetric, hashes, test code): --all",
                            "他 " + hidden + " 行（共通鍵・ハッシュ・テスト）：--all"));
        }
    }

    private static void known(Optional<String> system, Workspace workspace) {
        if (system.isEmpty()) {
            return;
        }
        boolean known =
                workspace.snapshots().stream().anyMatch(it -> it.system().equals(system.get()))
                        || workspace.systems().stream().anyMatch(it -> it.id().equals(system.get()));
        if (!known) {
            String ids = String.join(
                    ", ",
                    workspace.snapshots().stream()
                            .map(it -> it.system())
                            .sorted()
                            .distinct()
                            .toList());
            throw CommandFailure.usage(
                    "There is no system \"" + system.get() + "\" in this store. Choose from: " + ids + ".",
                    "システム「" + system.get() + "」はこのストアにありません。次から選んでください：" + ids);
        }
    }

    private static Set<ChangeKind> kinds(Invocation line) {
        if (line.value("kind").isEmpty()) {
            return EnumSet.allOf(ChangeKind.class);
        }
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        for (String id : line.value("kind").get().split(",", -1)) {
            kinds.add(ChangeKind.of(id.strip())
                    .orElseThrow(() -> CommandFailure.usage(
                            "--kind cannot be \"" + id + "\". Choose from: " + String.join(",", ChangeKind.ids()) + ".",
                            "--kind に「" + id + "」は指定できません。次から選んでください：" + String.join(",", ChangeKind.ids()))));
        }
        return kinds;
    }

    /** What a first view leaves out: test code, and what is no public-key cryptography. */
    private static boolean second(Change change) {
        if (change instanceof Change.OfOccurrence it) {
            Finding after = it.finding();
            Finding before = it.before().orElse(after);
            return after.occurrence().context() == CodeContext.TEST
                    || SECOND.contains(after.category()) && SECOND.contains(before.category());
        }
        return change instanceof Change.OfAsset it
                && it.asset()
                        .algorithm()
                        .flatMap(algorithm -> algorithm instanceof dev.shirube.domain.Algorithm.Known known
                                ? AlgorithmRegistry.standard().entry(known.entry())
                                : Optional.empty())
                        .filter(entry -> SECOND.contains(entry.category()))
                        .isPresent();
    }
}
