package dev.shirube.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Language;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.DeadlineReading;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Verdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final Algorithm RSA_2048 =
            Algorithm.Known.of("rsassa-pkcs1v15").withParameterSet("2048");
    private static final Algorithm P_256 = Algorithm.Known.of("ecdsa").withCurve("nist/P-256");

    @ParameterizedTest
    @CsvSource({
        "2035-12-31, INFORMATION, WARN",
        "2036-01-01, INFORMATION, WARN",
        "2035-12-31, INTERNAL_RULE, WARN",
        "2036-01-01, INTERNAL_RULE, FAIL"
    })
    void theStrategyFailsOnlyWhereItIsAdoptedAndItsLastDayHasPassed(
            LocalDate asOf, Adoption adoption, Outcome expected) {
        PlanSettings settings = PlanSettings.of(asOf).withPack("jp-2035", adoption);
        assertThat(verdict("jp-2035", "jp-migrate-2035", sign(P_256), settings).outcome())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2030-12-31, INTERNAL_RULE, WARN", "2031-01-01, INTERNAL_RULE, FAIL", "2031-01-01, INFORMATION, WARN"})
    void newUseOfRsa2048EndsWithTheYear2030(LocalDate asOf, Adoption adoption, Outcome expected) {
        PlanSettings settings = PlanSettings.of(asOf).withPack("jp-cryptrec-strength", adoption);
        assertThat(verdict("jp-cryptrec-strength", "jp-s-112-new", sign(RSA_2048), settings)
                        .outcome())
                .isEqualTo(expected);
    }

    @Test
    void aCompletionAfterTheDeadlineFailsYearsBeforeIt() {
        PlanSettings settings = adopted(LocalDate.of(2026, 11, 23));
        assertThat(outcomeAt(settings, LocalDate.of(2035, 12, 31))).isEqualTo(Outcome.WARN);
        assertThat(outcomeAt(settings, LocalDate.of(2036, 1, 1))).isEqualTo(Outcome.FAIL);
    }

    private static Outcome outcomeAt(PlanSettings settings, LocalDate completion) {
        return pack("jp-2035").assess(sign(P_256), settings, Optional.of(completion)).stream()
                .filter(it -> it.citation().rule().id().equals("jp-migrate-2035"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void theFiscalYearReadingEndsThreeMonthsLater() {
        PlanSettings fiscal = adopted(LocalDate.of(2036, 3, 31)).withReading(DeadlineReading.FISCAL_YEAR);
        Verdict last = verdict("jp-2035", "jp-migrate-2035", sign(P_256), fiscal);
        assertThat(last.outcome()).isEqualTo(Outcome.WARN);
        assertThat(last.deadline()).contains(LocalDate.of(2036, 3, 31));
        PlanSettings after = adopted(LocalDate.of(2036, 4, 1)).withReading(DeadlineReading.FISCAL_YEAR);
        assertThat(verdict("jp-2035", "jp-migrate-2035", sign(P_256), after).outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void rsa2048HasBothJapaneseDatesAndP256OnlyThatOf2035() {
        PlanSettings settings = adopted(LocalDate.of(2026, 11, 23));
        assertThat(dates(RSA_2048, settings)).containsExactly(LocalDate.of(2030, 12, 31), LocalDate.of(2035, 12, 31));
        assertThat(dates(P_256, settings)).containsExactly(LocalDate.of(2035, 12, 31));
    }

    @Test
    void p256IsNeitherDeprecatedNorWarnedAboutBecauseOf2030() {
        PlanSettings settings = adopted(LocalDate.of(2031, 1, 1));
        assertThat(verdict("jp-cryptrec-strength", "jp-s-112-new", sign(P_256), settings)
                        .outcome())
                .isEqualTo(Outcome.OK);
        Verdict strength = verdict("jp-cryptrec-strength", "jp-s-128", sign(P_256), settings);
        assertThat(strength.outcome()).isEqualTo(Outcome.OK);
        assertThat(strength.deadline()).contains(LocalDate.of(2050, 12, 31));
    }

    @Test
    void verifyingWithRsa2048IsNotNewGenerationAndItsOwnRowIsUnverified() {
        PlanSettings settings = adopted(LocalDate.of(2031, 1, 1));
        Subject verify = subject(RSA_2048, PolicyFunction.SIGNATURE, Operation.PROCESS_EXISTING);
        assertThat(verdict("jp-cryptrec-strength", "jp-s-112-new", verify, settings)
                        .outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(verdict("jp-cryptrec-strength", "jp-s-112-proc", verify, settings)
                        .outcome())
                .isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void anUnverifiedRuleNeverFailsHoweverLateAndHoweverAdopted() {
        PlanSettings settings = adopted(LocalDate.of(2060, 1, 1));
        for (PolicyPack pack : PolicyPacks.inUse(settings)) {
            for (Algorithm algorithm : List.of(RSA_2048, P_256)) {
                assertThat(pack.assess(sign(algorithm), settings, Optional.of(LocalDate.of(2060, 1, 1))))
                        .filteredOn(it -> !it.citation().verified())
                        .isNotEmpty()
                        .noneMatch(it -> it.outcome() == Outcome.FAIL);
            }
        }
        Verdict interim = verdict("jp-2035", "jp-i-2035", sign(P_256), settings);
        assertThat(interim.outcome()).isEqualTo(Outcome.WARN);
        assertThat(interim.citation().line(Language.JA)).contains("未検証");
        assertThatThrownBy(() -> new Verdict(Outcome.FAIL, interim.citation(), interim.deadline(), interim.reason()))
                .hasMessageContaining("jp-i-2035");
    }

    @Test
    void aLineThatCitesADraftSaysSoEvenWhenItIsAdopted() {
        Verdict verdict = verdict("jp-2035", "jp-migrate-2035", sign(P_256), adopted(LocalDate.of(2036, 1, 1)));
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict.citation().line(Language.JA)).contains("案").doesNotContain("未検証");
        assertThat(verdict.citation().line(Language.EN)).contains("draft").contains("line 807");
    }

    @Test
    void aRuleOnVulnerableAlgorithmsSpeaksNeitherOfWhatIsBuiltForItNorOfWhatIsNotPublicKey() {
        PlanSettings settings = adopted(LocalDate.of(2040, 1, 1));
        Subject mlDsa = sign(Algorithm.Known.of("ml-dsa").withParameterSet("65"));
        assertThat(verdict("jp-2035", "jp-migrate-2035", mlDsa, settings).outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
        Subject aes = subject(
                Algorithm.Known.of("aes").withParameterSet("256"), PolicyFunction.SYMMETRIC, Operation.NEW_GENERATION);
        assertThat(verdict("jp-2035", "jp-migrate-2035", aes, settings).outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void whatIsNotKnownIsIndeterminateAndNeverOk() {
        PlanSettings settings = adopted(LocalDate.of(2040, 1, 1));
        Subject unresolved = sign(new Algorithm.Unresolved("java.security.Signature#getInstance"));
        assertThat(verdict("jp-2035", "jp-migrate-2035", unresolved, settings).outcome())
                .isEqualTo(Outcome.INDETERMINATE);
        Subject sizeless = sign(Algorithm.Known.of("rsassa-pkcs1v15"));
        assertThat(verdict("jp-cryptrec-strength", "jp-s-112-new", sizeless, settings)
                        .outcome())
                .isEqualTo(Outcome.INDETERMINATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = RuleState.class,
            names = {"DEPRECATED", "DISALLOWED"})
    void deprecatedAndDisallowedStayTwoStates(RuleState state) {
        Citation model = citation("jp-2035", "jp-migrate-2035");
        PolicyRule like = model.rule();
        PolicyRule rule = new PolicyRule(
                "x",
                like.about(),
                state,
                like.functions(),
                like.operation(),
                like.match(),
                like.proviso(),
                like.firstDay(),
                like.lastDay(),
                like.fiscalLastDay(),
                like.section(),
                like.wording(),
                like.ambiguity(),
                like.evidence(),
                true);
        Citation citation = new Citation("jp-2035", model.policy(), rule);
        Verdict ahead =
                new RuleAssessor(citation, adopted(LocalDate.of(2026, 1, 1)), Optional.empty()).assess(sign(P_256));
        Verdict past =
                new RuleAssessor(citation, adopted(LocalDate.of(2036, 1, 1)), Optional.empty()).assess(sign(P_256));
        boolean disallowed = state == RuleState.DISALLOWED;
        assertThat(past.outcome()).isEqualTo(disallowed ? Outcome.FAIL : Outcome.WARN);
        assertThat(ahead.migrationDue()).isEqualTo(disallowed);
    }

    @Test
    void aRuleWithoutADateCannotBeDecided() {
        Citation model = citation("jp-2035", "jp-earlier");
        Verdict verdict =
                new RuleAssessor(model, adopted(LocalDate.of(2040, 1, 1)), Optional.empty()).assess(sign(P_256));
        assertThat(verdict.outcome()).isEqualTo(Outcome.INDETERMINATE);
    }

    private static Subject sign(Algorithm algorithm) {
        return subject(algorithm, PolicyFunction.SIGNATURE, Operation.NEW_GENERATION);
    }

    private static Subject subject(Algorithm algorithm, PolicyFunction function, Operation operation) {
        QuantumThreat threat = REGISTRY.threat(algorithm);
        OptionalInt bits = REGISTRY.classicalBits(algorithm);
        return new Subject(threat, Optional.of("any"), bits, function, operation);
    }

    private static PlanSettings adopted(LocalDate asOf) {
        return PlanSettings.of(asOf)
                .withPack("jp-2035", Adoption.INTERNAL_RULE)
                .withPack("jp-cryptrec-strength", Adoption.INTERNAL_RULE);
    }

    private static List<LocalDate> dates(Algorithm algorithm, PlanSettings settings) {
        return PolicyPacks.inUse(settings).stream()
                .flatMap(pack -> pack.assess(sign(algorithm), settings, Optional.empty()).stream())
                .filter(Verdict::migrationDue)
                .flatMap(it -> it.deadline().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static PolicyPack pack(String id) {
        return PolicyPacks.byId(id).orElseThrow();
    }

    private static Citation citation(String pack, String rule) {
        return pack(pack).citations().stream()
                .filter(it -> it.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(String pack, String rule, Subject subject, PlanSettings settings) {
        return pack(pack).assess(subject, settings, Optional.empty()).stream()
                .filter(it -> it.citation().rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
