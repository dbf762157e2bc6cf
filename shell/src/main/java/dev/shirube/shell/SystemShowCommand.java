package dev.shirube.shell;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.dependency.SystemPair;
import dev.shirube.exchange.JsonStream;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.SystemQuestion;
import dev.shirube.planner.roadmap.SystemQuestions;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code systems show}: one system, declared beside observed, with the questions whose answers would narrow its score. */
final class SystemShowCommand {

    /** As many questions are put at once; the model has no more. */
    private static final int MOST_QUESTIONS = 5;

    private static final String ID = "ID";

    private SystemShowCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("systems show")
                .arguments("[ID]", 0, 1)
                .does("one system, declared beside observed, and what to ask its owner", "システム 1 件の台帳と観測の対比、担当部局への確認事項")
                .example("shirube systems show juki", "everything known of one system", "1 システムの全情報")
                .example("shirube systems show --questions", "what to ask of all owners", "全システムの確認事項一覧")
                .example("shirube systems show juki --format json", "for machines", "機械処理用")
                .option(CommonOptions.STORE)
                .option(OptionSpec.flag("questions", "only the questions, of all systems", "確認事項のみ（全システム）"))
                .option(UnassignedCommand.FORMAT)
                .runs(SystemShowCommand::run);
    }

    private static Exit run(Invocation line, Session session) throws IOException {
        boolean questions = line.has("questions");
        if (line.arguments().isEmpty() && !questions) {
            throw CommandFailure.usage(
                    "Name a system, or ask for the questions of all with --questions. See: shirube systems list",
                    "システムの ID を指定するか、--questions で全システムの確認事項を表示してください（ID は shirube systems list で確認）。");
        }
        boolean json = line.value("format").orElse("table").equals("json");
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            List<InformationSystem> systems = chosen(line, inventory);
            Roadmap roadmap = Planning.plan(inventory, workspace, Planning.settings(session));
            if (questions) {
                List<Asked> asked = systems.stream()
                        .map(it -> new Asked(it, questions(roadmap, it), scanned(inventory, it)))
                        .toList();
                if (json) {
                    JsonStream.document(session.console().outBytes(), out -> SystemJson.questions(out, asked, session));
                } else {
                    asked.forEach(it -> SystemLines.questions(it, session).forEach(session.console()::print));
                }
                return Exit.DONE;
            }
            SystemView view = view(systems.get(0), inventory, roadmap, session);
            if (json) {
                JsonStream.document(session.console().outBytes(), out -> SystemJson.system(out, view, session));
            } else {
                new SystemLines(view, session).all().forEach(session.console()::print);
            }
            return Exit.DONE;
        }
    }

    /** A system with what to ask its owner. */
    record Asked(InformationSystem system, List<SystemQuestion> questions, boolean scanned) {}

    private static List<SystemQuestion> questions(Roadmap roadmap, InformationSystem system) {
        return SystemQuestions.of(roadmap, system).stream()
                .limit(MOST_QUESTIONS)
                .toList();
    }

    private static boolean scanned(Inventory inventory, InformationSystem system) {
        return inventory.coverage().containsKey(system.id());
    }

    private static List<InformationSystem> chosen(Invocation line, Inventory inventory) {
        Set<String> ids = new TreeSet<>(inventory.systems().keySet());
        inventory.findings().forEach(it -> ids.add(it.system()));
        ids.addAll(inventory.coverage().keySet());
        if (line.arguments().isEmpty()) {
            ids.remove(InformationSystem.UNASSIGNED);
            return ids.stream().map(inventory::system).toList();
        }
        String id = line.arguments().get(0);
        if (!ids.contains(id)) {
            throw CommandFailure.usage(
                    "There is no system \"" + id
                            + "\", neither in the register nor among findings. See: shirube systems list",
                    "システム「" + id + "」は台帳にも検出結果にもありません。shirube systems list で " + ID + " を確認してください。");
        }
        return List.of(inventory.system(id));
    }

    private static SystemView view(InformationSystem system, Inventory inventory, Roadmap roadmap, Session session) {
        Inventory own = inventory.only(system.id());
        List<SystemPair> pairs = DependencyCommand.pairs(inventory, session).stream()
                .filter(it -> it.has(system.id()))
                .toList();
        return new SystemView(
                system,
                inventory.systems().containsKey(system.id()),
                own,
                new SystemFacts(system, own, pairs).all(),
                new ArrayList<>(pairs),
                questions(roadmap, system),
                roadmap.systems().stream()
                        .filter(it -> it.system().id().equals(system.id()))
                        .findFirst());
    }
}
