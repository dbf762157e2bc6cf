package dev.shirube.shell;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.mapping.Assignment;
import dev.shirube.domain.mapping.PlacePattern;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.mapping.WrongPatternException;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code systems assign}: what somebody decides about where findings belong, above rules and scans, until taken back. */
final class AssignCommand {

    private static final String NOBODY = "unknown";

    private AssignCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("systems assign")
                .does(
                        "give findings to a system, above all rules; or list and take back such decisions",
                        "検出結果を別のシステムへ割り当てる（規則より優先）。一覧と取消しも")
                .example(
                        "shirube systems assign --system juki --path 'juki/**' --dry-run",
                        "how many findings would move from where to where",
                        "移動する件数を確認（保存しない）")
                .example(
                        "shirube systems assign --system hp --host '*.city.example.jp'",
                        "all endpoints below a name",
                        "ある名前以下のすべての接続先")
                .example(
                        "shirube systems assign --system ninsho --asset certificate:sha256=…",
                        "one asset wherever it was seen",
                        "1 つの資産（場所を問わない）")
                .example("shirube systems assign --list", "who decided what, and when", "誰がいつ何を決めたか")
                .example("shirube systems assign --remove 2", "take the second one back", "2 番目を取り消す")
                .option(CommonOptions.STORE)
                .option(OptionSpec.value("system", "ID", "the system that gets them", "割当先のシステム"))
                .option(OptionSpec.value("path", "GLOB", "logical paths, or target and path", "論理パス、または対象＋パス"))
                .option(OptionSpec.value("host", "PATTERN", "name, *.name, address or block", "ホスト名、*.名前、アドレス、ブロック"))
                .option(OptionSpec.value("asset", "ID", "one asset", "資産の ID"))
                .option(OptionSpec.value("by", "NAME", "who decides (default: the user)", "決定者（既定は OS のユーザー名）"))
                .option(OptionSpec.flag("dry-run", "show what would move, keep nothing", "移動件数の表示のみ（保存しない）"))
                .option(OptionSpec.flag("list", "show what was decided", "割当ての一覧"))
                .option(OptionSpec.number("remove", "take back that one of the list", "一覧の番号を指定して取り消す"))
                .runs(AssignCommand::run);
    }

    private static Exit run(Invocation line, Session session) {
        int asked = (line.has("list") ? 1 : 0)
                + (line.number("remove").isPresent() ? 1 : 0)
                + (line.value("system").isPresent() ? 1 : 0);
        if (asked != 1) {
            throw usage();
        }
        Optional<PlacePattern> pattern = line.value("system").map(it -> pattern(line));
        try (Workspace workspace = Workspaces.existing(line, session)) {
            if (line.has("list")) {
                return list(workspace, session);
            }
            return pattern.isPresent()
                    ? assign(line, pattern.get(), workspace, session)
                    : remove(line, workspace, session);
        }
    }

    private static CommandFailure usage() {
        return CommandFailure.usage(
                "Give --system ID with one of --path, --host and --asset; or --list; or --remove N.",
                "--system ID と、--path・--host・--asset のいずれか 1 つを指定してください。または --list か --remove N を指定してください。");
    }

    private static PlacePattern pattern(Invocation line) {
        List<PlacePattern.Kind> kinds =
                List.of(PlacePattern.Kind.PATH, PlacePattern.Kind.HOST, PlacePattern.Kind.ASSET).stream()
                        .filter(it -> line.value(it.id()).isPresent())
                        .toList();
        if (kinds.size() != 1 || line.value("system").orElseThrow().isBlank()) {
            throw usage();
        }
        PlacePattern.Kind kind = kinds.get(0);
        try {
            return PlacePattern.of(kind, line.value(kind.id()).orElseThrow());
        } catch (WrongPatternException e) {
            throw CommandFailure.usage(
                    "--" + kind.id() + ": " + e.text().en(),
                    "--" + kind.id() + "：" + e.text().ja());
        }
    }

    private static Exit assign(Invocation line, PlacePattern pattern, Workspace workspace, Session session) {
        String system = line.value("system").orElseThrow();
        Assignment assignment = new Assignment(
                system,
                pattern,
                line.value("by").orElseGet(() -> System.getProperty("user.name", NOBODY)),
                session.asOf());
        warnOfUnknown(system, workspace, session);
        SystemMapping before = workspace.mapping();
        SystemMapping after = new SystemMapping(before.rules(), with(before.assignments(), assignment));
        long moved = move(before, after, workspace, session);
        if (moved == 0) {
            session.console()
                    .advise(session.say(
                            "Nothing that is kept today moves. The pattern is compared with logical paths, with targets, and"
                                    + " with both joined; see: shirube systems unassigned",
                            "現在の検出結果で移動するものはありません。パターンは論理パス、対象、その両方をつないだものと照合します（参照：shirube systems unassigned）。"));
        }
        if (line.has("dry-run")) {
            session.console().print(session.say("nothing was kept", "保存していません"));
            return Exit.DONE;
        }
        int number = workspace
                .changeAssignments(it -> with(it, assignment), assignment.by())
                .size();
        session.console().print(session.say("kept as number " + number, "番号 " + number + " として保存しました"));
        return Exit.DONE;
    }

    /** The same pattern again takes the earlier one's place, and stands above all others. */
    private static List<Assignment> with(List<Assignment> assignments, Assignment more) {
        List<Assignment> all = new ArrayList<>(assignments);
        all.removeIf(it -> it.pattern().equals(more.pattern()));
        all.add(more);
        return all;
    }

    private static void warnOfUnknown(String system, Workspace workspace, Session session) {
        List<InformationSystem> register = workspace.systems();
        boolean known = system.equals(InformationSystem.UNASSIGNED)
                || register.stream().anyMatch(it -> it.id().equals(system));
        if (!known && !register.isEmpty()) {
            session.console()
                    .warn(session.say(
                            "warning: the system \"" + system
                                    + "\" is not in the register. Correct the id, or register it.",
                            "警告：システム「" + system + "」は台帳にありません。ID を修正するか、台帳に登録してください。"));
        }
    }

    /** Prints how many findings go from where to where. */
    private static long move(SystemMapping before, SystemMapping after, Workspace workspace, Session session) {
        Map<List<String>, Long> moves =
                new TreeMap<>((one, other) -> String.join("\0", one).compareTo(String.join("\0", other)));
        workspace.eachRecorded((recorded, target, finding) -> {
            String location = finding.occurrence().location();
            String from = before.systemOf(recorded, target, location, Optional.of(finding.asset()));
            String to = after.systemOf(recorded, target, location, Optional.of(finding.asset()));
            if (!from.equals(to)) {
                moves.merge(List.of(from, to), 1L, Long::sum);
            }
        });
        if (!moves.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(session.say("findings", "検出件数"), session.say("from", "移動元"), session.say("to", "移動先")));
            moves.forEach((key, count) -> rows.add(List.of(String.valueOf(count), key.get(0), key.get(1))));
            Columns.align(rows).forEach(session.console()::print);
        }
        return moves.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Exit list(Workspace workspace, Session session) {
        List<Assignment> assignments = workspace.mapping().assignments();
        if (assignments.isEmpty()) {
            session.console().advise(session.say("Nothing was assigned explicitly.", "明示的な割当てはありません。"));
            return Exit.DONE;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("no.", "番号"),
                session.say("system", "システム"),
                session.say("on", "日付"),
                session.say("by", "決定者"),
                session.say("what", "対象")));
        for (int i = 0; i < assignments.size(); i++) {
            Assignment it = assignments.get(i);
            rows.add(List.of(
                    String.valueOf(i + 1),
                    it.system(),
                    it.on().toString(),
                    it.by(),
                    it.pattern().toString()));
        }
        Columns.align(rows).forEach(session.console()::print);
        return Exit.DONE;
    }

    private static Exit remove(Invocation line, Workspace workspace, Session session) {
        SystemMapping before = workspace.mapping();
        int number = line.number("remove").orElseThrow();
        if (number < 1 || number > before.assignments().size()) {
            throw CommandFailure.usage(
                    "There is no assignment number " + number + ". See: shirube systems assign --list",
                    "番号 " + number + " の割当てはありません。shirube systems assign --list で確認してください。");
        }
        Assignment gone = before.assignments().get(number - 1);
        move(before, new SystemMapping(before.rules(), without(before.assignments(), gone)), workspace, session);
        if (line.has("dry-run")) {
            session.console().print(session.say("nothing was kept", "保存していません"));
            return Exit.DONE;
        }
        workspace.changeAssignments(
                it -> without(it, gone), line.value("by").orElseGet(() -> System.getProperty("user.name", NOBODY)));
        session.console().print(session.say("taken back: ", "取り消しました：") + gone.system() + ": " + gone.pattern());
        return Exit.DONE;
    }

    private static List<Assignment> without(List<Assignment> assignments, Assignment gone) {
        return assignments.stream().filter(it -> !it.equals(gone)).toList();
    }
}
