package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Reach;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.check.RoadmapChecker;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was seen in libraries alone, without a way to it, ranks last and is never dropped. */
class UseRankingTest {

    private static final Algorithm DSA = Algorithm.Known.of("dsa");
    private static final Algorithm RSA_KEY = Algorithm.Known.of("rsa-key").withParameterSet("2048");
    private static final String SIGNATURE = "java.security.Signature#getInstance";
    private static final String CIPHER = "javax.crypto.Cipher#getInstance";

    private static Findings signing(CodeOwner owner, Reach reach) {
        return Findings.of("tax")
                .code(DSA, CryptoFunction.SIGN, SIGNATURE, "app.jar!/lib/x.jar!/com/lib/Unused.class")
                .in(owner, reach);
    }

    private static Roadmap plan(Inventory inventory) {
        return RoadmapPlanner.standard()
                .plan(
                        inventory,
                        Resources.of(List.of(Findings.team("dx", 20))),
                        PlanSettings.of(LocalDate.of(2026, 11, 23)).withPack("jp-2035", Adoption.INTERNAL_RULE));
    }

    private static InformationSystem tax() {
        return Findings.declared("tax", "dx", 3, Exposure.INTERNET, 120, 2028);
    }

    private static String reasons(ScheduledTask task, Language language) {
        return task.task().reasons().stream().map(it -> it.text().in(language)).collect(Collectors.joining("\n"));
    }

    @Test
    void whatHasNoUseSeenStandsLastAndSaysToUpgradeTheLibrary() {
        Inventory inventory = signing(CodeOwner.THIRD_PARTY, Reach.NOT_REACHED)
                .code(RSA_KEY, CryptoFunction.ENCRYPT, CIPHER, "app.jar!/com/acme/Sealer.class")
                .in(CodeOwner.OWN, Reach.REACHED)
                .inventory(tax());
        Roadmap roadmap = plan(inventory);

        assertThat(roadmap.tasks()).hasSize(2);
        ScheduledTask first = roadmap.tasks().get(0);
        ScheduledTask last = roadmap.tasks().get(1);
        assertThat(first.task().subject()).contains("RSA");
        assertThat(reasons(first, Language.EN)).contains("own code 1, libraries 0");
        assertThat(last.task().subject()).contains("DSA");
        assertThat(reasons(last, Language.EN))
                .contains("in a library, no use seen")
                .contains("upgrade the library");
        assertThat(reasons(last, Language.JA)).contains("利用は確認されていない").contains("更新");
        assertThat(RoadmapChecker.check(roadmap, inventory)).isEmpty();
    }

    @Test
    void theSameWithoutAnOwnerOrReachedRanksByItsScore() {
        for (Findings findings :
                List.of(signing(CodeOwner.UNKNOWN, Reach.UNKNOWN), signing(CodeOwner.THIRD_PARTY, Reach.REACHED))) {
            Roadmap roadmap = plan(findings.inventory(tax()));
            assertThat(roadmap.assets()).extracting(AssetAssessment::useSeen).containsExactly(true);
            assertThat(reasons(roadmap.tasks().get(0), Language.EN)).doesNotContain("in a library, no use seen");
        }
    }

    @Test
    void oneUseThatWasSeenIsEnough() {
        Inventory inventory = signing(CodeOwner.THIRD_PARTY, Reach.NOT_REACHED)
                .code(DSA, CryptoFunction.SIGN, SIGNATURE, "app.jar!/com/acme/Signer.class")
                .in(CodeOwner.OWN, Reach.ENTRY)
                .inventory(tax());
        Roadmap roadmap = plan(inventory);
        assertThat(roadmap.tasks()).hasSize(1);
        assertThat(reasons(roadmap.tasks().get(0), Language.EN))
                .contains("own code 1, libraries 1 (of which no use seen: 1)");
        assertThat(roadmap.assets()).extracting(AssetAssessment::useSeen).containsExactly(true);
    }

    @Test
    void aSystemWithoutAUseSeenStandsAfterOneWithAndBeforeOneWithoutAnything() {
        Inventory unused = Findings.of("a-unused")
                .code(DSA, CryptoFunction.SIGN, SIGNATURE, "app.jar!/lib/x.jar!/com/lib/Unused.class")
                .in(CodeOwner.THIRD_PARTY, Reach.NOT_REACHED)
                .inventory(Findings.declared("a-unused", "dx", 4, Exposure.INTERNET, 240, 2028));
        Inventory used = Findings.of("b-used")
                .code(DSA, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .inventory(Findings.declared("b-used", "dx", 1, Exposure.ISOLATED, 12, 2028));
        Inventory nothing = Findings.of("c-nothing")
                .inventory(Findings.declared("c-nothing", "dx", 4, Exposure.INTERNET, 240, 2028));
        Roadmap roadmap = plan(unused.merge(used).merge(nothing));
        assertThat(roadmap.systems())
                .extracting(it -> it.system().id())
                .containsExactly("b-used", "a-unused", "c-nothing");
        assertThat(roadmap.systems().get(1).score()).isPresent();
    }

    @Test
    void theExplanationOfAFindingNamesItsOwnerAndReach() {
        Inventory inventory = signing(CodeOwner.THIRD_PARTY, Reach.NOT_REACHED).inventory(tax());
        String text = Explainer.finding(plan(inventory), inventory.findings().get(0)).lines().stream()
                .map(line -> line.text().in(Language.EN))
                .collect(Collectors.joining("\n"));
        assertThat(text).contains("third-party, not-reached").contains("no use seen");
    }
}
