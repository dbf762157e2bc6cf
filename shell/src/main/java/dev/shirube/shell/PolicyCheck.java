package dev.shirube.shell;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.exchange.JsonStream;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.policy.Verdict.Outcome;
import dev.shirube.planner.policy.Verdicts;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code policy check}: what the rules say of the inventory in the store, use by use. */
final class PolicyCheck {

    private static final OptionSpec FAIL_ON = OptionSpec.choice(
            "fail-on", List.of("fail", "warn"), "end in 1 for such a verdict, or a worse one", "この判定以上があれば終了コード 1");

    private static final int WIDTH = 79;

    /**
     * The uses of one algorithm in one system for one function.
     *
     * @param verdicts all that the rules say of them, together
     * @param places findings
     */
    private record Row(String system, String name, PolicyFunction function, Verdicts verdicts, int places) {}

    private PolicyCheck() {}

    static CommandSpec spec() {
        return CommandSpec.named("policy check")
                .does("what the policies say of the inventory", "棚卸しに対する方針の判定")
                .example("shirube policy check", "with the packs of shirube.yaml", "shirube.yaml のパックで")
                .example("shirube policy check --pack cnsa2 --fail-on fail", "one pack, as a gate", "1 つのパックで、判定として")
                .option(PolicyCommands.PACK)
                .option(CommonOptions.SYSTEM)
                .option(CommonOptions.STORE)
                .option(FAIL_ON)
                .option(PolicyCommands.FORMAT)
                .runs(PolicyCheck::run);
    }

    private static Exit run(Invocation line, Session session) throws IOException {
        PlanSettings settings = settings(line, session);
        Optional<String> system = line.value("system");
        List<AssetAssessment> assets;
        try (Workspace workspace = Workspaces.existing(line, session)) {
            assets = Planning.plan(workspace.inventory(), workspace, settings).assets().stream()
                    .filter(it -> it.context() == CodeContext.MAIN)
                    .filter(it -> system.map(it.system()::equals).orElse(true))
                    .toList();
        }
        List<Row> rows = rows(assets);
        if (PolicyCommands.json(line)) {
            PolicyCommands.document(session, json -> json(json, rows, settings));
        } else {
            print(rows, settings, session);
        }
        return gate(line, rows, session);
    }

    private static PlanSettings settings(Invocation line, Session session) {
        PlanSettings settings = Planning.settings(session);
        List<PolicyPack> named = Planning.named(line.values("pack"));
        if (named.isEmpty()) {
            return settings;
        }
        PlanSettings only = settings.withoutPacks();
        for (PolicyPack pack : named) {
            only = only.withPack(pack.id(), settings.adoption(pack.id()));
        }
        return only;
    }

    private static List<Row> rows(List<AssetAssessment> assets) {
        Map<String, Row> rows = new TreeMap<>();
        for (AssetAssessment it : assets) {
            if (it.verdicts().isEmpty()) {
                continue;
            }
            Row row = new Row(
                    it.system(),
                    it.name(),
                    it.function(),
                    Verdicts.of(it.verdicts()),
                    it.findings().size());
            rows.merge(String.join("\n", it.system(), it.name(), it.function().id()), row, PolicyCheck::together);
        }
        return rows.values().stream()
                .sorted(Comparator.comparing(Row::system)
                        .thenComparing(row -> -List.of(
                                        Outcome.NOT_APPLICABLE,
                                        Outcome.OK,
                                        Outcome.INDETERMINATE,
                                        Outcome.WARN,
                                        Outcome.FAIL)
                                .indexOf(row.verdicts().outcome()))
                        .thenComparing(Row::name)
                        .thenComparing(Row::function))
                .toList();
    }

    private static Row together(Row one, Row two) {
        return new Row(
                one.system(),
                one.name(),
                one.function(),
                one.verdicts().and(two.verdicts()),
                one.places() + two.places());
    }

