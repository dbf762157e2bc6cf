package dev.shirube.shell;

import dev.shirube.exchange.JsonStream;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import dev.shirube.store.Snapshot;
import dev.shirube.store.SnapshotSize;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** {@code inventory snapshots}: which scans the store remembers, and by what each was made. */
final class SnapshotCommand {

    private static final String SCHEMA = "shirube-snapshots/1";

    private SnapshotCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("inventory snapshots")
                .does("the scans that the store remembers", "保存されているスナップショットの一覧")
                .example("shirube inventory snapshots", "number, name, date and findings", "番号・名前・基準日・件数")
                .example("shirube inventory snapshots --format json", "with all that each notes", "記録内容をすべて出力")
                .option(CommonOptions.STORE)
                .option(CommonOptions.SYSTEM)
                .option(OptionSpec.choice("format", List.of("table", "json"), "json has stable names", "json の項目名は固定"))
                .runs(SnapshotCommand::run);
    }

    private static Exit run(Invocation line, Session session) {
        List<SnapshotSize> snapshots;
        try (Workspace workspace = Workspaces.existing(line, session)) {
            snapshots = workspace.snapshotSizes().stream()
                    .filter(it -> line.value("system")
                            .map(it.snapshot().system()::equals)
                            .orElse(true))
                    .toList();
        }
        if (line.value("format").filter("json"::equals).isPresent()) {
            json(snapshots, session);
            return Exit.DONE;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "#",
                session.say("as of", "基準日"),
                session.say("findings", "検出数"),
                session.say("state", "状態"),
                session.say("system", "システム"),
                session.say("name", "名前")));
        for (SnapshotSize row : snapshots) {
            Snapshot it = row.snapshot();
            rows.add(List.of(
                    String.valueOf(it.number()),
                    it.asOf().toString(),
                    String.valueOf(row.findings()),
                    it.complete() ? session.say("complete", "完了") : session.say("interrupted", "中断"),
                    it.system(),
                    it.name()));
        }
        Columns.align(rows).forEach(session.console()::print);
        return Exit.DONE;
    }

    private static void json(List<SnapshotSize> snapshots, Session session) {
        try {
            OutputStream out = new BufferedOutputStream(session.console().outBytes());
            JsonStream.document(
                    out,
                    json -> json.object(document -> {
                        document.text("schema", SCHEMA);
                        document.list("snapshots", list -> {
                            for (SnapshotSize row : snapshots) {
                                list.object(it -> write(it, row));
                            }
                        });
                    }));
            out.flush();
        } catch (IOException e) {
            throw CommandFailure.usage(
                    "The result could not be written (" + e.getClass().getSimpleName() + "). Check where it goes.",
                    "結果を出力できません（" + e.getClass().getSimpleName() + "）。出力先を確認してください。");
        }
    }

    /** What an older program did not note is left out. */
    private static void write(JsonStream json, SnapshotSize row) throws IOException {
        Snapshot it = row.snapshot();
        json.number("number", it.number());
        json.text("name", it.name());
        json.text("system", it.system());
        json.allTexts("targets", it.targets());
        json.text("asOf", it.asOf().toString());
        json.truth("complete", it.complete());
        json.number("findings", row.findings());
        json.text("toolVersion", it.toolVersion());
        json.text("catalogueDigest", it.origin().catalogueDigest());
        json.text("registryDigest", it.origin().registryDigest());
        json.text("configuration", it.origin().configuration());
        json.text("scope", it.origin().scope());
    }
}
