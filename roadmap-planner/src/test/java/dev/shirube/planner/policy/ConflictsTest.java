package dev.shirube.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.planner.PlanSettings;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    @Test
    void everyRuleOfTheTableStandsInAPackAndBothSidesAreCited() {
        List<String> rules = PolicyPacks.standard().stream()
                .flatMap(pack -> pack.citations().stream())
                .map(it -> it.rule().id())
                .toList();
        assertThat(rules).containsAll(Conflicts.named()).doesNotHaveDuplicates();
        assertThat(Conflicts.among(PolicyPacks.standard()))
                .extracting(Conflict::id)
                .containsExactly("hybrid-split", "kem-level", "slh-dsa", "psk-qkd", "rsa2048-clock", "jp-two-clocks");
    }

    @Test
    void restrictedToPacksAConflictNeedsBothItsSides() {
        assertThat(among("bsi", "au")).extracting(Conflict::id).containsExactly("hybrid-split", "kem-level");
        assertThat(among("bsi")).isEmpty();
        assertThat(among("jp-2035", "jp-cryptrec-strength"))
                .singleElement()
                .matches(it -> it.kind() == Conflict.Kind.CLOCKS);
        Conflict level = among("bsi", "cnsa2").get(0);
        assertThat(level.one()).extracting(it -> it.rule().id()).containsExactly("bsi-params");
        assertThat(level.other()).extracting(it -> it.rule().id()).containsExactly("cnsa-kem");
    }

    /** One that approves what another does not, of an overlapping group, parameter set and function. */
    @Test
    void noContradictionOverAnAlgorithmIsMissing() {
        for (PolicyPack one : PolicyPacks.standard()) {
            for (PolicyPack two : PolicyPacks.standard()) {
                for (Citation yes : one.citations()) {
                    for (Citation no : two.citations()) {
                        if (yes.verified() && no.verified() && contradict(yes, no)) {
                            assertThat(Conflicts.named())
                                    .as(yes.rule().id() + " and " + no.rule().id())
                                    .contains(no.rule().id());
                        }
                    }
                }
            }
        }
    }

    private static boolean contradict(Citation yes, Citation no) {
        Match allowed = yes.rule().match();
        Match refused = no.rule().match();
        return !yes.policy().informationOnly()
                && !no.policy().informationOnly()
                && yes.rule().state() == RuleState.APPROVED
                && no.rule().state() == RuleState.NOT_APPROVED
                && allowed.groups().stream().anyMatch(refused.groups()::contains)
                && (allowed.params().isEmpty()
                        || refused.params().isEmpty()
                        || allowed.params().stream().anyMatch(refused.params()::contains));
    }

    private static List<Conflict> among(String... packs) {
        PlanSettings settings = PlanSettings.of(LocalDate.of(2026, 11, 23));
        for (String pack : packs) {
            settings = settings.withPack(pack, dev.shirube.planner.Adoption.INFORMATION);
        }
        return Conflicts.among(PolicyPacks.inUse(settings));
    }
}
