package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.Grade;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Placement;
import dev.shirube.domain.Protection;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.roadmap.SystemQuestion.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SystemQuestionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static InformationSystem system(
            Optional<Integer> impact,
            Optional<Exposure> exposure,
            Optional<Integer> months,
            Optional<LocalDate> trust,
            Optional<Boolean> updatable) {
        InformationSystem it = InformationSystem.undeclared("tax");
        return new InformationSystem(
                "tax",
                "tax",
                "",
                it.responsibility(),
                new Protection(
                        given(impact),
                        Grade.UNKNOWN,
                        Declaration.unknown(),
                        given(months),
                        given(trust),
                        given(updatable)),
                new Placement(Declaration.unknown(), Declaration.unknown(), given(exposure)),
                it.procurement(),
                it.peers(),
                "",
                it.others());
    }

    private static <T> Declaration<T> given(Optional<T> value) {
        return value.map(it -> Declaration.of(it, "s.csv:2")).orElseGet(Declaration::unknown);
    }

    private static Roadmap plan(InformationSystem system) {
        Inventory inventory = Findings.of("tax")
                .code(Algorithm.Known.of("dsa"), CryptoFunction.SIGN, "java.security.Signature#getInstance", "A.class")
                .tls("1.2", "tls://tax.example.jp:443", "x25519")
                .inventory(system);
        return RoadmapPlanner.standard().plan(inventory, Resources.of(List.of()), PlanSettings.of(TODAY));
    }

    private static List<SystemQuestion> questions(InformationSystem system) {
        return SystemQuestions.of(plan(system), system);
    }

    @Test
    void whereAllIsDeclaredNothingIsAsked() {
        assertThat(questions(system(
                        Optional.of(3),
                        Optional.of(Exposure.INTERNET),
                        Optional.of(120),
                        Optional.of(TODAY.plusYears(20)),
                        Optional.of(false))))
                .isEmpty();
    }

    @Test
    void aSystemOfWhichNothingMustMigrateIsAskedNothing() {
        InformationSystem nothing = InformationSystem.undeclared("tax");
        Roadmap roadmap = RoadmapPlanner.standard()
                .plan(Inventory.EMPTY.withSystems(List.of(nothing)), Resources.of(List.of()), PlanSettings.of(TODAY));
        assertThat(SystemQuestions.of(roadmap, nothing)).isEmpty();
    }

    @Test
    void theOneUnknownThatIsLeftClosesTheIntervalWhateverTheAnswer() {
        List<SystemQuestion> questions = questions(system(
                Optional.empty(),
                Optional.of(Exposure.INTERNET),
                Optional.of(1200),
                Optional.of(TODAY.plusYears(20)),
                Optional.of(false)));
        assertThat(questions).extracting(SystemQuestion::field).containsExactly(Field.IMPACT);
        SystemQuestion impact = questions.get(0);
        assertThat(impact.sureNarrowing())
                .isEqualTo(impact.high() - impact.low())
                .isEqualTo(70);
        assertThat(impact.answers())
                .extracting(it -> it.low() + "-" + it.high())
                .containsExactly("30-30", "55-55", "80-80", "100-100");
    }

    /** What an answer is said to do is what a plan says once the answer is declared. */
    @Test
    void anAnswerDoesWhatItIsSaidToDo() {
        Random random = new Random(5);
        int asked = 0;
        for (int round = 0; round < 40; round++) {
            Optional<Integer> impact = maybe(random, 1 + random.nextInt(4));
            Optional<Exposure> exposure = maybe(random, Exposure.values()[random.nextInt(4)]);
            Optional<Integer> months = maybe(random, random.nextInt(400));
            Optional<LocalDate> trust = maybe(random, TODAY.plusMonths(random.nextInt(300)));
            Optional<Boolean> updatable = maybe(random, random.nextBoolean());
            for (SystemQuestion it : questions(system(impact, exposure, months, trust, updatable))) {
                asked++;
                assertThat(it.sureNarrowing()).isLessThanOrEqualTo(it.bestNarrowing());
                if (it.field() == Field.IMPACT) {
                    for (int answer = 1; answer <= 4; answer++) {
                        InformationSystem declared = system(Optional.of(answer), exposure, months, trust, updatable);
                        assertThat(interval(plan(declared)))
                                .isEqualTo(it.answers().get(answer - 1).low() + "-"
                                        + it.answers().get(answer - 1).high());
                    }
                } else if (it.field() == Field.PROTECTION_PERIOD) {
                    assertThat(interval(plan(system(impact, exposure, Optional.of(0), trust, updatable))))
                            .isEqualTo(it.answers().get(0).low() + "-"
                                    + it.answers().get(0).high());
                }
            }
        }
        assertThat(asked).isGreaterThan(50);
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static String interval(Roadmap roadmap) {
        List<Score> scores =
                roadmap.assets().stream().flatMap(it -> it.earliest().stream()).toList();
        return scores.stream().mapToInt(Score::low).max().orElseThrow() + "-"
                + scores.stream().mapToInt(Score::high).max().orElseThrow();
    }
}
