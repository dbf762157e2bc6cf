package dev.shirube.shell;

import dev.shirube.planner.roadmap.CapacityBasis;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduleProof;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.shell.cli.Session;
import java.util.List;
import java.util.stream.Collectors;

/** What a roadmap's schedule leaves undone and why, how far from the best it is at most, and whose work holds it back. */
final class ScheduleLines {
    private static final int SHOWN_TEAMS = 3;

    private final Roadmap roadmap;
    private final Session session;

    ScheduleLines(Roadmap roadmap, Session session) {
        this.roadmap = roadmap;
        this.session = session;
    }

    void print() {
        late();
        if (roadmap.basis() == CapacityBasis.TEAMS) {
            roadmap.proof().ifPresent(this::proof);
        }
    }

    /** Nothing is left out in silence. */
    private void late() {
        List<ScheduledTask> late =
                roadmap.tasks().stream().filter(ScheduledTask::late).toList();
        if (late.isEmpty()) {
            return;
        }
        say("", "");
        say(
                English.count(late.size(), "task") + " late or without a place:",
                "期限に遅れる、又は配置できない作業 " + late.size() + " 件：");
        for (ScheduledTask task : late) {
            String needs = task.needs().orElseThrow().in(session.language());
            session.console().print("  " + task.task().id() + "  " + needs);
        }
    }

    private void proof(ScheduleProof proof) {
        say("", "");
        long cost = proof.solution().objective();
        if (proof.gapPerMille().isPresent()) {
            String gap = percent(proof.gapPerMille().getAsInt());
            say(
                    "This plan costs " + cost + " score-quarters; every plan costs at least "
                            + proof.solution().bound().orElseThrow() + ": it is at most " + gap
                            + " % above the best (checked).",
                    "この計画の費用は " + cost + " 点・四半期。どの計画も "
                            + proof.solution().bound().orElseThrow() + " を下回らないため、最良との差は最大 " + gap + " %（検査済み）");
        } else {
            say(
                    "This plan costs " + cost + " score-quarters; how far from the best that is was not proved.",
                    "この計画の費用は " + cost + " 点・四半期。最良との差は証明されていない");
        }
        String teams = proof.scarce().stream()
                .limit(SHOWN_TEAMS)
                .map(ScheduleProof.Scarce::team)
                .collect(Collectors.joining(", "));
        if (!teams.isEmpty()) {
            say("What holds it back most: the capacity of " + teams + ".", "計画を最も制約しているもの：チーム " + teams + " の体制");
        }
    }

    private static String percent(int perMille) {
        return perMille / 10 + "." + perMille % 10;
    }

    private void say(String english, String japanese) {
        session.console().print(session.say(english, japanese));
    }
}
