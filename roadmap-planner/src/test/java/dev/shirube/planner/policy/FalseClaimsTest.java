package dev.shirube.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shirube.domain.Language;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Verdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What circulates and is wrong: each test fails if somebody writes the claim into a pack. */
class FalseClaimsTest {

    private static final LocalDate END_2035 = LocalDate.of(2035, 12, 31);
    private static final PolicyFunction KEYS = PolicyFunction.KEY_ESTABLISHMENT;
    private static final PolicyFunction SIGNATURE = PolicyFunction.SIGNATURE;

    /** "NIST bans RSA-2048 in 2030". */
    @Test
    void nistDoesNotBanRsa2048In2030() {
        for (PolicyFunction function : List.of(KEYS, SIGNATURE)) {
            List<Verdict> after2030 = nist(Subjects.classical("RSA", 112, function), LocalDate.of(2031, 1, 1));
            assertThat(after2030).noneMatch(it -> it.outcome() == Outcome.FAIL);
            assertThat(after2030)
                    .filteredOn(it -> it.outcome() == Outcome.WARN)
                    .extracting(it -> it.citation().rule().state())
                    .containsExactlyInAnyOrder(RuleState.DEPRECATED, RuleState.DISALLOWED);
            assertThat(nist(Subjects.classical("RSA", 112, function), LocalDate.of(2036, 1, 1)))
                    .filteredOn(it -> it.outcome() == Outcome.FAIL)
                    .singleElement()
                    .matches(it -> it.deadline().equals(Optional.of(END_2035)));
        }
        assertThat(rules("us-ir8547-draft"))
                .filteredOn(it -> it.rule().state() == RuleState.DISALLOWED)
                .isNotEmpty()
                .allMatch(it -> it.rule().lastDay().equals(Optional.of(END_2035)));
    }

    /** "P-256 is deprecated in 2030". */
    @Test
    void p256AndRsa3072AreNotDeprecatedIn2030() {
        for (String group : List.of("ECDSA", "RSA")) {
            assertThat(nist(Subjects.classical(group, 128, SIGNATURE), LocalDate.of(2026, 11, 23)))
                    .filteredOn(it -> it.outcome() == Outcome.WARN || it.outcome() == Outcome.FAIL)
                    .extracting(it -> it.citation().rule().id(), Verdict::deadline)
                    .containsExactly(tuple("nist-sig-128-dis", Optional.of(END_2035)));
        }
    }

    /** "IR 8547 is final", "a second draft came out on 2026-04-12". */
    @Test
    void ir8547IsTheInitialDraftOf2024() {
        Policy policy = pack("us-ir8547-draft").policies().get(0);
        assertThat(policy.draft()).isTrue();
        assertThat(policy.date()).contains(LocalDate.of(2024, 11, 12));
        assertThat(policy.status()).startsWith("INITIAL PUBLIC DRAFT");
        assertThat(words(pack("us-ir8547-draft"))).doesNotContain("2026-04-12").doesNotContain("second draft");
        assertThat(rules("us-ir8547-draft"))
                .allMatch(it -> it.line(Language.EN).contains("draft"))
                .allMatch(it -> it.line(Language.JA).contains("案"));
    }

    /** "EO 14409". */
    @Test
    void theOrderIsNumbered14412() {
        assertThat(pack("us-eo14412").policies())
                .extracting(it -> it.name().en())
                .allMatch(it -> it.startsWith("EO 14412"));
        for (PolicyPack pack : PolicyPacks.standard()) {
            assertThat(names(pack)).doesNotContain("14409");
        }
    }

    /** "EO 14412 mandates PQC for all federal systems". */
    @Test
    void theOrderIsNoMandateForAll() {
        Subject rsa = Subjects.classical("RSA", 112, SIGNATURE);
        LocalDate late = LocalDate.of(2040, 1, 1);
        assertThat(pack("us-eo14412").policies().get(0).scope().en())
                .contains("High Value Assets and high-impact systems")
                .contains("EXCLUDING National Security Systems");
        assertThat(signature(rsa, late, Adoption.INFORMATION)).isEqualTo(Outcome.INDETERMINATE);
        assertThat(signature(rsa, late, Adoption.OUT_OF_SCOPE)).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(signature(rsa, late, Adoption.IN_SCOPE)).isEqualTo(Outcome.FAIL);
    }

    /** "EO 14412 asks for hybrids". */
    @Test
    void theOrderDoesNotSpeakOfHybrids() {
        assertThat(rules("us-eo14412"))
                .allMatch(it -> it.rule().proviso().construction().isEmpty())
                .noneMatch(
                        it -> it.rule().wording().en().toLowerCase(Locale.ROOT).contains("hybrid"))
                .noneMatch(it -> it.rule().wording().ja().contains("ハイブリッド"));
    }

    /** "EO 14412 sets 2035". */
    @Test
    void theOrderDoesNotName2035() {
        assertThat(rules("us-eo14412"))
                .noneMatch(it -> it.rule()
                        .lastDay()
                        .filter(day -> day.isAfter(LocalDate.of(2031, 12, 31)))
                        .isPresent())
                .noneMatch(it -> it.rule().wording().en().contains("2035"));
    }

