package dev.shirube.shell;

import dev.shirube.planner.roadmap.CapacityBasis;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduleProof;
import dev.shirube.shell.cli.Session;
import java.util.stream.Collectors;

/** How far from the best a roadmap's schedule is at most, and whose work holds it back. */
final class ScheduleLines {
    private static final int SHOWN_TEAMS = 3;

    private final Roadmap roadmap;
    private final Session session;

    ScheduleLines(Roadmap roadmap, Session session) {
        this.roadmap = roadmap;
        this.session = session;
    }

    void print() {
        if (roadmap.basis() == CapacityBasis.TEAMS) {
            roadmap.proof().ifPresent(this::proof);
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
