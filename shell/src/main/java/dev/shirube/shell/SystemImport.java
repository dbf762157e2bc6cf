package dev.shirube.shell;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.register.Reading;
import dev.shirube.domain.register.RegisterChange;
import dev.shirube.domain.register.Source;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** {@code systems import}: takes what an office filled in. */
final class SystemImport {

    private SystemImport() {}

    static CommandSpec spec() {
        return CommandSpec.named("systems import")
                .arguments("FILE", 1, 1)
                .does(
                        "read the register of systems (CSV or XLSX); systems and columns not in it stay",
                        "システム台帳を取り込む（CSV または XLSX）。記載のないシステムと列は残す")
                .example("shirube systems import systems.csv", "all rows or none", "全行が正しい場合のみ取込み")
                .example("shirube systems import systems.xlsx --dry-run", "what would change", "変更点の確認のみ")
                .option(CommonOptions.STORE)
                .option(CommonOptions.DRY_RUN)
                .option(CommonOptions.PARTIAL)
                .option(CommonOptions.BY)
                .runs(SystemImport::run);
    }

    /** The systems of a file of ours, all of whose rows are valid. */
    static List<InformationSystem> read(Path file, Session session) {
        return read(file, "", false, List.of(), session).value();
    }

    private static Reading<List<InformationSystem>> read(
            Path file, String by, boolean partial, Collection<InformationSystem> known, Session session) {
        Source source =
                new Source(file.getFileName().toString(), by, session.asOf().toString());
        Reading<List<InformationSystem>> reading = SystemRegister.read(Registers.table(file), source, known);
        Registers.accept(reading, file, partial, session);
        return reading;
    }

    private static Exit run(Invocation line, Session session) {
        Path file = Path.of(line.arguments().get(0));
        boolean dry = line.has("dry-run");
        // A store that is not there yet is made by an import, but by no file with mistakes and no look at what it would
        // do.
        List<InformationSystem> known = known(line, session);
        List<InformationSystem> read = read(file, line.value("by").orElse(""), line.has("partial"), known, session)
                .value();
        if (!dry) {
            try (Workspace workspace = Workspaces.open(line, session)) {
                workspace.saveSystems(read, CommonOptions.by(line), session.asOf());
            }
        }
        report(known, read, dry, session);
        return Exit.DONE;
    }

    private static List<InformationSystem> known(Invocation line, Session session) {
        if (Workspaces.isMissing(line, session)) {
            return List.of();
        }
        try (Workspace workspace = Workspaces.open(line, session)) {
            return workspace.systems();
        }
    }

    private static void report(
            List<InformationSystem> known, List<InformationSystem> read, boolean dry, Session session) {
        TreeMap<String, InformationSystem> before = new TreeMap<>();
        known.forEach(it -> before.put(it.id(), it));
        before.keySet().retainAll(read.stream().map(InformationSystem::id).toList());
        List<RegisterChange> list = RegisterChange.between(
                SystemRegister.rows(before.values(), session.language()),
                SystemRegister.rows(new ArrayList<>(read), session.language()),
                1);
        RegisterChanges changes = new RegisterChanges(list, session);
        if (dry) {
            changes.print();
        }
        session.console()
                .print(session.say(
                        English.count(read.size(), "system") + (dry ? " valid" : " imported") + " (" + changes.counts()
                                + ")" + (dry ? "; nothing was kept" : ""),
                        "システム " + read.size() + " 件を" + (dry ? "検査しました" : "取り込みました") + "（" + changes.counts() + "）"
                                + (dry ? "。保存していません" : "")));
    }
}
