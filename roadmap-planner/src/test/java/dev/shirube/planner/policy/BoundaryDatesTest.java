package dev.shirube.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.DeadlineReading;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Verdict.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day of the old state is inclusive; the new state holds from the next. */
class BoundaryDatesTest {

    @Test
    void everyDatedRuleThatEndsAUseTurnsBetweenItsLastDayAndTheNext() {
        List<String> turned = new ArrayList<>();
        for (PolicyPack pack : PolicyPacks.standard()) {
            for (Citation it : pack.citations()) {
                PolicyRule rule = it.rule();
                if (rule.about() != PolicyRule.About.ASSET
                        || rule.state().effect() != RuleState.Effect.ENDS_USE
                        || rule.lastDay().isEmpty()
                        || !it.couldFail()) {
                    continue;
                }
                LocalDate last = rule.lastDay().get();
                assertThat(worst(pack, rule, last)).as(rule.id()).isNotEqualTo(Outcome.FAIL);
                assertThat(worst(pack, rule, last.plusDays(1))).as(rule.id()).isEqualTo(Outcome.FAIL);
                turned.add(rule.id());
            }
        }
        assertThat(turned).contains("jp-migrate-2035", "jp-s-112-new", "us-14412-ke", "bsi-ke-2031", "au-classical");
        assertThat(turned).hasSizeGreaterThan(25);
    }

    private static Outcome worst(PolicyPack pack, PolicyRule rule, LocalDate asOf) {
        TreeMap<String, String> answers = new TreeMap<>();
        rule.proviso().condition().ifPresent(it -> answers.put(it.name(), it.value()));
        PlanSettings settings = PlanSettings.of(asOf).withAnswers(answers).withPack(pack.id(), Adoption.INTERNAL_RULE);
        Outcome worst = Outcome.NOT_APPLICABLE;
        for (Subject subject : Subjects.all()) {
            String group = rule.match().groups().isEmpty()
                    ? "RSA"
                    : rule.match().groups().get(0);
            Subject exact = new Subject(
                            subject.threat(),
                            Optional.of(group),
                            subject.classicalBits(),
                            subject.function(),
                            subject.operation())
                    .withParameter(rule.match().params().stream().findFirst())
                    .protecting(Optional.of(360));
            for (Verdict verdict : pack.assess(exact, settings, Optional.empty())) {
                worst = verdict.citation().rule().equals(rule) ? worst.and(verdict.outcome()) : worst;
            }
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({
        "2030-12-31, us-14412-ke, WARN",
        "2031-01-01, us-14412-ke, FAIL",
        "2031-01-01, us-14412-sig, WARN",
        "2031-12-31, us-14412-sig, WARN",
        "2032-01-01, us-14412-sig, FAIL"
    })
    void keysAndSignaturesHaveTheirOwnDays(LocalDate asOf, String rule, Outcome expected) {
        PolicyFunction function = rule.endsWith("ke") ? PolicyFunction.KEY_ESTABLISHMENT : PolicyFunction.SIGNATURE;
        PlanSettings settings = PlanSettings.of(asOf).withPack("us-eo14412", Adoption.IN_SCOPE);
        assertThat(outcome("us-eo14412", rule, Subjects.classical("RSA", 128, function), settings, Optional.empty()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2035-12-31, CALENDAR_YEAR, WARN", "2036-01-01, CALENDAR_YEAR, FAIL",
        "2036-03-31, FISCAL_YEAR, WARN", "2036-04-01, FISCAL_YEAR, FAIL"
    })
    void theYear2035EndsInDecemberOrInMarchByTheReadingThatIsPrinted(
            LocalDate completion, DeadlineReading reading, Outcome expected) {
        PlanSettings settings = PlanSettings.of(LocalDate.of(2026, 11, 23))
                .withReading(reading)
                .withPack("jp-2035", Adoption.INTERNAL_RULE);
        Subject p256 = Subjects.classical("ECDSA", 128, PolicyFunction.SIGNATURE);
        assertThat(outcome("jp-2035", "jp-migrate-2035", p256, settings, Optional.of(completion)))
                .isEqualTo(expected);
        boolean fiscal = reading == DeadlineReading.FISCAL_YEAR;
        assertThat(reading.label().ja()).contains(fiscal ? "2036年3月31日" : "2035年12月31日");
        assertThat(reading.label().en()).contains(fiscal ? "2036-03-31" : "2035-12-31");
    }

    @Test
    void theReadingChangesOnlyRulesThatAreAmbiguousAboutIt() {
        for (PolicyPack pack : PolicyPacks.standard()) {
            for (Citation it : pack.citations()) {
                boolean differs = !it.rule()
                        .deadline(DeadlineReading.CALENDAR_YEAR)
                        .equals(it.rule().deadline(DeadlineReading.FISCAL_YEAR));
                assertThat(differs).isEqualTo(it.rule().fiscalLastDay().isPresent());
                if (differs) {
                    assertThat(it.rule().ambiguity().ja()).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2027-03-31, 2026, 4, 8", "2027-04-01, 2027, 1, 9", "2036-03-31, 2035, 4, 17", "2036-04-01, 2036, 1, 18"
    })
    void aFiscalYearOfJapanEndsWithMarchAndIsNamedAfterItsFirst(LocalDate day, int year, int quarter, int reiwa) {
        assertThat(FiscalQuarter.of(day)).isEqualTo(new FiscalQuarter(year, quarter));
        assertThat(FiscalQuarter.of(day).reiwa()).isEqualTo(reiwa);
    }

    private static Outcome outcome(
            String pack, String rule, Subject subject, PlanSettings settings, Optional<LocalDate> completion) {
        return PolicyPacks.byId(pack).orElseThrow().assess(subject, settings, completion).stream()
                .filter(it -> it.citation().rule().id().equals(rule))
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
