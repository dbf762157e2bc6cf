package dev.shirube.shell;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Inventory;
import dev.shirube.planner.roadmap.Explainer;
import dev.shirube.planner.roadmap.Explanation;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code explain}: from bytes to date, for one finding, asset or task. */
final class ExplainCommand {

    private ExplainCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("explain")
                .arguments("ROW", 1, 1)
                .does("from bytes to date, for one finding, asset or task", "検出箇所・資産・作業 1 件の根拠を、証跡から期日まで表示")
                .example("shirube explain T-3f9a1c20", "a task of the roadmap", "工程表の作業")
                .example("shirube explain F-0a1b2c3d4e", "a finding of the inventory", "一覧の検出箇所")
                .option(CommonOptions.STORE)
                .runs(ExplainCommand::run);
    }

    private static Exit run(Invocation line, Session session) {
        String row = line.arguments().get(0);
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            Roadmap roadmap = Planning.plan(inventory, workspace, Planning.settings(session));
            print(explanation(row, inventory, roadmap), session);
        }
        return Exit.DONE;
    }

    private static Explanation explanation(String row, Inventory inventory, Roadmap roadmap) {
        Optional<AssignedFinding> finding =
                inventory.findings().stream().filter(it -> it.id().equals(row)).findFirst();
        return Explainer.task(roadmap, inventory, row)
                .or(() -> finding.map(it -> Explainer.finding(roadmap, it)))
                .or(() -> Explainer.asset(roadmap, inventory, row))
                .orElseThrow(() -> CommandFailure.usage(
                        "There is no row \"" + row
                                + "\". Take an id from: shirube inventory list, shirube roadmap plan, or the workbook.",
                        "「" + row
                                + "」という行はありません。shirube inventory list、shirube roadmap plan、または Excel の ID を指定してください。"));
    }

    static void print(Explanation explanation, Session session) {
        List<List<String>> rows = new ArrayList<>();
        String last = "";
        for (Explanation.Line line : explanation.lines()) {
            String step = line.step().label().in(session.language());
            rows.add(List.of(step.equals(last) ? "" : step, line.text().in(session.language())));
            last = step;
        }
        Columns.align(rows).forEach(session.console()::print);
    }
}
