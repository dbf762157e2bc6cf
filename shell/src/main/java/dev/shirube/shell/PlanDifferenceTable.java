package dev.shirube.shell;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.planner.roadmap.PlanDifference;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.SystemPriority;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints two plans beside each other: what costs, what is late, which systems' scores change, and which tasks move. */
final class PlanDifferenceTable {
    private final Session session;
    private final Roadmap before;
    private final Roadmap after;

    PlanDifferenceTable(Session session, Roadmap before, Roadmap after) {
        this.session = session;
        this.before = before;
        this.after = after;
    }

    void print() {
        PlanDifference difference = PlanDifference.between(before, after);
        List<List<String>> sums = new ArrayList<>();
        sums.add(List.of("", session.say("before", "変更前"), session.say("after", "変更後")));
        sums.add(List.of(session.say("score-quarters", "費用（点・四半期）"), cost(before), cost(after)));
        sums.add(List.of(session.say("above the best at most", "最良との差（最大）"), gap(before), gap(after)));
        sums.add(List.of(session.say("late or without a place", "遅延・配置不能"), late(before), late(after)));
        Columns.align(sums).forEach(session.console()::print);
        scores();
        session.console().print("");
        if (difference.rows().isEmpty()) {
            session.console().print(session.say("Every task stays where it is.", "動く作業はありません。"));
            return;
        }
        session.console()
                .print(session.say(
                        English.count(difference.rows().size(), "task") + " differ, " + difference.same() + " stay:",
                        "変わる作業 " + difference.rows().size() + " 件、変わらない作業 " + difference.same() + " 件"));
        List<List<String>> rows = new ArrayList<>();
        for (PlanDifference.Row row : difference.rows()) {
            String mark = row.nowLate()
                    ? session.say("LATE now  ", "【新たに遅延】")
                    : row.inTimeAgain() ? session.say("in time again  ", "【遅延解消】") : "";
            rows.add(List.of(
                    row.task().task().id(),
                    row.task().task().system(),
                    word(row.kind()).in(session.language()),
                    quarter(row.from()),
                    quarter(row.to()),
                    mark + row.task().task().title().in(session.language())));
        }
        Columns.align(rows).forEach(session.console()::print);
    }

    private void scores() {
        Map<String, SystemPriority> then = new HashMap<>();
        before.systems().forEach(it -> then.put(it.system().id(), it));
        List<List<String>> rows = new ArrayList<>();
        for (SystemPriority now : after.systems()) {
            SystemPriority was = then.get(now.system().id());
            if (was != null && !score(was).equals(score(now))) {
                rows.add(List.of(
                        now.system().id(), score(was), score(now), now.system().name()));
            }
        }
        if (!rows.isEmpty()) {
            session.console().print("");
            session.console().print(session.say("Scores of systems that change:", "点数が変わるシステム"));
            Columns.align(rows).forEach(session.console()::print);
        }
    }

    private static String score(SystemPriority priority) {
        return priority.score().map(it -> it.value()).orElse("-");
    }

    private static String cost(Roadmap roadmap) {
        return roadmap.proof()
                .map(it -> String.valueOf(it.solution().objective()))
                .orElse("-");
    }

    private static String gap(Roadmap roadmap) {
        return roadmap.proof()
                .filter(it -> it.gapPerMille().isPresent())
                .map(it -> it.gapPerMille().getAsInt() / 10 + "."
                        + it.gapPerMille().getAsInt() % 10 + " %")
                .orElse("-");
    }

    private static String late(Roadmap roadmap) {
        return String.valueOf(roadmap.tasks().stream().filter(it -> it.late()).count());
    }

    private static String quarter(Optional<FiscalQuarter> quarter) {
        return quarter.map(FiscalQuarter::toString).orElse("-");
    }

    private static Text word(PlanDifference.Kind kind) {
        return switch (kind) {
            case NEW -> new Text("新規", "new");
            case GONE -> new Text("なくなる", "gone");
            case EARLIER -> new Text("前倒し", "earlier");
            case LATER -> new Text("後ろ倒し", "later");
            case LEFT_OUT -> new Text("配置不能", "left out");
            case PLACED -> new Text("配置可能", "placed");
            case LENGTH -> new Text("期間・期限", "length");
        };
    }
}
