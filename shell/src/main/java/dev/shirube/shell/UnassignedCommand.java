package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.HistoryLocation;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.mapping.Place;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.exchange.JsonStream;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code systems unassigned}: what belongs to no system, by target and folder or host, each with a rule to paste. */
final class UnassignedCommand {

    /** The form of results that have no other command's. */
    static final OptionSpec FORMAT =
            OptionSpec.choice("format", List.of("table", "json"), "json for machines", "json は機械処理用");

    private static final String PLACEHOLDER = "SYSTEM-ID";

    /** What a group is made of. */
    private enum Form {
        HOST,
        /** A folder at the target's root. */
        FOLDER,
        /** An archive at the target's root, or the target itself. */
        FILE,
        /** Files at the target's root. */
        ROOT
    }

    /** Findings of one host, or of one folder or archive of a target. */
    private record Group(String target, String top, Form form) implements Comparable<Group> {

        static Group of(String target, String location) {
            List<String> hosts = Place.hosts(location);
            if (!hosts.isEmpty()) {
                String name = hosts.get(hosts.size() - 1);
                return new Group(name, name, Form.HOST);
            }
            String path = HistoryLocation.path(location);
            String file = path.split("!", 2)[0];
            int slash = file.indexOf('/');
            if (slash >= 0) {
                return new Group(target, file.substring(0, slash), Form.FOLDER);
            }
            boolean whole = target.replace('\\', '/').endsWith("/" + file);
            return whole || path.contains("!") ? new Group(target, file, Form.FILE) : new Group(target, "", Form.ROOT);
        }

        @Override
        public int compareTo(Group other) {
            int order = target.compareTo(other.target);
            order = order != 0 ? order : top.compareTo(other.top);
            return order != 0 ? order : form.compareTo(other.form);
        }

        private String root() {
            return target.replace('\\', '/').replaceFirst("/$", "");
        }

        /** The place as people write it. */
        String place() {
            boolean target = form == Form.ROOT || form == Form.FILE && root().endsWith("/" + top);
            return form == Form.HOST ? top : target ? root() : root() + "/" + top;
        }

        /** The pattern that assigns all of it. */
        String pattern() {
            String glob = place().replaceAll("[\\\\*?\\[{]", "\\\\$0");
            return switch (form) {
                case HOST -> top;
                case FOLDER -> glob + "/**";
                case FILE -> glob + "**";
                case ROOT -> glob + "/*";
            };
        }

        String kind() {
            return form == Form.HOST ? "hosts" : "paths";
        }
    }

    /** How many findings, and how many of them a quantum computer breaks. */
    private record Count(long findings, long vulnerable) {
        Count plus(Count other) {
            return new Count(findings + other.findings, vulnerable + other.vulnerable);
        }
    }

    private UnassignedCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("systems unassigned")
                .does(
                        "what belongs to no system, with a rule for each place to paste into shirube.yaml",
                        "どのシステムにも属さない検出結果と、shirube.yaml に貼り付ける規則の案")
                .example("shirube systems unassigned", "by target and folder or host", "対象とフォルダー・ホスト別")
                .example("shirube systems unassigned --format json", "for machines", "機械処理用")
                .option(CommonOptions.STORE)
                .option(FORMAT)
                .runs(UnassignedCommand::run);
    }

    private static Exit run(Invocation line, Session session) throws IOException {
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Map<Group, Count> groups = groups(workspace);
            List<String> ids =
                    workspace.systems().stream().map(InformationSystem::id).toList();
            if (line.value("format").orElse("table").equals("json")) {
                JsonStream.document(
                        session.console().outBytes(), json -> json.object(it -> write(it, groups, ids, session)));
                return Exit.DONE;
            }
            print(groups, ids, session);
            return Exit.DONE;
        }
    }

    /** Says below a table of systems how many findings belong to none of them. */
    static void tell(Workspace workspace, Session session) {
        Map<Group, Count> groups = groups(workspace);
        long all = groups.values().stream().mapToLong(Count::findings).sum();
        if (all > 0) {
            session.console()
                    .print(InformationSystem.UNASSIGNED + "  "
                            + session.say(
                                    English.count(all, "finding") + " in " + English.count(groups.size(), "place")
                                            + ": shirube systems unassigned",
                                    "検出 " + all + " 件（" + groups.size() + " か所）：shirube systems unassigned"));
        }
    }

    private static Map<Group, Count> groups(Workspace workspace) {
        SystemMapping mapping = workspace.mapping();
        AlgorithmRegistry registry = AlgorithmRegistry.standard();
        Map<Group, Count> groups = new TreeMap<>();
        workspace.eachRecorded((recorded, target, finding) -> {
            String location = finding.occurrence().location();
            String system = mapping.systemOf(recorded, target, location, Optional.of(finding.asset()));
            if (system.equals(InformationSystem.UNASSIGNED)) {
                boolean vulnerable =
                        finding.function().isUse() && registry.threat(finding.asset()) == QuantumThreat.VULNERABLE;
                groups.merge(Group.of(target, location), new Count(1, vulnerable ? 1 : 0), Count::plus);
            }
        });
        return groups;
    }

    private static String suggested(Group group, List<String> ids) {
        String last = group.target().replace('\\', '/').replaceFirst("/$", "");
        String folder = last.substring(last.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String label = group.top().toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        return ids.stream()
                .filter(it -> it.toLowerCase(Locale.ROOT).equals(label))
                .findFirst()
                .or(() -> ids.stream()
                        .filter(it -> it.toLowerCase(Locale.ROOT).equals(folder))
                        .findFirst())
                .orElse(PLACEHOLDER);
    }

    private static void print(Map<Group, Count> groups, List<String> ids, Session session) {
        if (groups.isEmpty()) {
            session.console().print(session.say("Every finding belongs to a system.", "すべての検出結果がシステムに属しています。"));
            return;
        }
        long all = groups.values().stream().mapToLong(Count::findings).sum();
        session.console()
                .print(session.say(
                        English.count(all, "finding")
                                + " without a system; rules to paste below \"systems:\" in shirube.yaml:",
                        "どのシステムにも属さない検出結果 " + all + " 件。shirube.yaml の systems: の下に貼り付ける規則の案："));
        groups.forEach((group, count) -> {
            session.console().print("");
            session.console().print("# " + group.place());
            session.console()
                    .print("# "
                            + session.say(
                                    English.count(count.findings(), "finding") + ", " + count.vulnerable()
                                            + " vulnerable",
                                    "検出 " + count.findings() + " 件、うち脆弱 " + count.vulnerable() + " 件"));
            session.console().print("  - id: " + suggested(group, ids));
            session.console()
                    .print("    " + group.kind() + ": ['" + group.pattern().replace("'", "''") + "']");
        });
    }

    private static void write(JsonStream json, Map<Group, Count> groups, List<String> ids, Session session)
            throws IOException {
        json.text("schema", "shirube-unassigned/1");
        json.text("as_of", session.asOf().toString());
        json.list("groups", list -> {
            for (Map.Entry<Group, Count> it : groups.entrySet()) {
                Group group = it.getKey();
                list.object(row -> {
                    row.text("target", group.target());
                    row.text("place", group.place());
                    row.number("findings", it.getValue().findings());
                    row.number("vulnerable", it.getValue().vulnerable());
                    row.object("rule", rule -> {
                        rule.text("id", suggested(group, ids));
                        rule.allTexts(group.kind(), List.of(group.pattern()));
                    });
                });
            }
        });
    }
}
