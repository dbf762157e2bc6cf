package dev.shirube.shell;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.resources.EffortInForce;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Grain;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.ResourceCalendar;
import dev.shirube.domain.resources.ResourceChange;
import dev.shirube.domain.resources.ResourceGap;
import dev.shirube.domain.resources.ResourceGaps;
import dev.shirube.exchange.resources.ResourcesJson;
import dev.shirube.planner.roadmap.AssumedEfforts;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** {@code resources}: teams, budgets, freezes, lead times, efforts and releases. */
final class ResourceCommands {

    private static final OptionSpec FORMAT =
            OptionSpec.choice("format", List.of("table", "json"), "json has stable names", "json の項目名は固定");

    private static final OptionSpec REPLACE =
            OptionSpec.flag("replace", "of the kinds in the file, keep only what it names", "ファイルにある種類は、記載のあるもののみ残す");

    private ResourceCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                ResourceFiles.template(),
                CommandSpec.named("resources import")
                        .arguments("FILE", 1, 1)
                        .does(
                                "read resources (CSV or XLSX); those not in it stay",
                                "体制・予算等を取り込む（CSV または XLSX）。記載のないものは残す")
                        .example("shirube resources import resources.xlsx", "all rows or none", "全行が正しい場合のみ取込み")
                        .example("shirube resources import teams.csv --dry-run", "show what would change", "変更内容の確認のみ")
                        .option(CommonOptions.STORE)
                        .option(CommonOptions.DRY_RUN)
                        .option(CommonOptions.PARTIAL)
                        .option(REPLACE)
                        .option(CommonOptions.BY)
                        .runs(ResourceCommands::read),
                CommandSpec.named("resources show")
                        .does(
                                "what was declared, what it means for a plan, and what is missing",
                                "登録された体制・予算等と、計画に不足しているもの")
                        .example("shirube resources show", "person-days and yen", "人日と円")
                        .example("shirube resources show --format json", "for other programs", "他のプログラム用")
                        .option(CommonOptions.STORE)
                        .option(FORMAT)
                        .runs(ResourceCommands::show),
                ResourceFiles.export(),
                HistoryCommands.resources());
    }

    private static Exit read(Invocation line, Session session) {
        boolean dry = line.has("dry-run");
        OfficeResources declared = ResourceFiles.read(Path.of(line.arguments().get(0)), line.has("partial"), session);
        // To look for changes makes no store.
        boolean nothing = dry && Workspaces.isMissing(line, session);
        try (Workspace workspace = nothing ? new MemoryWorkspace(SystemMapping.NONE) : Workspaces.open(line, session)) {
            OfficeResources kept = workspace.resources();
            OfficeResources merged = line.has("replace") ? kept.replacedBy(declared) : kept.with(declared);
            List<ResourceChange> changes = kept.changes(merged);
            if (!dry && !changes.isEmpty()) {
                workspace.saveResources(merged, CommonOptions.by(line), session.asOf());
            }
            if (dry) {
                new RegisterChanges(ResourceFiles.book().changes(kept, merged, session.language()), session).print();
            } else {
                ResourceChanges.lines(changes, session).forEach(session.console()::print);
            }
            int count = declared.entries().size();
            session.console()
                    .print(session.say(
                            English.count(count, "row") + (dry ? " valid; nothing was kept" : " imported") + ", "
                                    + English.count(changes.size(), "change"),
                            count + " 行を" + (dry ? "検査しました（保存していません）" : "取り込みました") + "。変更 " + changes.size() + " 件"));
        }
        return Exit.DONE;
    }

    private static Exit show(Invocation line, Session session) {
        try (Workspace workspace = Workspaces.existing(line, session)) {
            OfficeResources resources = workspace.resources();
            FiscalQuarter last = Planning.settings(session).horizon();
            LocalDate begin = FiscalPeriod.from(session.asOf(), Grain.QUARTER).firstDay();
            int quarters = Math.max(1, last.since(FiscalQuarter.of(begin)) + 1);
            ResourceCalendar calendar = ResourceCalendar.of(resources, session.asOf(), Grain.QUARTER, quarters);
            List<EffortInForce> efforts = EffortInForce.of(AssumedEfforts.rates(), resources);
            List<ResourceGap> gaps = ResourceGaps.of(resources, workspace.systems(), session.asOf(), last.year());
            if (line.value("format").orElse("table").equals("json")) {
                json(calendar, efforts, gaps, session);
            } else {
                ResourceView.lines(calendar, efforts, gaps, session).forEach(session.console()::print);
            }
        }
        return Exit.DONE;
    }

    private static void json(
            ResourceCalendar calendar, List<EffortInForce> efforts, List<ResourceGap> gaps, Session session) {
        try {
            OutputStream out = new BufferedOutputStream(session.console().outBytes());
            ResourcesJson.write(calendar, session.asOf(), efforts, gaps, out);
            out.flush();
        } catch (IOException e) {
            throw CommandFailure.usage(
                    "The result could not be written (" + e.getClass().getSimpleName() + "). Check where it goes.",
                    "結果を出力できません（" + e.getClass().getSimpleName() + "）。出力先を確認してください。");
        }
    }
}
