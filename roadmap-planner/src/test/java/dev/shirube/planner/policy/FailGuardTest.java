package dev.shirube.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Verdict.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The check of the build that nothing fails which must not: over all packs, adoptions and many subjects, every FAIL is asked
 * for its right to be one, from the words of the pack and not by the code that passes verdicts.
 */
class FailGuardTest {

    private static final LocalDate LATE = LocalDate.of(2060, 1, 1);

    /** Every answer that some rule wants, so that conditions stop nothing. */
    private static final TreeMap<String, String> ANSWERS = new TreeMap<>();

    static {
        for (PolicyPack pack : PolicyPacks.standard()) {
            pack.citations()
                    .forEach(it -> it.rule().proviso().condition().ifPresent(c -> ANSWERS.put(c.name(), c.value())));
        }
    }

    @Test
    void nothingFailsInOurPacksThatMustNot() {
        assertThat(wrong(PolicyPacks.standard())).isEmpty();
    }

    @Test
    void theCheckSeesFailuresAtAll() {
        assertThat(failing(PolicyPacks.byId("jp-2035").orElseThrow(), Adoption.INTERNAL_RULE))
                .containsExactly("jp-migrate-2035");
        assertThat(failing(PolicyPacks.byId("us-eo14412").orElseThrow(), Adoption.IN_SCOPE))
                .containsExactlyInAnyOrder("us-14412-ke", "us-14412-sig");
        assertThat(failing(PolicyPacks.byId("eu").orElseThrow(), Adoption.IN_SCOPE))
                .isEmpty();
        assertThat(failing(PolicyPacks.byId("us-eo14412").orElseThrow(), Adoption.INFORMATION))
                .isEmpty();
    }

    @Test
    void aRuleThatCallsItselfVerifiedOnSecondaryEvidenceIsCaught() {
        assertThat(wrong(List.of(rewritten("jp-2035", "jp-migrate-2035", "evidence", new DataNode.Text("S")))))
                .isNotEmpty()
                .allMatch(it -> it.contains("jp-migrate-2035"));
    }

    @Test
    void everyRuleThatCanFailStopsFailingOnceItIsUnverified() {
        int tried = 0;
        for (PolicyPack pack : PolicyPacks.standard()) {
            for (String rule : failing(pack, Adoption.INTERNAL_RULE)) {
                PolicyPack doubted = rewritten(pack.id(), rule, "verified", new DataNode.Truth(false));
                assertThat(failing(doubted, Adoption.INTERNAL_RULE)).doesNotContain(rule);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(25);
    }

    @Test
    void aDraftOfWhatCompelsFailsOnlyWhereItIsAdopted() {
        PolicyPack draft = rewritten("us-eo14412", "us-14412-ke", "draft", new DataNode.Truth(true));
        assertThat(failing(draft, Adoption.IN_SCOPE)).containsExactly("us-14412-sig");
        assertThat(failing(draft, Adoption.INTERNAL_RULE)).contains("us-14412-ke");
    }

    @Test
    void whatIsForInformationOnlyFailsNothingEvenIfSomebodyManagedToAdoptIt() {
        for (PolicyPack pack : PolicyPacks.standard()) {
            if (pack.informationOnly()) {
                assertThat(failing(pack, Adoption.INTERNAL_RULE)).isEmpty();
            }
        }
        assertThat(PolicyPacks.standard())
                .filteredOn(PolicyPack::informationOnly)
                .hasSize(5);
    }

    /** What failed without a right to, in words. */
    private static List<String> wrong(List<PolicyPack> packs) {
        SortedSet<String> wrong = new TreeSet<>();
        for (PolicyPack pack : packs) {
            for (Adoption adoption : Adoption.values()) {
                for (Verdict verdict : failures(pack, adoption)) {
                    if (!mayFail(verdict.citation(), pack, adoption)) {
                        wrong.add(verdict.citation().rule().id() + " fails as " + adoption);
                    }
                }
            }
        }
        return List.copyOf(wrong);
    }

    private static boolean mayFail(Citation it, PolicyPack pack, Adoption adoption) {
        Set<EvidenceGrade> seen = Set.of(EvidenceGrade.P, EvidenceGrade.Q);
        boolean verified = it.rule().verified()
                && it.policy().verified()
                && seen.contains(it.rule().evidence())
                && seen.contains(it.policy().evidence());
        boolean asGuidance = adoption == Adoption.INTERNAL_RULE;
        boolean byItself = adoption == Adoption.IN_SCOPE
                && it.rule().proviso().binding().orElse(it.policy().binding()).compelling()
                && !it.policy().draft()
                && !it.rule().proviso().draft();
        return verified && !pack.informationOnly() && (asGuidance || byItself);
    }

    private static SortedSet<String> failing(PolicyPack pack, Adoption adoption) {
        SortedSet<String> ids = new TreeSet<>();
        failures(pack, adoption).forEach(it -> ids.add(it.citation().rule().id()));
        return ids;
    }

    private static List<Verdict> failures(PolicyPack pack, Adoption adoption) {
        PlanSettings settings = PlanSettings.of(LATE).withAnswers(ANSWERS).withPack(pack.id(), adoption);
        List<Verdict> failures = new ArrayList<>();
        for (Subject subject : Subjects.all()) {
            for (Verdict verdict : pack.assess(subject, settings, Optional.of(LATE))) {
                if (verdict.outcome() == Outcome.FAIL) {
                    failures.add(verdict);
                }
            }
        }
        return failures;
    }

    private static PolicyPack rewritten(String pack, String rule, String name, DataNode value) {
        DataNode table = DataTable.load(PolicyPacks.class, pack + ".table");
        return PolicyPacks.read(
                with(table, node -> node.get("id").textOr("").equals(rule) ? set(node, name, value) : node));
    }

    private static DataNode with(DataNode node, UnaryOperator<DataNode> change) {
        if (node instanceof DataNode.Sequence list) {
            return new DataNode.Sequence(
                    list.items().stream().map(it -> with(it, change)).toList());
        }
        if (node instanceof DataNode.Mapping mapping) {
            Map<String, DataNode> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> entries.put(key, with(value, change)));
            return change.apply(new DataNode.Mapping(entries));
        }
        return node;
    }

    private static DataNode set(DataNode node, String name, DataNode value) {
        Map<String, DataNode> entries = new LinkedHashMap<>(node.entries());
        entries.put(name, value);
        return new DataNode.Mapping(entries);
    }
}
