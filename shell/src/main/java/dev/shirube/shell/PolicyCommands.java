package dev.shirube.shell;

import dev.shirube.exchange.JsonStream;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.Conflict;
import dev.shirube.planner.policy.Conflicts;
import dev.shirube.planner.policy.PackDiff;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.PolicyPacks;
import dev.shirube.planner.policy.Provenance;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code policy}: the packs of rules, what they say of the inventory, and where they contradict one another. */
final class PolicyCommands {

    static final OptionSpec FORMAT =
            OptionSpec.choice("format", List.of("table", "json"), "table (default) or json", "表（既定）または json");

    static final OptionSpec PACK =
            OptionSpec.values("pack", "PACK[,PACK]", "these packs only, for example bsi,au", "このパックのみ（例：bsi,au）");

    private PolicyCommands() {}

    static List<CommandSpec> all() {
        return List.of(
                CommandSpec.named("policy list")
                        .does("the policy packs there are", "方針パックの一覧")
                        .example("shirube policy list", "with rules, evidence, age, adoption", "規則数・確認・鮮度・採用")
                        .option(FORMAT)
                        .runs(PolicyCommands::list),
                CommandSpec.named("policy show")
                        .arguments("PACK", 1, 1)
                        .does("a pack's rules with their citations", "方針パックの規則と出典")
                        .example("shirube policy show jp-2035", "rules, dates, sources", "規則・期日・出典")
                        .option(FORMAT)
                        .runs(PolicyCommands::show),
                PolicyCheck.spec(),
                CommandSpec.named("policy conflicts")
                        .does("where authorities contradict one another", "各国・各機関の方針が食い違う点")
                        .example("shirube policy conflicts", "among all packs", "すべてのパックについて")
                        .example("shirube policy conflicts --pack bsi,au", "between two", "2 つの間で")
                        .option(PACK)
                        .option(FORMAT)
                        .runs(PolicyCommands::conflicts),
                PolicyTargets.spec(),
                CommandSpec.named("policy diff")
                        .arguments("PACK FILE", 2, 2)
                        .does("what would change if FILE took the pack's place", "パックを FILE に置き換えたときの変化")
                        .example(
                                "shirube policy diff jp-roadmap roadmap.yaml",
                                "on the day the national roadmap is out",
                                "国の工程表が公表された日に")
                        .option(FORMAT)
                        .runs(PolicyCommands::diff));
    }

    static boolean json(Invocation line) {
        return line.value("format").filter("json"::equals).isPresent();
    }

    /** Writes one JSON document to standard output. */
    static Exit document(Session session, JsonStream.Body body) throws IOException {
        JsonStream.document(session.console().outBytes(), json -> json.object(body));
        return Exit.DONE;
    }

    private static Exit list(Invocation line, Session session) throws IOException {
        PlanSettings settings = Planning.settings(session);
        if (json(line)) {
            return document(session, json -> PolicyJson.packs(json, settings));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("pack", "パック"),
                session.say("version", "版"),
                session.say("where", "国等"),
                session.say("rules", "規則"),
                session.say("verified", "確認済"),
                session.say("reading", "鮮度"),
                session.say("use", "扱い")));
        for (PolicyPack pack : PolicyPacks.standard()) {
            long verified = pack.citations().stream().filter(Citation::verified).count();
            rows.add(List.of(
                    pack.id(),
                    pack.version(),
                    pack.jurisdiction(),
                    String.valueOf(pack.citations().size()),
                    pack.citations().isEmpty()
                            ? "-"
                            : verified + "/" + pack.citations().size(),
                    staleness(pack.staleness(session.asOf()), session),
                    use(pack, settings, session)));
        }
        List<String> lines = Columns.align(rows);
        session.console().print(lines.get(0));
        for (int i = 0; i < PolicyPacks.standard().size(); i++) {
            session.console().print(lines.get(i + 1));
            session.console()
                    .print("    " + PolicyPacks.standard().get(i).name().in(session.language()));
        }
        session.console()
                .advise(session.say(
                        "As of " + session.asOf() + ". Rules in detail: shirube policy show PACK",
                        "基準日 " + session.asOf() + "。規則の詳細：shirube policy show パック"));
        return Exit.DONE;
    }

    static String staleness(Provenance.Staleness staleness, Session session) {
        return switch (staleness) {
            case FRESH -> session.say("fresh", "有効");
            case STALE -> session.say("stale", "要再確認");
            case UNKNOWN -> session.say("unknown", "不明");
        };
    }

    private static String use(PolicyPack pack, PlanSettings settings, Session session) {
        if (!settings.packs().containsKey(pack.id())) {
            return pack.informationOnly() ? session.say("- (info only)", "-（参考）") : "-";
        }
        if (pack.informationOnly()) {
            return session.say("info only", "参考");
        }
        return switch (settings.adoption(pack.id())) {
            case INFORMATION -> session.say("shown", "表示");
            case IN_SCOPE -> session.say("in scope", "適用範囲内");
            case OUT_OF_SCOPE -> session.say("out of scope", "適用範囲外");
            case INTERNAL_RULE -> session.say("adopted", "採用");
        };
    }

    /** The words of the settings file for how a pack is used; empty where it is not in use. */
    static String adoption(PolicyPack pack, PlanSettings settings) {
        Adoption adoption = settings.packs().get(pack.id());
        return adoption == null ? "" : adoption.id();
    }

    private static Exit show(Invocation line, Session session) throws IOException {
        PolicyPack pack = Planning.known(line.arguments().get(0));
        PlanSettings settings = Planning.settings(session);
        if (json(line)) {
            return document(session, json -> PolicyJson.pack(json, pack, settings));
        }
        new PolicyPage(session, settings).pack(pack);
        return Exit.DONE;
    }

    private static Exit conflicts(Invocation line, Session session) throws IOException {
        List<PolicyPack> named = Planning.named(line.values("pack"));
        List<Conflict> conflicts = Conflicts.among(named.isEmpty() ? PolicyPacks.standard() : named);
        PlanSettings settings = Planning.settings(session);
        if (json(line)) {
            return document(session, json -> PolicyJson.conflicts(json, conflicts, settings));
        }
        PolicyPage page = new PolicyPage(session, settings);
        conflicts.forEach(page::conflict);
        if (conflicts.isEmpty()) {
            session.console()
                    .print(session.say("No contradiction is known among these packs.", "これらのパックの間に既知の食い違いはありません。"));
        }
        return Exit.DONE;
    }

    private static Exit diff(Invocation line, Session session) throws IOException {
        PolicyPack before = Planning.known(line.arguments().get(0));
        PolicyPack after = PackFile.read(Path.of(line.arguments().get(1)), before.id());
        PlanSettings settings = Planning.settings(session);
        PackDiff diff = PackDiff.between(before, after, settings);
        if (json(line)) {
            return document(session, json -> PolicyJson.diff(json, diff, settings));
        }
        new PolicyPage(session, settings).diff(diff);
        return Exit.DONE;
    }
}
