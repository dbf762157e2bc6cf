package dev.shirube.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.QuantumThreat;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.reports.CityHall;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
    @Test
    void twoUsesOfOneFindingAreShownTogetherAndTheWorseDecides() {
        AssetAssessment broken = one(QuantumThreat.VULNERABLE);
        AssetAssessment weakened = one(QuantumThreat.WEAKENED);
        Judgement both = new Judgement(List.of(weakened, broken));
        assertThat(both.threat()).contains(QuantumThreat.VULNERABLE);
        assertThat(both.deadline()).contains(LocalDate.of(2035, 12, 31));
        assertThat(both.tasks()).containsExactly(broken.task().orElseThrow());
        assertThat(both.untasked()).containsExactly(weakened.untasked().orElseThrow());
        assertThat(both.verdict().orElseThrow().label().ja()).isEqualTo("△ 注意");
        assertThat(both.rules()).containsExactly("jp-cyber-strategy-2025-rule", "jp-cryptrec-strength-2022r1-rule");
    }

    @Test
    void whatIsUnknownIsNotHiddenByWhatIsOnlyWeakened() {
        Judgement both = new Judgement(List.of(one(QuantumThreat.WEAKENED), one(QuantumThreat.UNKNOWN)));
        assertThat(both.threat()).contains(QuantumThreat.UNKNOWN);
        assertThat(both.open()).isNotEmpty();
    }

    @Test
    void withoutAnAssessmentNothingIsClaimed() {
        Judgement none = new Judgement(List.of());
        assertThat(none.threat()).isEmpty();
        assertThat(none.verdict()).isEmpty();
        assertThat(none.deadline()).isEmpty();
        assertThat(none.tasks()).isEmpty();
    }

    private static AssetAssessment one(QuantumThreat threat) {
        return CityHall.roadmap().assets().stream()
                .filter(it -> it.threat() == threat)
                .filter(it -> threat != QuantumThreat.VULNERABLE || it.task().isPresent())
                .findFirst()
                .orElseThrow();
    }
}
