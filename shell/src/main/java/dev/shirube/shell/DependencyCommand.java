package dev.shirube.shell;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.dependency.SystemLink;
import dev.shirube.domain.dependency.SystemLinks;
import dev.shirube.domain.dependency.SystemPair;
import dev.shirube.exchange.JsonStream;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code systems dependencies}: which systems hang together, declared and observed, and which libraries many of them have. */
final class DependencyCommand {

    /** As much of a list of ids as stands in a line. */
    private static final int NAMED = 2;

    private static final int WIDTH = 79;

    private DependencyCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("systems dependencies")
                .does(
                        "which systems hang together: the register's peers held against what scans saw",
                        "システム間の依存関係（台帳の接続先と観測結果の照合）")
                .example("shirube systems dependencies", "declared and observed", "台帳と観測")
                .example("shirube systems dependencies --system juki", "of one system", "1 システムのみ")
                .example(
                        "shirube systems dependencies --libraries",
                        "how many systems share a library",
                        "ライブラリーを共有するシステム数")
                .option(CommonOptions.STORE)
                .option(CommonOptions.SYSTEM)
                .option(OptionSpec.flag("libraries", "libraries by how many systems have them", "ライブラリー別のシステム数"))
                .option(UnassignedCommand.FORMAT)
                .runs(DependencyCommand::run);
    }

    private static Exit run(Invocation line, Session session) throws IOException {
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Inventory inventory = workspace.inventory();
            List<SystemPair> pairs = pairs(inventory, session).stream()
                    .filter(it -> line.value("system").map(it::has).orElse(true))
                    .toList();
            Map<String, Set<String>> libraries = SystemLinks.libraries(inventory);
            if (line.value("format").orElse("table").equals("json")) {
                JsonStream.document(
                        session.console().outBytes(),
                        json -> json.object(it -> {
                            it.text("schema", "shirube-dependencies/1");
                            it.text("as_of", session.asOf().toString());
                            write(it, pairs);
                            it.list("libraries", list -> library(list, libraries));
                        }));
            } else if (line.has("libraries")) {
                print(libraries, session);
            } else {
                print(pairs, session);
            }
            return Exit.DONE;
        }
    }

    /** The pairs of systems of an inventory, with the own modules that the settings tell. */
    static List<SystemPair> pairs(Inventory inventory, Session session) {
        try {
            return SystemPair.of(
                    inventory, SystemLinks.of(inventory, session.settings().ownModules()));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    "own_modules in the settings: " + e.getMessage(),
                    "設定の own_modules が正しくありません（"
                            + String.join(", ", session.settings().ownModules()) + "）。[ と { を閉じてください。");
        }
    }

    private static void print(List<SystemPair> pairs, Session session) {
        if (pairs.isEmpty()) {
            session.console()
                    .print(session.say(
                            "No dependency is declared, and none was observed; what no scan saw may be there.",
                            "台帳に接続先の記載はなく、観測もされていません（無いとは限りません）。"));
            return;
        }
        pairs.forEach(it -> lines(it, session).forEach(session.console()::print));
    }

    /** One pair in a few lines. */
    static List<String> lines(SystemPair pair, Session session) {
        List<String> lines = new ArrayList<>();
        String other = pair.external() ? session.say("(external) ", "（外部）") + pair.other() : pair.other();
        lines.add(pair.one() + " - " + other + ": " + pair.standing().label().in(session.language()));
        for (SystemLink link : pair.links()) {
            String more = link.evidence().size() > NAMED
                    ? session.say(
                            ", and " + (link.evidence().size() - NAMED) + " more",
                            "、ほか " + (link.evidence().size() - NAMED) + " 件")
                    : "";
            String evidence = link.evidence().stream()
                    .limit(NAMED)
                    .map(DependencyCommand::shorter)
                    .collect(Collectors.joining(", "));
            String arrow = directed(link) ? link.from() + " -> " + link.to() : link.from() + " = " + link.to();
            String text = arrow + ": " + link.kind().label().in(session.language()) + " [" + evidence + more + "]";
            String before = "    ";
            for (String wrapped : Columns.wrap(text, WIDTH - before.length() - 2)) {
                lines.add(before + wrapped);
                before = "      ";
            }
        }
        return lines;
    }

    /** As in the list of certificates: as much of a digest as people compare. */
    private static String shorter(String id) {
        return id.replaceAll("(sha256=[0-9a-f]{12})[0-9a-f]+", "$1");
    }

    private static boolean directed(SystemLink link) {
        return link.kind() != SystemLink.Kind.SHARED_KEY && link.kind() != SystemLink.Kind.SHARED_LIBRARY;
    }

    private static void print(Map<String, Set<String>> libraries, Session session) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(session.say("systems", "システム数"), session.say("library", "ライブラリー"), session.say("which", "内訳")));
        libraries.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<String>> it) ->
                                -it.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(it -> rows.add(
                        List.of(String.valueOf(it.getValue().size()), it.getKey(), String.join(", ", it.getValue()))));
        Columns.align(rows).forEach(session.console()::print);
    }

    private static void library(JsonStream list, Map<String, Set<String>> libraries) throws IOException {
        for (Map.Entry<String, Set<String>> it : libraries.entrySet()) {
            list.object(row -> {
                row.text("library", it.getKey());
                row.allTexts("systems", it.getValue());
            });
        }
    }

    /** The member {@code dependencies}: one row for each pair. */
    static void write(JsonStream json, List<SystemPair> pairs) throws IOException {
        json.list("dependencies", list -> {
            for (SystemPair pair : pairs) {
                list.object(row -> {
                    row.allTexts("systems", List.of(pair.one(), pair.other()));
                    row.truth("external", pair.external());
                    row.text("standing", pair.standing().id());
                    row.list("links", links -> {
                        for (SystemLink link : pair.links()) {
                            links.object(it -> {
                                it.text("from", link.from());
                                it.text("to", link.to());
                                it.text("kind", link.kind().id());
                                it.text("origin", link.origin().id());
                                it.allTexts("evidence", link.evidence());
                            });
                        }
                    });
                });
            }
        });
    }
}
