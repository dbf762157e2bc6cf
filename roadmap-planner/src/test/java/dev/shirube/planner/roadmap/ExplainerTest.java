package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.roadmap.Explanation.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final Inventory INVENTORY = Findings.of("tax")
            .code(
                    Algorithm.Known.of("ecdsa").withCurve("nist/P-256"),
                    CryptoFunction.SIGN,
                    "java.security.Signature#getInstance",
                    "app.jar!/com/acme/Signer.class")
            .code(
                    Algorithm.Known.of("ml-dsa").withParameterSet("65"),
                    CryptoFunction.SIGN,
                    "java.security.Signature#getInstance",
                    "app.jar!/com/acme/Ready.class")
            .inventory(Findings.declared("tax", "dx", 3, Exposure.INTERNET, 120, 2028));

    private static final Roadmap ROADMAP = RoadmapPlanner.standard()
            .plan(
                    INVENTORY,
                    Resources.of(List.of(Findings.team("dx", 20))),
                    PlanSettings.of(LocalDate.of(2026, 11, 23)).withPack("jp-2035", Adoption.INTERNAL_RULE));

    @Test
    void aFindingIsFollowedFromItsBytesToItsQuarter() {
        Explanation explanation =
                Explainer.finding(ROADMAP, INVENTORY.findings().get(1));
        assertThat(explanation.lines().stream().map(Explanation.Line::step).distinct())
                .containsExactly(Step.EVIDENCE, Step.ASSET, Step.VERDICT, Step.SCORE, Step.TASK, Step.SCHEDULE);
        assertThat(text(explanation, Language.EN))
                .contains("app.jar!/com/acme/Signer.class:1")
                .contains("ECDSA")
                .contains("jp-migrate-2035, draft")
                .contains("S_A = ")
                .contains("ML-DSA")
                .contains("FY20");
        assertThat(text(explanation, Language.JA))
                .contains("案")
                .contains("移行が必要")
                .contains("人日");
    }

    @Test
    void aFindingThatNeedsNoTaskSaysWhy() {
        Explanation explanation =
                Explainer.finding(ROADMAP, INVENTORY.findings().get(0));
        assertThat(text(explanation, Language.EN))
                .contains("built to withstand a quantum computer: nothing to migrate");
        assertThat(explanation.lines()).noneMatch(line -> line.step() == Step.SCHEDULE);
    }

    @Test
    void ofALibraryItIsSaidWhatItsVersionBringsAndHowThatIsKnown() {
        Inventory inventory = Findings.of("tax")
                .library("org.bouncycastle/bctls-jdk18on", "1.81")
                .inventory(Findings.declared("tax", "dx", 3, Exposure.INTERNET, 120, 2028));
        Roadmap roadmap = RoadmapPlanner.standard()
                .plan(
                        inventory,
                        Resources.of(List.of(Findings.team("dx", 20))),
                        PlanSettings.of(LocalDate.of(2026, 11, 23)).withPack("jp-2035", Adoption.INTERNAL_RULE));
        Explanation explanation =
                Explainer.finding(roadmap, inventory.findings().get(0));
        assertThat(text(explanation, Language.EN))
                .contains("TLS is not post-quantum by default")
                .contains("[seen when run]");
        assertThat(text(explanation, Language.JA))
                .contains("TLS の既定では PQC ではない")
                .contains("根拠：実行結果");
    }

    @Test
    void aTaskAndAnAssetAreExplainedAndAnUnknownIdIsNot() {
        String task = ROADMAP.tasks().get(0).task().id();
        String asset = INVENTORY.findings().get(1).finding().asset().id();
        assertThat(Explainer.task(ROADMAP, INVENTORY, task)).isPresent();
        assertThat(text(Explainer.asset(ROADMAP, INVENTORY, asset).orElseThrow(), Language.EN))
                .contains("Signer.class")
                .contains(task);
        assertThat(Explainer.task(ROADMAP, INVENTORY, "T-none")).isEmpty();
        assertThat(Explainer.asset(ROADMAP, INVENTORY, "algorithm:none")).isEmpty();
    }

    private static String text(Explanation explanation, Language language) {
        return explanation.lines().stream()
                .map(line -> line.text().in(language))
                .collect(Collectors.joining("\n"));
    }
}
