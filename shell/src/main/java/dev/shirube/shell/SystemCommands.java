package dev.shirube.shell;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.Team;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.util.List;

/** {@code systems} and {@code resources}: the register of information systems, teams and budgets. */
final class SystemCommands {

    private SystemCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                SystemFiles.template(),
                SystemFiles.export(),
                SystemImport.spec(),
                SystemList.spec(),
                CommandSpec.named("resources template")
                        .does("an empty table of teams and budgets (CSV)", "記入用の空の体制・予算表（CSV）")
                        .example("shirube resources template > teams.csv", "to fill in with Excel", "Excel で記入")
                        .runs((line, session) -> {
                            Registers.resourcesTemplate(session).forEach(session.console()::print);
                            return Exit.DONE;
                        }),
                CommandSpec.named("resources import")
                        .arguments("FILE", 1, 1)
                        .does(
                                "read teams with their capacity, and budgets (CSV or XLSX)",
                                "体制（人日）と予算を取り込む（CSV または XLSX）")
                        .example("shirube resources import teams.csv", "teams and budgets", "体制と予算")
                        .option(CommonOptions.STORE)
                        .option(CommonOptions.DRY_RUN)
                        .option(CommonOptions.PARTIAL)
                        .runs(SystemCommands::importResources),
                CommandSpec.named("resources show")
                        .does("teams and budgets", "体制と予算")
                        .example("shirube resources show", "person-days and yen", "人日と円")
                        .option(CommonOptions.STORE)
                        .runs(SystemCommands::showResources));
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
