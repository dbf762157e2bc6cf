package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.Limits;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import dev.shirube.standard.StandardScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code doctor}: what is there and what is missing. */
final class DoctorCommand {

    private static final int MEGA = 1 << 20;

    private final Session session;
    private final List<List<String>> rows = new ArrayList<>();

    private DoctorCommand(Session session) {
        this.session = session;
    }

    static CommandSpec spec() {
        return CommandSpec.named("doctor")
                .does("java, store, limits: what is there and what is missing", "Java・ストア・上限値の確認")
                .example("shirube doctor", "before asking for help", "問い合わせの前に")
                .option(CommonOptions.STORE)
                .runs((line, session) -> new DoctorCommand(session).run(line));
    }

    private Exit run(Invocation line) {
        machine();
        product();
        limits();
        Exit exit = store(line);
        Columns.align(rows).forEach(session.console()::print);
        return exit;
    }

    private void row(String english, String japanese, String value) {
        rows.add(List.of(session.say(english, japanese), value));
    }

    private void machine() {
        row("shirube", "shirube", session.version());
        row("java", "java", System.getProperty("java.version") + "  " + System.getProperty("java.home"));
        int cores = Runtime.getRuntime().availableProcessors();
        long heap = Runtime.getRuntime().maxMemory() / MEGA;
        row(
                "machine",
                "機械",
                session.say(
                        English.count(cores, "core") + ", " + heap + " MB heap", cores + " コア、ヒープ " + heap + " MB"));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        row(
                "temporary folder",
                "一時フォルダー",
                temporary + (Files.isWritable(temporary) ? "" : session.say("  NOT WRITABLE", "  書込み不可")));
    }

    private void product() {
        row(
                "algorithms",
                "アルゴリズム",
                String.valueOf(AlgorithmRegistry.standard().entries().size()));
        StandardScanner.detectors().forEach(it -> row("detector", "検出器", it.id() + "  " + it.version()));
    }

    private void limits() {
        Limits limits = Limits.STANDARD;
        long size = limits.inputBytes() / MEGA;
        row(
                "limits",
                "上限",
                session.say(
                        size + " MB an input; archives " + limits.depth() + " deep, at most " + limits.ratio()
                                + " times their size",
                        "入力 1 件 " + size + " MB、アーカイブの入れ子 " + limits.depth() + " 段、展開倍率 " + limits.ratio() + " 倍"));
    }

    /** A store that is not there yet is no fault; one that cannot be read is. */
    private Exit store(Invocation line) {
        if (Workspaces.isMissing(line, session)) {
            row("store", "ストア", session.say("none yet; the first scan makes it", "未作成（最初の scan で作成）"));
            return Exit.DONE;
        }
        try (Workspace workspace = Workspaces.existing(line, session)) {
            int systems = workspace.systems().size();
            int findings = workspace.inventory().findings().size();
            row(
                    "store",
                    "ストア",
                    session.say(
                            English.count(systems, "system") + ", " + English.count(findings, "finding"),
                            "システム " + systems + " 件、検出 " + findings + " 件"));
            return Exit.DONE;
        } catch (CommandFailure failure) {
            row("store", "ストア", failure.text().in(session.language()));
            return Exit.GATE;
        }
    }
}
