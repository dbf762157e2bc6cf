package dev.shirube.shell;

import dev.shirube.domain.Inventory;
import dev.shirube.engine.ScanCache;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.examples.LoopbackTlsServer;
import dev.shirube.examples.TlsProfile;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.ProgressBar;
import dev.shirube.shell.cli.Session;
import dev.shirube.shell.cli.Settings;
import dev.shirube.standard.StandardScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code demo}: the whole story on the city hall of {@code examples/cityhall}. */
final class DemoCommand {

    private static final String DEFAULT_FOLDER = "demo-out";

    private DemoCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("demo")
                .does(
                        "the whole story on a small city hall: scan, inventory, roadmap, workbook",
                        "小さな市役所の例で全工程を実行（調査・一覧・工程表・Excel）")
                .example("shirube demo", "into demo-out/", "demo-out/ に出力")
                .example("shirube demo --lang ja --out /tmp/demo", "in Japanese, elsewhere", "日本語、別の場所に")
                .option(OptionSpec.value("out", "DIR", "where to (default: demo-out)", "出力先（既定は demo-out）"))
                .runs(DemoCommand::run);
    }

    /** One line of {@code targets.txt}. */
    private record DemoTarget(String system, String target, Optional<TlsProfile> serves) {}

    private static Exit run(Invocation line, Session given) throws IOException {
        Path cityHall = cityHall();
        Session session = new Session(
                given.console(),
                given.language(),
                given.asOf(),
                Settings.load(
                        Optional.of(cityHall.resolve(Settings.DEFAULT_FILE).toString())),
                given.version());
        Path out = Path.of(line.value("out").orElse(DEFAULT_FOLDER));
        Path store = emptyStore(out);
        try (Workspace workspace = StoreWorkspace.open(store.toString(), session)) {
            step(session, 1, "the register of systems and the resources", "システム台帳と体制・予算等の取込み");
            workspace.saveSystems(SystemImport.read(cityHall.resolve("systems.csv"), session), "", session.asOf());
            workspace.saveResources(
                    ResourceFiles.read(cityHall.resolve("resources.csv"), false, session), "", session.asOf());
            step(session, 2, "scanning code, archives, keys, settings and two servers", "コード・JAR・鍵・設定・サーバー 2 台の調査");
            ScanTally tally = scan(cityHall, workspace, session);
            step(session, 3, "writing the roadmap, its page, the CBOM and the findings", "工程表・閲覧用の頁・CBOM・検出結果の出力");
            Roadmap roadmap = ReportCommands.writeWorkbook(file(out, "roadmap.xlsx"), workspace, session);
            Inventory inventory = workspace.inventory();
            ReportCommands.writePage(file(out, "roadmap.html"), roadmap, inventory, workspace, session);
            file(out, "inventory.cdx.json").write(stream -> ScanOutput.encode("cdx", inventory, session, stream));
            file(out, "findings.sarif").write(stream -> ScanOutput.encode("sarif", inventory, session, stream));
            session.console().print("");
            new ScanSummary(session).print(tally);
            next(out, roadmap, session);
        }
        return Exit.DONE;
    }

    private static ScanTally scan(Path cityHall, Workspace workspace, Session session) throws IOException {
        ScanTally tally = new ScanTally();
        ProgressBar progress =
                new ProgressBar(session.console(), session.say("scanning", "調査中"), session.say("endpoints", "接続先"));
        List<LoopbackTlsServer> servers = new ArrayList<>();
        try {
            ScanRun run = new ScanRun(
                    workspace,
                    StandardScanner.create(),
                    dev.shirube.engine.ScanContext.standard(session.asOf())
                            .withThreads(Runtime.getRuntime().availableProcessors())
                            .withListener(progress),
                    ScanRun.Tests.TAG,
                    target -> ScanCache.NONE,
                    Pace.STANDARD,
                    progress::endpoints);
            for (DemoTarget target : targets(cityHall)) {
                if (target.serves().isPresent()) {
                    servers.add(serve(target));
                }
                String word = target.serves().isPresent()
                        ? target.target()
                        : cityHall.resolve(target.target()).toString();
                List<ScanTarget> parsed = new TargetParser(ProbePlan.TRIAGE, false).parse(List.of(word));
                run.scan(parsed, target.system(), false, tally);
            }
        } finally {
            for (LoopbackTlsServer server : servers) {
                server.close();
            }
            progress.close();
        }
        return tally;
    }

    private static LoopbackTlsServer serve(DemoTarget target) {
        int port = Integer.parseInt(target.target().substring(target.target().lastIndexOf(':') + 1));
        try {
            return LoopbackTlsServer.start(target.serves().orElseThrow(), port);
        } catch (IOException e) {
            throw CommandFailure.usage(
                    "The demo's server cannot listen on port " + port + " of loopback. Free the port and try again.",
                    "デモ用サーバーがポート " + port + "（loopback）を使えません。ポートを空けて再実行してください。");
        }
    }

    private static List<DemoTarget> targets(Path cityHall) throws IOException {
        List<DemoTarget> targets = new ArrayList<>();
        for (String line : Files.readAllLines(cityHall.resolve("targets.txt"), StandardCharsets.UTF_8)) {
            String[] words = line.strip().split("\\s+");
            if (!line.isBlank() && !line.startsWith("#")) {
                targets.add(new DemoTarget(
                        words[0],
                        words[1],
                        words.length < 3
                                ? Optional.empty()
                                : Optional.of(TlsProfile.valueOf(words[2].toUpperCase(Locale.ROOT)))));
            }
        }
        return targets;
    }

    /** The sample's folder: in the checkout that the launcher started from, or below the current directory. */
    private static Path cityHall() {
        Path home = Path.of(System.getProperty("shirube.home", ""));
        Path folder = home.resolve("examples").resolve("cityhall");
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.usage(
                    "The sample " + folder + " is not here. Run ./shirube demo in a checkout of Shirube.",
                    "サンプル " + folder + " がありません。Shirube のチェックアウトで ./shirube demo を実行してください。");
        }
        return folder;
    }

    /** The demo tells its story from the start: a store of an earlier demo is put aside, nothing else is touched. */
    private static Path emptyStore(Path out) {
        try {
            Files.createDirectories(out);
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(out.resolve("shirube.db" + suffix));
            }
        } catch (IOException e) {
            throw CommandFailure.usage(
                    "--out " + out + ": no folder can be made there. Name another folder.",
                    "--out " + out + "：フォルダーを作成できません。別のフォルダーを指定してください。");
        }
        return out.resolve("shirube.db");
    }

    private static OutputFile file(Path out, String name) {
        return OutputFile.named(out.resolve(name).toString());
    }

    private static void step(Session session, int number, String english, String japanese) {
        session.console().advise("[" + number + "/3] " + session.say(english, japanese));
    }

    private static void next(Path out, Roadmap roadmap, Session session) {
        Path store = out.resolve("shirube.db");
        session.console().print("");
        session.console()
                .print(session.say("Written to ", "出力先：") + out
                        + ": roadmap.xlsx, roadmap.html, inventory.cdx.json, findings.sarif, shirube.db");
        session.console().print(session.say("Next:", "次に試す："));
        session.console().print("  shirube inventory list --system juki --store " + store);
        session.console().print("  shirube roadmap plan --store " + store + " --config examples/cityhall/shirube.yaml");
        String task = roadmap.tasks().isEmpty()
                ? "ROW"
                : roadmap.tasks().get(0).task().id();
        session.console()
                .print("  shirube explain " + task + " --store " + store + " --config examples/cityhall/shirube.yaml");
    }
}
