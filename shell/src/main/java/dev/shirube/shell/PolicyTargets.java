package dev.shirube.shell;

import dev.shirube.domain.Text;
import dev.shirube.exchange.JsonStream;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.migration.MigrationMap;
import dev.shirube.planner.migration.Stance;
import dev.shirube.planner.migration.StanceView;
import dev.shirube.planner.migration.Stances;
import dev.shirube.planner.migration.Target;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** {@code policy targets}: what may take the place of each use, by authority, with the standard's status. */
final class PolicyTargets {

    private static final int WIDTH = 79;

    private final Session session;

    private PolicyTargets(Session session) {
        this.session = session;
    }

    static CommandSpec spec() {
        return CommandSpec.named("policy targets")
                .arguments("[USE...]", 0, 50)
                .does("what may replace each use, by authority", "用途ごとの移行先（機関別）")
                .example("shirube policy targets", "by the packs in use", "利用中のパックについて")
                .example("shirube policy targets tls13-kex --pack cnsa2,bsi", "one use, two authorities", "1 用途を 2 機関で")
                .option(PolicyCommands.PACK)
                .option(PolicyCommands.FORMAT)
                .runs(PolicyTargets::run);
    }

    private static Exit run(Invocation line, Session session) throws IOException {
        PlanSettings settings = Planning.settings(session);
        List<String> packs = line.has("pack")
                ? Planning.named(line.values("pack")).stream()
                        .map(PolicyPack::id)
                        .toList()
                : List.copyOf(settings.packs().keySet());
        List<Stance> stances = Stances.standard().of(packs);
        List<String> known = List.copyOf(MigrationMap.standard().uses());
        List<String> uses = line.arguments().isEmpty() ? known : line.arguments();
        uses.stream().filter(it -> !known.contains(it)).findFirst().ifPresent(it -> {
            throw CommandFailure.usage(
                    "There is no use \"" + it + "\". Choose from: " + String.join(", ", known) + ".",
                    "用途「" + it + "」はありません。次から選んでください：" + String.join(", ", known));
        });
        if (stances.isEmpty()) {
            throw CommandFailure.usage(
                    "None of these packs says what to move to: " + String.join(", ", packs)
                            + ". Name others with --pack.",
                    "移行先を示すパックがありません：" + String.join(", ", packs) + "。--pack で別のパックを指定してください。");
        }
        if (PolicyCommands.json(line)) {
            return PolicyCommands.document(session, json -> json(json, uses, stances, settings));
        }
        PolicyTargets page = new PolicyTargets(session);
        uses.forEach(use -> page.use(use, stances));
        stances.forEach(page::stance);
        return Exit.DONE;
    }

    private static List<StanceView> views(String use, List<Stance> stances) {
        return stances.stream()
                .map(it -> Stances.standard().view(use, PolicyFunction.UNKNOWN, it))
                .toList();
    }

    private void use(String use, List<Stance> stances) {
        print(0, use + "  " + in(MigrationMap.standard().name(use)));
        List<StanceView> views = views(use, stances);
        for (StanceView view : views) {
            print(2, in(view.stance().name()) + session.say(": ", "：") + choices(view));
        }
        if (views.size() > 1 && views.stream().anyMatch(StanceView::available)) {
            List<StanceView.Choice> agreed = Stances.agreed(views);
            print(
                    2,
                    agreed.isEmpty()
                            ? session.say(
                                    "no final standard that all accept: decide, and record why",
                                    "すべてが受け入れる発行済の標準はない。選択し、理由を記録する")
                            : session.say("all accept: ", "すべてが受け入れる：")
                                    + agreed.stream().map(this::choice).collect(Collectors.joining("; ")));
        }
    }

    private String choices(StanceView view) {
        if (view.choices().isEmpty()) {
            return in(view.why());
        }
        return view.choices().stream().map(this::choice).collect(Collectors.joining("; "))
                + (view.available() ? "" : session.say(" -> WAIT, with a day of review", " → 待機（見直し日を定める）"));
    }

    private String choice(StanceView.Choice choice) {
        Target target = choice.target();
        String parameters = String.join(", ", choice.parameters());
        String name = in(target.name());
        return name
                + (parameters.isEmpty() || name.equals(parameters) ? "" : " [" + parameters + "]")
                + " ("
                + (target.reference().isEmpty() ? "" : target.reference() + ", ")
                + in(target.status().label())
                + (target.verified() ? "" : session.say(", unverified", "、未検証"))
                + ")";
    }

    private void stance(Stance stance) {
        print(
                0,
                in(stance.name())
                        + session.say(" on hybrids: ", "の併用についての立場：")
                        + in(stance.hybrid())
                        + (stance.verified() ? "" : session.say(" (unverified)", "（未検証）")));
    }

    private void print(int indent, String text) {
        String before = " ".repeat(indent);
        for (String line : Columns.wrap(text, WIDTH - indent - 2)) {
            session.console().print(before + line);
            before = " ".repeat(indent + 2);
        }
    }

    private String in(Text text) {
        return text.in(session.language());
    }

    private static void json(JsonStream json, List<String> uses, List<Stance> stances, PlanSettings settings)
            throws IOException {
        PolicyJson.head(json, "shirube-policy-targets/1", settings);
        json.list("uses", list -> {
            for (String use : uses) {
                list.object(item -> {
                    List<StanceView> views = views(use, stances);
                    item.text("id", use);
                    PolicyJson.text(item, "name", MigrationMap.standard().name(use));
                    item.list("authorities", authorities -> {
                        for (StanceView view : views) {
                            authorities.object(it -> {
                                it.text("id", view.stance().id());
                                it.truth("available", view.available());
                                choices(it, "targets", view.choices());
                                PolicyJson.text(it, "why", view.why());
                            });
                        }
                    });
                    choices(item, "agreed", Stances.agreed(views));
                });
            }
        });
    }

    private static void choices(JsonStream json, String name, List<StanceView.Choice> choices) throws IOException {
        json.list(name, list -> {
            for (StanceView.Choice it : choices) {
                list.object(item -> {
                    PolicyJson.text(item, "name", it.target().name());
                    item.allTexts("parameters", it.parameters());
                    item.text("construction", it.target().construction());
                    item.text("reference", it.target().reference());
                    item.text("status", it.target().status().id());
                    item.text("evidence", it.target().evidence().name());
                    item.truth("verified", it.target().verified());
                });
            }
        });
    }
}
