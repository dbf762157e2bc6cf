package dev.shirube.reports.sheet;

import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.policy.Verdict.Outcome;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the plan says of one finding: several assessments where it shows several uses, as a protocol does with its key
 * exchange and its authentication; none where the plan is older than the finding.
 */
record Judgement(List<AssetAssessment> assessments) {
    private static final List<QuantumThreat> WORST_FIRST =
            List.of(QuantumThreat.VULNERABLE, QuantumThreat.UNKNOWN, QuantumThreat.WEAKENED, QuantumThreat.SAFE);

    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.FAIL, Outcome.WARN, Outcome.INDETERMINATE, Outcome.OK, Outcome.NOT_APPLICABLE);

    /** The worst threat of its uses; empty without an assessment. */
    Optional<QuantumThreat> threat() {
        return assessments.stream().map(AssetAssessment::threat).min(Comparator.comparingInt(WORST_FIRST::indexOf));
    }

    /** The worst verdict. */
    Optional<Word> verdict() {
        return verdicts()
                .map(Verdict::outcome)
                .min(Comparator.comparingInt(OUTCOMES::indexOf))
                .map(Judgement::word);
    }

    /** Ids of the rules that warn or fail. */
    List<String> rules() {
        return verdicts()
                .filter(verdict -> verdict.outcome() == Outcome.WARN || verdict.outcome() == Outcome.FAIL)
                .map(verdict -> verdict.citation().rule().id())
                .distinct()
                .toList();
    }

    /** Why a rule could not be applied. */
    Stream<Text> open() {
        return verdicts()
                .filter(verdict -> verdict.outcome() == Outcome.INDETERMINATE)
                .map(Verdict::reason)
                .distinct();
    }

    /** The earliest deadline of an adopted rule. */
    Optional<LocalDate> deadline() {
        return assessments.stream().flatMap(it -> it.deadline().stream()).min(Comparator.naturalOrder());
    }

    /** Ids of the tasks that take care of it. */
    List<String> tasks() {
        return assessments.stream().flatMap(it -> it.task().stream()).distinct().toList();
    }

    /** Why no task does. */
    Stream<Text> untasked() {
        return assessments.stream().flatMap(it -> it.untasked().stream()).distinct();
    }

    private Stream<Verdict> verdicts() {
        return assessments.stream().flatMap(it -> it.verdicts().stream());
    }

    private static Word word(Outcome outcome) {
        return switch (outcome) {
            case OK -> word("○ ", outcome, Tone.GOOD);
            case WARN -> word("△ ", outcome, Tone.CAUTION);
            case FAIL -> word("× ", outcome, Tone.DANGER);
            case INDETERMINATE -> word("？ ", outcome, Tone.CAUTION);
            case NOT_APPLICABLE -> word("― ", outcome, Tone.MUTED);
        };
    }

    private static Word word(String symbol, Outcome outcome, Tone tone) {
        return new Word(
                new Text(symbol + outcome.label().ja(), symbol + outcome.label().en()), tone);
    }
}
