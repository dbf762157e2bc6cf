package dev.shirube.shell;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Team;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;

/** {@code systems} and {@code resources}: the register of information systems, teams and budgets. */
final class SystemCommands {

    private static final OptionSpec DRY_RUN =
            OptionSpec.flag("dry-run", "check the file, keep nothing", "検査のみ行い、保存しない");

    private static final OptionSpec PARTIAL =
            OptionSpec.flag("partial", "take the valid rows, report the others", "正しい行のみ取り込み、誤りを報告");

    private SystemCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                CommandSpec.named("systems template")
                        .does("an empty register to fill in (CSV)", "記入用の空の台帳（CSV）")
                        .example("shirube systems template > systems.csv", "to fill in with Excel", "Excel で記入")
                        .runs((line, session) -> template(Registers.Kind.SYSTEMS, session)),
                CommandSpec.named("systems import")
                        .arguments("FILE", 1, 1)
                        .does(
                                "read the register of systems (CSV or XLSX); systems not in it stay",
                                "システム台帳を取り込む（CSV または XLSX）。記載のないシステムは残す")
                        .example("shirube systems import systems.csv", "all rows or none", "全行が正しい場合のみ取込み")
                        .example("shirube systems import systems.xlsx --dry-run", "check only", "検査のみ")
                        .option(CommonOptions.STORE)
                        .option(DRY_RUN)
                        .option(PARTIAL)
                        .runs(SystemCommands::importSystems),
                CommandSpec.named("systems list")
                        .does("the register, and what is not declared in it", "台帳と、未記入の項目")
                        .example("shirube systems list", "a question mark is not declared", "「?」は未記入")
                        .option(CommonOptions.STORE)
                        .runs(SystemCommands::list),
                CommandSpec.named("resources template")
                        .does("an empty table of teams and budgets (CSV)", "記入用の空の体制・予算表（CSV）")
                        .example("shirube resources template > teams.csv", "to fill in with Excel", "Excel で記入")
                        .runs((line, session) -> template(Registers.Kind.RESOURCES, session)),
                CommandSpec.named("resources import")
                        .arguments("FILE", 1, 1)
                        .does(
                                "read teams with their capacity, and budgets (CSV or XLSX)",
                                "体制（人日）と予算を取り込む（CSV または XLSX）")
                        .example("shirube resources import teams.csv", "teams and budgets", "体制と予算")
                        .option(CommonOptions.STORE)
                        .option(DRY_RUN)
                        .option(PARTIAL)
                        .runs(SystemCommands::importResources),
                CommandSpec.named("resources show")
                        .does("teams and budgets", "体制と予算")
                        .example("shirube resources show", "person-days and yen", "人日と円")
                        .option(CommonOptions.STORE)
                        .runs(SystemCommands::showResources));
    }

    private static Exit template(Registers.Kind kind, Session session) {
        Registers.template(kind, session).forEach(session.console()::print);
        return Exit.DONE;
    }

    private static Exit importSystems(Invocation line, Session session) {
        List<InformationSystem> systems = Registers.systems(line, session);
        if (!line.has("dry-run")) {
            try (Workspace workspace = Workspaces.open(line, session)) {
                workspace.saveSystems(systems);
            }
        }
        session.console()
                .print(session.say(
                        English.count(systems.size(), "system")
                                + (line.has("dry-run") ? " valid; nothing was kept" : " imported"),
                        "システム " + systems.size() + " 件を" + (line.has("dry-run") ? "検査しました（保存していません）" : "取り込みました")));
        return Exit.DONE;
    }

    private static Exit importResources(Invocation line, Session session) {
        Registers.Resources resources = Registers.resources(line, session);
        if (!line.has("dry-run")) {
            try (Workspace workspace = Workspaces.open(line, session)) {
                workspace.saveResources(resources.teams(), resources.budgets());
            }
        }
        session.console()
                .print(session.say(
                        English.count(resources.teams().size(), "team") + " and "
                                + English.count(resources.budgets().size(), "budget line")
                                + (line.has("dry-run") ? " valid; nothing was kept" : " imported"),
                        "体制 " + resources.teams().size() + " 件、予算 "
                                + resources.budgets().size() + " 件を"
                                + (line.has("dry-run") ? "検査しました（保存していません）" : "取り込みました")));
        return Exit.DONE;
    }

    private static Exit list(Invocation line, Session session) {
        try (Workspace workspace = Workspaces.existing(line, session)) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(
                    "ID",
                    session.say("impact", "影響度"),
                    session.say("exposure", "接続区分"),
                    session.say("protected", "保護期間"),
                    session.say("trusted until", "信頼期間"),
                    session.say("renewal", "次期更改"),
                    session.say("owner", "担当部局"),
                    session.say("name", "名称")));
            for (InformationSystem system : workspace.systems()) {
                rows.add(List.of(
                        system.id(),
                        declared(system.impact(), session),
                        declared(system.exposure(), session),
                        system.protectionMonths()
                                .value()
                                .map(it -> session.say(it + " months", it + "か月"))
                                .orElse("?"),
                        declared(system.trustUntil(), session),
                        system.renewalFiscalYear().value().map(it -> "FY" + it).orElse("?"),
                        system.owner(),
                        system.name()));
            }
            Columns.align(rows).forEach(session.console()::print);
            UnassignedCommand.tell(workspace, session);
        }
        return Exit.DONE;
    }

    private static String declared(Declaration<?> declaration, Session session) {
        return declaration.value().map(String::valueOf).orElse("?").toLowerCase(java.util.Locale.ROOT);
    }

    private static Exit showResources(Invocation line, Session session) {
        try (Workspace workspace = Workspaces.existing(line, session)) {
            for (Team team : workspace.teams()) {
                int days = team.personDays().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                session.console()
                        .print(team.id() + "  " + team.name() + "  "
                                + session.say(
                                        days + " person-days in "
                                                + team.personDays().size() + " quarters",
                                        days + " 人日（" + team.personDays().size() + " 四半期）"));
            }
            for (BudgetLine budget : workspace.budgets()) {
                session.console()
                        .print(budget.department() + "  FY" + budget.fiscalYear() + "  " + budget.yen() + " JPY");
            }
        }
        return Exit.DONE;
    }
}
