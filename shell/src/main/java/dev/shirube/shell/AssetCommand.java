package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssetPresence;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CertificateChains;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.SystemStanding;
import dev.shirube.exchange.view.AssetPage;
import dev.shirube.exchange.view.ViewHead;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code inventory show}: all that is known of one asset. */
final class AssetCommand {

    private static final int FIRST_PLACES = 20;

    private AssetCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("inventory show")
                .arguments("ASSET", 1, 1)
                .does(
                        "one asset: what it is, why it is vulnerable, where and when it was seen",
                        "資産 1 件の内容・量子リスクの理由・場所・時期")
                .example(
                        "shirube inventory show 04b87537",
                        "the beginning of a certificate's or key's SHA-256",
                        "証明書・鍵の SHA-256 の先頭")
                .example("shirube inventory show F-9184d65c3948c74f", "the asset of a finding", "検出箇所の資産")
                .option(CommonOptions.STORE)
                .option(OptionSpec.flag("all", "every place, not the first 20 only", "最初の 20 件だけでなくすべての場所"))
                .option(ViewFormat.PAGE)
                .runs(AssetCommand::run);
    }

    private static Exit run(Invocation line, Session session) {
        Inventory inventory;
        CryptoAsset asset;
        List<AssetPresence> presence;
        try (Workspace workspace = Workspaces.existing(line, session)) {
            inventory = workspace.inventory();
            asset = new AssetFinder(inventory).one(line.arguments().get(0));
            presence = workspace.presence(asset.id());
        }
        List<AssignedFinding> all = inventory.findings().stream()
                .filter(it -> it.finding().asset().id().equals(asset.id()))
                .sorted(Comparator.comparingInt(it -> it.finding().occurrence().useRank()))
                .toList();
        AssetPage page = new AssetPage(
                asset,
                asset instanceof CryptoAsset.Certificate
                        ? Optional.of(CertificateChains.of(inventory))
                        : Optional.empty(),
                presence,
                line.has("all") ? all : all.subList(0, Math.min(FIRST_PLACES, all.size())),
                all.size());
        if (ViewFormat.of(line).equals(ViewFormat.JSON)) {
            ViewFormat.write(
                    session, out -> page.write(out, head(inventory, all, session), AlgorithmRegistry.standard()));
        } else {
            new AssetLines(page, session).lines().forEach(session.console()::print);
        }
        return Exit.DONE;
    }

    /** The systems that have it. */
    private static ViewHead head(Inventory inventory, List<AssignedFinding> all, Session session) {
        SortedMap<String, SystemStanding> systems = new TreeMap<>(SystemStanding.of(inventory));
        systems.keySet()
                .retainAll(all.stream().map(AssignedFinding::system).distinct().toList());
        return new ViewHead(session.version(), session.asOf(), new TreeMap<>(), systems);
    }
}
