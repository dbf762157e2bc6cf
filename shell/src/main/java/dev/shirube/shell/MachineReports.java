package dev.shirube.shell;

import dev.shirube.domain.Inventory;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.format.Csv;
import dev.shirube.reports.format.ShiftJis;
import dev.shirube.reports.machine.MermaidGantt;
import dev.shirube.reports.machine.MilestoneCalendar;
import dev.shirube.reports.machine.ProjectFile;
import dev.shirube.reports.machine.RoadmapJson;
import dev.shirube.reports.machine.RoadmapTable;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code report csv | json | mermaid | ics | mspdi}: the roadmap for other programs. */
final class MachineReports {
    private static final OptionSpec OUT = OptionSpec.value("out", "FILE", "the file to write (required)", "出力ファイル（必須）");

    private static final OptionSpec TABLE =
            OptionSpec.choice("table", RoadmapTable.ids(), "which table of the workbook (uses)", "ブックのどの表か（既定 uses）");

    private static final String CP932 = "cp932";

    private static final OptionSpec ENCODING = OptionSpec.choice(
            "encoding", List.of("utf-8", CP932), "utf-8 with BOM, or cp932", "utf-8（BOM つき）又は cp932（Shift_JIS）");

    /** Each is said on a line of its own; after so many only their number is. */
    private static final int SHOWN_LOSSES = 100;

    private interface Format {
        void write(Roadmap roadmap, Inventory inventory, OutputStream out) throws IOException;
    }

    private MachineReports() {}

    static List<CommandSpec> all() {
        return List.of(
                CommandSpec.named("report csv")
                        .does("one table of the workbook, comma-separated", "ブックの表 1 つ（CSV）")
                        .example("shirube report csv --out uses.csv", "every place, UTF-8", "暗号利用箇所、UTF-8")
                        .example(
                                "shirube report csv --table roadmap --encoding cp932 --out r.csv",
                                "for older software",
                                "古いソフトウェア向け")
                        .option(OUT)
                        .option(TABLE)
                        .option(ENCODING)
                        .option(CommonOptions.STORE)
                        .runs(MachineReports::csv),
                CommandSpec.named("report json")
                        .does(
                                "the roadmap as JSON (docs/schema/shirube-plan-1)",
                                "工程表（JSON。docs/schema/shirube-plan-1）")
                        .example(
                                "shirube report json --out plan.json",
                                "tasks with reasons, scores, dates",
                                "作業・根拠・点数・日付")
                        .option(OUT)
                        .option(CommonOptions.STORE)
                        .runs((line, session) ->
                                written(line, session, (roadmap, inventory, out) -> RoadmapJson.write(roadmap, out))),
                CommandSpec.named("report mermaid")
                        .does("the roadmap as a Mermaid diagram", "工程表（Mermaid の図）")
                        .example("shirube report mermaid --out roadmap.mmd", "for a wiki", "Wiki 向け")
                        .option(OUT)
                        .option(CommonOptions.STORE)
                        .runs((line, session) -> written(
                                line,
                                session,
                                (roadmap, inventory, out) -> MermaidGantt.write(roadmap, session.language(), out))),
                CommandSpec.named("report ics")
                        .does("the milestones as a calendar (iCalendar)", "マイルストーンのカレンダー（iCalendar）")
                        .example("shirube report ics --out milestones.ics", "for Outlook and others", "Outlook など向け")
                        .option(OUT)
                        .option(CommonOptions.STORE)
                        .runs((line, session) -> written(
                                line,
                                session,
                                (roadmap, inventory, out) ->
                                        MilestoneCalendar.write(roadmap, session.language(), out))),
                CommandSpec.named("report mspdi")
                        .does("the roadmap as a project file (MS Project XML)", "工程表（MS Project の XML）")
                        .example("shirube report mspdi --out roadmap.xml", "open it in a project tool", "工程管理ソフトで開く")
                        .option(OUT)
                        .option(CommonOptions.STORE)
                        .runs((line, session) -> written(
                                line,
                                session,
                                (roadmap, inventory, out) -> ProjectFile.write(roadmap, session.language(), out))));
    }

    private static Exit csv(Invocation line, Session session) {
        RoadmapTable table = line.value("table").map(RoadmapTable::named).orElse(RoadmapTable.USES);
        if (line.value("encoding").filter(CP932::equals).isEmpty()) {
            return written(
                    line,
                    session,
                    (roadmap, inventory, out) -> Csv.write(table.of(roadmap, inventory), session.language(), out));
        }
        List<ShiftJis.Loss> shown = new ArrayList<>();
        int[] count = {0};
        Exit exit = written(
                line,
                session,
                (roadmap, inventory, out) -> Csv.writeShiftJis(
                        table.of(roadmap, inventory),
                        session.language(),
                        loss -> {
                            if (count[0]++ < SHOWN_LOSSES) {
                                shown.add(loss);
                            }
                        },
                        out));
        shown.forEach(loss -> say(loss, session));
        if (count[0] > 0) {
            session.console()
                    .warn(session.say(
                            "Warning: " + English.count(count[0], "character") + " replaced. UTF-8 carries them all.",
                            "警告：" + count[0] + " 文字を置き換えました。UTF-8 ならすべて保てます。"));
        }
        return exit;
    }

    private static void say(ShiftJis.Loss loss, Session session) {
        String code = String.format(Locale.ROOT, "U+%04X", loss.character().codePointAt(0));
        String place = "%d / %d".formatted(loss.row() + 1, loss.column() + 1);
        session.console()
                .warn(session.say(
                        "Row / column " + place + ": " + loss.character() + " (" + code
                                + ") is not in Shift_JIS; written as " + loss.replacement(),
                        "行／列 " + place + "：" + loss.character() + "（" + code + "）は Shift_JIS で表せないため「"
                                + loss.replacement() + "」としました"));
    }

    private static Exit written(Invocation line, Session session, Format format) {
        OutputFile file = ReportCommands.file(line);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            Roadmap roadmap = Planning.plan(inventory, workspace, Planning.settings(session));
            file.write(out -> format.write(roadmap, inventory, out));
        }
        return Exit.DONE;
    }
}