    /** "EO 14412 binds contractors already". */
    @Test
    void contractorsAreOnlyProposedToBeBound() {
        Citation far = rule("us-eo14412", "us-14412-far");
        assertThat(far.draft()).isTrue();
        assertThat(far.rule().wording().en()).contains("PROPOSED").contains("not in force");
    }

    /** "BSI mandates hybrids". */
    @Test
    void bsiRecommendsHybridsAndMandatesNone() {
        assertThat(rules("bsi")).allMatch(it -> !it.binding().compelling());
        assertThat(rules("bsi"))
                .filteredOn(it -> it.rule().proviso().construction().equals(Optional.of(Construction.HYBRID)))
                .hasSize(2)
                .allMatch(it -> it.rule().state() == RuleState.RECOMMENDED);
        Subject alone = Subjects.safe("ML-KEM", "768", KEYS).in(Construction.STANDALONE);
        assertThat(assess("bsi", alone, LocalDate.of(2040, 1, 1), Adoption.INTERNAL_RULE))
                .extracting(Verdict::outcome)
                .containsOnly(Outcome.OK, Outcome.NOT_APPLICABLE);
    }

    /** "BSI wants hash-based signatures in hybrids". */
    @Test
    void bsiLetsHashBasedSignaturesStandAlone() {
        Subject alone = Subjects.safe("SLH-DSA", "x", SIGNATURE).in(Construction.STANDALONE);
        assertThat(Verdicts.of(assess("bsi", alone, LocalDate.of(2040, 1, 1), Adoption.INTERNAL_RULE))
                        .outcome())
                .isEqualTo(Outcome.OK);
    }

    /** "BSI's 2030 and 2031 are two readings of one date". */
    @Test
    void bsis2030And2031AreTwoLevelsOfProtection() {
        assertThat(rule("bsi", "bsi-ke-2030-high").rule().proviso().condition())
                .contains(new Condition("protection_need", "very_high"));
        assertThat(rule("bsi", "bsi-ke-2030-high").rule().lastDay()).contains(LocalDate.of(2030, 12, 31));
        assertThat(rule("bsi", "bsi-ke-2031").rule().proviso().condition()).isEmpty();
        assertThat(rule("bsi", "bsi-ke-2031").rule().lastDay()).contains(LocalDate.of(2031, 12, 31));
    }

    /** "The minimum elements of a CBOM are published". */
    @Test
    void theMinimumElementsOfACbomAreNotPublished() {
        Citation cbom = rule("us-eo14412", "us-14412-cbom");
        assertThat(cbom.rule().about()).isEqualTo(PolicyRule.About.GOVERNMENT);
        assertThat(cbom.rule().lastDay()).contains(LocalDate.of(2027, 3, 19));
        assertThat(cbom.rule().wording().en()).contains("NOT published").contains("270 days");
    }

    /** "FN-DSA and HQC are standards". */
    @Test
    void noPackApprovesFnDsaOrHqc() {
        for (PolicyPack pack : PolicyPacks.standard()) {
            assertThat(pack.citations())
                    .filteredOn(it -> it.rule().state().effect() == RuleState.Effect.ALLOWS_USE)
                    .allMatch(it -> it.rule().match().groups().stream()
                            .noneMatch(List.of("FN-DSA", "HQC", "Kyber", "Dilithium", "SPHINCS+")::contains));
        }
    }

    /** "ANSSI requires hybrids everywhere". */
    @Test
    void anssiRequiresHybridsInItsCertificationPerimeterOnly() {
        List<Citation> french = rules("info-europe").stream()
                .filter(it -> it.policy().id().equals("fr-anssi-2023"))
                .toList();
        assertThat(french)
                .filteredOn(it -> it.rule().state() == RuleState.REQUIRED)
                .isNotEmpty()
                .allMatch(it -> it.binding() == Binding.CERTIFICATION_REQUIREMENT);
        assertThat(rule("info-europe", "fr-hybrid").binding()).isEqualTo(Binding.GUIDELINE);
    }

    private static List<Verdict> nist(Subject subject, LocalDate asOf) {
        return assess("us-ir8547-draft", subject, asOf, Adoption.INTERNAL_RULE);
    }

    private static Outcome signature(Subject subject, LocalDate asOf, Adoption adoption) {
        return assess("us-eo14412", subject, asOf, adoption).stream()
                .filter(it -> it.citation().rule().id().equals("us-14412-sig"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static List<Verdict> assess(String pack, Subject subject, LocalDate asOf, Adoption adoption) {
        return pack(pack).assess(subject, PlanSettings.of(asOf).withPack(pack, adoption), Optional.empty());
    }

    private static PolicyPack pack(String id) {
        return PolicyPacks.byId(id).orElseThrow();
    }

    private static List<Citation> rules(String pack) {
        return pack(pack).citations();
    }

    private static Citation rule(String pack, String rule) {
        return rules(pack).stream()
                .filter(it -> it.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String names(PolicyPack pack) {
        return pack.policies().stream()
                .flatMap(it -> Stream.of(it.id(), it.name().ja(), it.name().en()))
                .reduce("", (one, two) -> one + "\n" + two);
    }

    private static String words(PolicyPack pack) {
        return names(pack)
                + pack.policies().stream().map(Policy::status).reduce("", String::concat)
                + pack.citations().stream()
                        .map(it ->
                                it.rule().wording().en() + it.rule().wording().ja())
                        .reduce("", String::concat);
    }
}
