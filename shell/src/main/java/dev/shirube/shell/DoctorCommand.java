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

    private DoctorCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("doctor")
                .does("java, store, limits: what is there and what is missing", "Java・ストア・上限値の確認")
                .example("shirube doctor", "before asking for help", "問い合わせの前に")
                .option(CommonOptions.STORE)
                .runs(DoctorCommand::run);
    }

    private static Exit run(Invocation line, Session session) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("shirube", session.version()));
        rows.add(List.of("java", System.getProperty("java.version") + "  " + System.getProperty("java.home")));
        rows.add(List.of(
                session.say("machine", "機械"),
                Runtime.getRuntime().availableProcessors() + " cores, "
                        + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB heap"));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        rows.add(List.of(
                session.say("temporary folder", "一時フォルダー"),
                temporary + (Files.isWritable(temporary) ? "" : session.say("  NOT WRITABLE", "  書込み不可"))));
        rows.add(List.of(
                session.say("algorithms", "アルゴリズム"),
                String.valueOf(AlgorithmRegistry.standard().entries().size())));
        StandardScanner.detectors().forEach(it -> rows.add(List.of(session.say("detector", "検出器"), it.id() + "  " + it.version())));
        Limits limits = Limits.STANDARD;
        rows.add(List.of(
                session.say("limits", "上限"),
                limits.inputBytes() / (1 << 20) + " MB / input, depth " + limits.depth() + ", ratio " + limits.ratio()));
        Exit exit = Exit.DONE;
        try (Workspace workspace = Workspaces.open(line, session)) {
            rows.add(List.of(
                    session.say("store", "ストア"),
                    session.say(
                            workspace.systems().size() + " systems, " + workspace.inventory().findings().size() + " findings",
                            "システム " + workspace.systems().size() + " 件、検出 " + workspace.inventory().findings().size() + " 件")));
        } catch (CommandFailure failure) {
            rows.add(List.of(session.say("store", "ストア"), failure.text().in(session.language())));
            exit = Exit.GATE;
        }
        Columns.align(rows).forEach(session.console()::print);
        return exit;
    }
}
