package dev.shirube.shell;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Text;
import dev.shirube.domain.office.OfficeEdits;
import dev.shirube.domain.office.OfficeForm;
import dev.shirube.domain.register.OfficeReadBack;
import dev.shirube.domain.register.Reading;
import dev.shirube.domain.register.RegisterChange;
import dev.shirube.domain.register.RegisterTable;
import dev.shirube.domain.register.Source;
import dev.shirube.domain.register.SystemReadBack;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.planner.policy.PolicyPacks;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code report read}: takes back what owners wrote into the yellow cells of the workbook's forms. */
final class ReportReadCommand {

    private ReportReadCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("report read")
                .arguments("FILE", 1, 1)
                .does("take back the yellow cells of the forms", "各様式の黄色の欄の記入を取り込む")
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
            Collection<RegisterTable> sheets = Registers.tables(file).values();
            Source source = new Source(
                    file.getFileName().toString(),
                    line.value("by").orElse(""),
                    session.asOf().toString());
            List<InformationSystem> known = workspace.systems();
            Map<String, Reading<?>> readings = new LinkedHashMap<>();
            Optional<Reading<List<InformationSystem>>> systems = SystemReadBack.read(sheets, source, known);
            systems.ifPresent(it -> readings.put(named(file, session.say("form 1", "様式1")), it));
            OfficeEdits kept = workspace.edits();
            OfficeEdits edits = kept;
            List<RegisterChange> changes = new ArrayList<>();
            for (Form form : FORMS) {
                Optional<Reading<OfficeReadBack.Changed>> reading = new OfficeReadBack(
                                form.form(),
                                source,
                                session.asOf(),
                                edits,
                                known.stream().map(InformationSystem::id).collect(Collectors.toSet()),
                                rules(session),
                                session.language())
                        .read(sheets);
                if (reading.isPresent()) {
                    edits = reading.get().value().edits();
                    changes.addAll(reading.get().value().changes());
                    readings.put(named(file, form.name().in(session.language())), reading.get());
                }
            }
            if (readings.isEmpty()) {
                throw notOurs(file);
            }
            Registers.accept(readings, file, line.has("partial"), session);
            List<InformationSystem> filled = systems.map(Reading::value).orElse(List.of());
            report(known, filled, changes, dry, session);
            if (!dry && !filled.isEmpty()) {
                workspace.saveSystems(filled, CommonOptions.by(line), session.asOf());
            }
            if (!dry && !edits.equals(kept)) {
                workspace.saveEdits(edits, CommonOptions.by(line));
                session.console()
                        .advise(session.say(
                                "Reports and roadmap replan take them into account from now on.",
                                "以後の帳票と roadmap replan に反映されます。"));
            }
        }
        return Exit.DONE;
    }

    /** A form of the plan, and what messages call it. */
    private record Form(OfficeForm form, Text name) {}

    private static final List<Form> FORMS = List.of(
            new Form(OfficeForm.TASKS, new Text("様式4", "form 4")),
            new Form(OfficeForm.EXCEPTIONS, new Text("様式6", "form 6")),
            new Form(OfficeForm.ISSUES, new Text("様式7", "form 7")));

    private static String named(Path file, String form) {
        return file.getFileName() + " " + form;
    }

    /** Ids of the rules of all packs in use: those that annex 1 lists. */
    private static Set<String> rules(Session session) {
        return PolicyPacks.inUse(Planning.settings(session)).stream()
                .flatMap(it -> it.citations().stream())
                .map(it -> it.rule().id())
                .collect(Collectors.toSet());
    }

    private static CommandFailure notOurs(Path file) {
        return CommandFailure.usage(
                file
                        + " is no workbook of shirube report xlsx, or its forms or its hidden sheets are gone. Write a new one with"
                        + " shirube report xlsx, or read a register with shirube systems import.",
                file + " は shirube report xlsx のブックではないか、様式又は控えのシートがありません。"
                        + "shirube report xlsx で作り直すか、台帳は shirube systems import で取り込んでください。");
    }

    private static void report(
            List<InformationSystem> known,
            List<InformationSystem> filled,
            List<RegisterChange> rows,
            boolean dry,
            Session session) {
        Set<String> ids = filled.stream().map(InformationSystem::id).collect(Collectors.toSet());
        List<InformationSystem> before =
                known.stream().filter(it -> ids.contains(it.id())).toList();
        List<RegisterChange> changes = new ArrayList<>(RegisterChange.between(
                SystemRegister.rows(before, session.language()), SystemRegister.rows(filled, session.language()), 1));
        changes.addAll(rows);
        new RegisterChanges(changes, session).print();
        session.console()
                .print(session.say(
                        English.count(filled.size(), "system") + " and "
                                + English.count(rows.size(), "row") + " of the plan's forms"
                                + (dry ? " would change; nothing was kept" : " changed"),
                        "システム " + filled.size() + " 件、計画の様式 " + rows.size() + " 行"
                                + (dry ? "が変わります。保存していません" : "を変更しました")));
    }
}
