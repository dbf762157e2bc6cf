package dev.shirube.shell;

import dev.shirube.planner.roadmap.CapacityBasis;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduleProof;
import dev.shirube.shell.cli.Session;
import java.util.stream.Collectors;

/** How far from the best a roadmap's schedule is at most, and whose work holds it back. */
final class ScheduleLines {
    private static final int SHOWN = 3;

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
        } else if (proof.provedImpossible()) {
            int missed = proof.solution().missed().size();
            say(
                    "This plan costs " + cost + " score-quarters and misses " + English.count(missed, "deadline")
                            + "; it is proved that no plan meets all of them with these people, budgets and dates (checked).",
                    "この計画の費用は " + cost + " 点・四半期、期限に間に合わない作業は " + missed + " 件。この体制・予算・日程で全ての期限を守る計画がないことは証明済み（検査済み）");
        } else {
            say(
                    "This plan costs " + cost + " score-quarters; how far from the best that is was not proved.",
                    "この計画の費用は " + cost + " 点・四半期。最良との差は証明されていない");
        }
        String japanese = scarce(proof, "チーム ", " の体制", "予算 ");
        String english = scarce(proof, "the capacity of ", "", "the budget ");
        if (!english.isEmpty()) {
            say("What holds it back most: " + english + ".", "計画を最も制約しているもの：" + japanese);
        }
    }

    private static String scarce(ScheduleProof proof, String team, String of, String budget) {
        return proof.scarce().stream()
                .limit(SHOWN)
                .map(it -> it.money() ? budget + it.name() : team + it.name() + of)
                .collect(Collectors.joining(", "));
    }

    private static String percent(int perMille) {
        return perMille / 10 + "." + perMille % 10;
    }

    private void say(String english, String japanese) {
        session.console().print(session.say(english, japanese));
    }
}
