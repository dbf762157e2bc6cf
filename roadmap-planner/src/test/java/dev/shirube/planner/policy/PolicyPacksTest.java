package dev.shirube.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PolicyPacksTest {

    @Test
    void everyPackCarriesWhatACitationNeeds() {
        assertThat(PolicyPacks.standard())
                .extracting(PolicyPack::id)
                .startsWith("jp-2035", "jp-cryptrec-strength", "jp-roadmap")
                .hasSize(17)
                .doesNotHaveDuplicates();
        for (PolicyPack pack : PolicyPacks.standard()) {
            assertThat(pack.sha256()).matches("[0-9a-f]{64}");
            assertThat(pack.version()).isNotEmpty();
            assertThat(pack.citations().isEmpty()).isEqualTo(pack.id().equals("jp-roadmap"));
            assertThat(pack.policies()).allMatch(policy -> !policy.sources().isEmpty());
        }
    }

    @Test
    void noRuleIsVerifiedOnWeakerEvidenceThanAQuotation() {
        assertThat(PolicyPacks.standard())
                .flatExtracting(PolicyPack::citations)
                .filteredOn(it -> it.rule().verified())
                .isNotEmpty()
                .allMatch(it ->
                        it.rule().evidence() == EvidenceGrade.P || it.rule().evidence() == EvidenceGrade.Q);
    }

    @Test
    void theInterimReportIsShownButNothingInItIsVerified() {
        PolicyPack pack = PolicyPacks.byId("jp-2035").orElseThrow();
        assertThat(pack.rules().get("jp-pqc-interim-2025")).isNotEmpty().noneMatch(PolicyRule::verified);
        assertThat(pack.policies())
                .filteredOn(Policy::draft)
                .extracting(Policy::id)
                .containsExactly("jp-cyber-strategy-2025");
    }

    @Test
    void aPackThatDoesNotExistIsNamedTogetherWithThoseThatDo() {
        PlanSettings settings = PlanSettings.of(LocalDate.of(2026, 11, 23)).withPack("jp-2053", Adoption.INFORMATION);
        assertThatThrownBy(() -> PolicyPacks.inUse(settings))
                .hasMessageContaining("jp-2053")
                .hasMessageContaining("jp-2035, jp-cryptrec-strength");
    }
}
