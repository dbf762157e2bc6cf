package dev.shirube.shell;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.register.Reading;
import dev.shirube.domain.register.RegisterChange;
import dev.shirube.domain.register.Source;
import dev.shirube.domain.register.SystemReadBack;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code report read}: takes back what owners wrote into the yellow cells of the workbook's list of systems. */
final class ReportReadCommand {

    private ReportReadCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("report read")
                .arguments("FILE", 1, 1)
                .does("take back the yellow cells of form 1", "様式1の黄色の欄の記入を取り込む")
                .example("shirube report read roadmap.xlsx --dry-run", "what would change", "変更点の確認のみ")
                .example("shirube report read roadmap.xlsx --by 市民課", "all rows or none", "全行が正しい場合のみ取込み")
                .option(CommonOptions.STORE)
                .option(CommonOptions.DRY_RUN)
                .option(CommonOptions.PARTIAL)
                .option(CommonOptions.BY)
                .runs(ReportReadCommand::run);
    }

    private static Exit run(Invocation line, Session session) {
        Path file = Path.of(line.arguments().get(0));
        boolean dry = line.has("dry-run");
        try (Workspace workspace = Workspaces.existing(line, session)) {
            List<InformationSystem> known = workspace.systems();
            Source source = new Source(
                    file.getFileName().toString(),
                    line.value("by").orElse(""),
                    session.asOf().toString());
            Reading<List<InformationSystem>> reading = SystemReadBack.read(
                            Registers.tables(file).values(), source, known)
                    .orElseThrow(() -> notOurs(file));
            List<InformationSystem> filled = Registers.accept(reading, file, line.has("partial"), session);
            report(known, filled, dry, session);
            if (!dry && !filled.isEmpty()) {
                workspace.saveSystems(filled, CommonOptions.by(line), session.asOf());
            }
        }
        return Exit.DONE;
    }

    private static CommandFailure notOurs(Path file) {
        return CommandFailure.usage(
                file
                        + " is no workbook of shirube report xlsx, or its form 1 or its hidden sheet is gone. Write a new one with"
                        + " shirube report xlsx, or read a register with shirube systems import.",
                file + " は shirube report xlsx のブックではないか、様式1又は控えのシートがありません。"
                        + "shirube report xlsx で作り直すか、台帳は shirube systems import で取り込んでください。");
    }

    private static void report(
            List<InformationSystem> known, List<InformationSystem> filled, boolean dry, Session session) {
        Set<String> ids = filled.stream().map(InformationSystem::id).collect(Collectors.toSet());
        List<InformationSystem> before =
                known.stream().filter(it -> ids.contains(it.id())).toList();
        RegisterChanges changes = new RegisterChanges(
                RegisterChange.between(
                        SystemRegister.rows(before, session.language()),
                        SystemRegister.rows(filled, session.language()),
                        1),
                session);
        changes.print();
        session.console()
                .print(session.say(
                        English.count(filled.size(), "system")
                                + (dry ? " would change" : " changed")
                                + (dry ? "; nothing was kept" : ""),
                        "システム " + filled.size() + " 件" + (dry ? "が変わります。保存していません" : "を変更しました")));
    }
}