    private static void print(List<Row> rows, PlanSettings settings, Session session) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<List<String>> cells = new ArrayList<>();
        List<Row> shown = new ArrayList<>();
        cells.add(List.of(
                session.say("system", "システム"),
                session.say("verdict", "判定"),
                session.say("deadline", "期限"),
                session.say("places", "箇所"),
                session.say("algorithm (function)", "アルゴリズム（用途）")));
        for (Row row : rows) {
            Outcome outcome = row.verdicts().outcome();
            counts.merge(outcome, 1, Integer::sum);
            if (outcome != Outcome.NOT_APPLICABLE) {
                shown.add(row);
                cells.add(List.of(
                        row.system(),
                        word(row.verdicts(), session.language()),
                        row.verdicts().effective(settings).map(String::valueOf).orElse("-"),
                        String.valueOf(row.places()),
                        row.name()
                                + session.say(" (", "（")
                                + row.function().label().in(session.language())
                                + session.say(")", "）")));
            }
        }
        List<String> lines = Columns.align(cells);
        session.console().print(cut(lines.get(0)));
        for (int i = 0; i < shown.size(); i++) {
            session.console().print(cut(lines.get(i + 1)));
            reasons(shown.get(i), session);
        }
        session.console().print("");
        rules(shown, session);
        session.console()
                .print(counts.entrySet().stream()
                        .map(it -> it.getKey().label().in(session.language()) + " " + it.getValue())
                        .collect(Collectors.joining(session.say(", ", "、"))));
        wrapped(
                0,
                session.say(
                        "As of " + settings.asOf() + "; packs: " + packs(settings) + "; 2035 read as "
                                + settings.reading().label().en() + ". \"+?\": a rule could not be decided.",
                        "基準日 " + settings.asOf() + "、パック：" + packs(settings) + "、2035年の読み方："
                                + settings.reading().label().ja() + "。「+?」：判定できない規則がある。"),
                session);
    }

    private static String packs(PlanSettings settings) {
        return settings.packs().entrySet().stream()
                .map(it -> it.getKey() + " (" + it.getValue().id() + ")")
                .collect(Collectors.joining(", "));
    }

    /** What decides, every date with its rules, and what is open; the reasons of failures in words. */
    private static void reasons(Row row, Session session) {
        Verdicts verdicts = row.verdicts();
        Map<LocalDate, Set<String>> dates = new TreeMap<>();
        Set<String> open = new TreeSet<>();
        for (Verdict it : verdicts.all()) {
            String rule = it.citation().rule().id();
            if (it.outcome() == Outcome.INDETERMINATE) {
                open.add(rule);
            } else if (it.outcome() == Outcome.WARN || it.outcome() == Outcome.FAIL) {
                dates.computeIfAbsent(it.deadline().orElse(LocalDate.MAX), day -> new TreeSet<>())
                        .add(rule);
            }
        }
        List<String> parts = new ArrayList<>();
        dates.forEach(
                (day, rules) -> parts.add((day.equals(LocalDate.MAX) ? "" : day + " ") + String.join(", ", rules)));
        if (!open.isEmpty()) {
            parts.add(session.say("open: ", "判定できない：") + String.join(", ", open));
        }
        if (!parts.isEmpty()) {
            wrapped(4, String.join("; ", parts), session);
        }
        verdicts.deciding().stream()
                .filter(it -> it.outcome() == Outcome.FAIL)
                .map(it -> it.citation().rule().id()
                        + session.say(": ", "：")
                        + it.reason().in(session.language()))
                .distinct()
                .forEach(it -> wrapped(4, it, session));
    }

    /** Every rule that a shown row names, once, with its citation. */
    private static void rules(List<Row> shown, Session session) {
        Map<String, String> rules = new TreeMap<>();
        for (Row row : shown) {
            for (Verdict it : row.verdicts().all()) {
                if (it.outcome() != Outcome.OK && it.outcome() != Outcome.NOT_APPLICABLE) {
                    rules.put(it.citation().rule().id(), it.citation().line(session.language()));
                }
            }
        }
        rules.values().forEach(it -> wrapped(2, it, session));
    }

    /** A line as wide as a narrow terminal at most; the JSON has the whole of it. */
    private static String cut(String line) {
        if (Columns.width(line) <= WIDTH) {
            return line;
        }
        StringBuilder kept = new StringBuilder();
        line.codePoints()
                .takeWhile(it -> Columns.width(kept + Character.toString(it)) < WIDTH - 1)
                .forEach(kept::appendCodePoint);
        return kept + "…";
    }

    private static void wrapped(int indent, String text, Session session) {
        for (String line : Columns.wrap(text, WIDTH - indent)) {
            session.console().print((" ".repeat(indent) + line).stripTrailing());
        }
    }

    private static String word(Verdicts verdicts, Language language) {
        Outcome outcome = verdicts.outcome();
        return outcome.label().in(language) + (verdicts.open() && outcome != Outcome.INDETERMINATE ? "+?" : "");
    }

    private static void json(JsonStream json, List<Row> rows, PlanSettings settings) throws IOException {
        PolicyJson.head(json, "shirube-policy-check/1", settings);
        json.list("packs", list -> settings.packs().forEach((id, adoption) -> list.text(id)));
        json.list("uses", list -> {
            for (Row row : rows) {
                list.object(item -> {
                    item.text("system", row.system());
                    item.text("algorithm", row.name());
                    item.text("function", row.function().id());
                    PolicyJson.text(
                            item,
                            "functionName",
                            new Text(
                                    row.function().label().ja(),
                                    row.function().label().en()));
                    item.number("places", row.places());
                    PolicyJson.outcome(item, row.verdicts(), settings);
                });
            }
        });
    }

    private static Exit gate(Invocation line, List<Row> rows, Session session) {
        Optional<String> condition = line.value("fail-on");
        boolean trips = condition.isPresent()
                && rows.stream()
                        .map(it -> it.verdicts().outcome())
                        .anyMatch(it -> it == Outcome.FAIL
                                || it == Outcome.WARN && condition.get().equals("warn"));
        if (!trips) {
            return Exit.DONE;
        }
        session.console()
                .warn(session.say(
                        "gate: --fail-on " + condition.get() + " tripped",
                        "判定：--fail-on " + condition.get() + " に該当しました"));
        return Exit.GATE;
    }
}
