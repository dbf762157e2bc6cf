package dev.shirube.shell;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import dev.shirube.domain.dependency.SystemPair;
import dev.shirube.planner.roadmap.SystemQuestion;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One system in lines that fit a narrow terminal. */
final class SystemLines {

    private static final int LABEL = 20;
    private static final int DECLARED = 29;
    private static final int OBSERVED = 29;
    private static final int WIDTH = 79;

    private final SystemView view;
    private final Session session;

    SystemLines(SystemView view, Session session) {
        this.view = view;
        this.session = session;
    }

    List<String> all() {
        List<String> lines = new ArrayList<>();
        lines.add(view.system().id() + "  " + view.system().name());
        view.priority()
                .flatMap(it -> it.score())
                .ifPresent(it -> lines.add(session.say("score ", "点数 ") + it.value() + " ("
                        + it.band().label().in(session.language()) + ")"));
        if (!view.registered()) {
            lines.add(session.say("not in the register: nothing is declared", "台帳に未登録（記載なし）"));
        }
        lines.add("");
        row(lines, "", session.say("declared", "台帳"), session.say("observed", "観測"));
        view.facts().forEach(it -> fact(lines, it));
        findings(lines);
        coverage(lines);
        dependencies(lines);
        lines.add("");
        lines.addAll(questions(new SystemShowCommand.Asked(view.system(), view.questions(), view.scanned()), session));
        return lines;
    }

    private void fact(List<String> lines, SystemFacts.Fact fact) {
        List<String> said = fact.origin().stream().filter(it -> !it.isEmpty()).toList();
        String origin = said.isEmpty() ? "" : " [" + String.join(", ", said) + "]";
        String declared = fact.declared()
                .map(it -> it.in(session.language()) + origin)
                .orElseGet(() -> session.say("unknown", "不明"));
        String observed = fact.observed()
                .map(it -> (fact.differs() ? session.say("DIFFERS: ", "相違：") : "") + it.in(session.language()))
                .orElse("-");
        row(lines, fact.label().in(session.language()), declared, observed);
    }

    private static void row(List<String> lines, String label, String declared, String observed) {
        List<String> left = Columns.wrap(declared, DECLARED - 1);
        List<String> right = Columns.wrap(observed, OBSERVED);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            lines.add((Columns.pad(i == 0 ? label : "", LABEL)
                            + Columns.pad(i < left.size() ? left.get(i) : "", DECLARED)
                            + (i < right.size() ? right.get(i) : ""))
                    .stripTrailing());
        }
    }

    private void findings(List<String> lines) {
        lines.add("");
        if (!view.scanned()) {
            lines.add(session.say("not scanned: what it uses is unknown, not none", "未調査：「無し」ではなく「不明」です"));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        header.add(session.say("findings (main)", "検出（本番コード）"));
        for (QuantumThreat it : QuantumThreat.values()) {
            header.add(it.id());
        }
        rows.add(header);
        view.counts().forEach((function, counts) -> {
            List<String> row = new ArrayList<>();
            row.add(function.id());
            for (QuantumThreat it : QuantumThreat.values()) {
                row.add(String.valueOf(counts.getOrDefault(it, 0L)));
            }
            rows.add(row);
        });
        lines.addAll(Columns.align(rows));
    }

    private void coverage(List<String> lines) {
        if (!view.scanned()) {
            return;
        }
        long failed = view.files(Coverage.Outcome.FAILED);
        long not = view.files(Coverage.Outcome.NOT_READ) + view.files(Coverage.Outcome.SKIPPED);
        lines.add(session.say(
                "files: " + view.files(Coverage.Outcome.READ) + " read, " + view.files(Coverage.Outcome.NO_ANCHOR)
                        + " searched without a trace, " + failed + " not readable, " + not + " not looked at",
                "ファイル：読取 " + view.files(Coverage.Outcome.READ) + "、検索のみ " + view.files(Coverage.Outcome.NO_ANCHOR)
                        + "、読取不可 " + failed + "、未調査 " + not));
        lines.add(session.say(
                English.count(view.own().diagnostics().size(), "note") + ": shirube inventory coverage --system "
                        + view.system().id(),
                "注意 " + view.own().diagnostics().size() + " 件：shirube inventory coverage --system "
                        + view.system().id()));
    }

    private void dependencies(List<String> lines) {
        lines.add("");
        lines.add(session.say("dependencies", "依存関係"));
        if (view.pairs().isEmpty()) {
            lines.add(
                    "  " + session.say("none declared, none observed (which is not none)", "台帳に記載なし・観測なし（無いとは限りません）"));
        }
        for (SystemPair pair : view.pairs()) {
            DependencyCommand.lines(pair, session).forEach(it -> lines.add("  " + it));
        }
    }

    /** What to ask the owner of a system, and what each answer would do. */
    static List<String> questions(SystemShowCommand.Asked asked, Session session) {
        List<String> lines = new ArrayList<>();
        String owner =
                asked.system().owner().isEmpty() ? "" : " (" + asked.system().owner() + ")";
        lines.add(session.say("questions to ", "確認事項：") + asked.system().id() + " "
                + asked.system().name() + owner);
        if (asked.questions().isEmpty()) {
            lines.add("  "
                    + (asked.scanned()
                            ? session.say("none: no answer would change the score", "なし（回答によって点数は変わりません）")
                            : session.say(
                                    "first scan it: nothing is known of what it uses", "先に調査が必要です（使用している暗号が不明）")));
            return lines;
        }
        SystemQuestion first = asked.questions().get(0);
        lines.add("  " + session.say("score now ", "現在の点数 ") + interval(first.low(), first.high()));
        int number = 1;
        for (SystemQuestion question : asked.questions()) {
            Text label = question.field().label();
            lines.add("  " + number++ + ". " + label.in(session.language()));
            String effect = session.say(
                            "narrows by " + question.sureNarrowing() + " to " + question.bestNarrowing() + " points: ",
                            "幅が " + question.sureNarrowing() + "〜" + question.bestNarrowing() + " 点縮小：")
                    + question.answers().stream()
                            .map(it -> it.label().in(session.language()) + " → " + interval(it.low(), it.high()))
                            .collect(Collectors.joining(session.say(", ", "、")));
            Columns.wrap(effect, WIDTH - 5).forEach(it -> lines.add("     " + it));
        }
        return lines;
    }

    private static String interval(int low, int high) {
        return low == high ? Integer.toString(high) : low + "-" + high;
    }
}
