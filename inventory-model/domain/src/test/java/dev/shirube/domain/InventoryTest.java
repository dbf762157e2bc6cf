package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void mergeIsAssociativeCommutativeAndIdempotent(long seed) {
        SampleFindings samples = new SampleFindings(seed);
        for (int i = 0; i < 50; i++) {
            Inventory a = samples.inventory();
            Inventory b = samples.inventory();
            Inventory c = samples.inventory();
            assertThat(a.merge(b)).isEqualTo(b.merge(a));
            assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(a)).isEqualTo(a);
            assertThat(a.merge(Inventory.EMPTY)).isEqualTo(a);
            assertThat(a.merge(b).findings()).containsAll(a.findings());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void coverageMergesTheSameWay(long seed) {
        SampleFindings samples = new SampleFindings(seed);
        for (int i = 0; i < 200; i++) {
            Coverage a = samples.coverage();
            Coverage b = samples.coverage();
            Coverage c = samples.coverage();
            assertThat(a.merge(b)).isEqualTo(b.merge(a));
            assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(a)).isEqualTo(a);
            assertThat(a.merge(Coverage.NONE)).isEqualTo(a);
        }
    }

    @Test
    void coverageSumsOverUnits() {
        Coverage coverage = new Coverage(Map.of(
                new Coverage.Key("a", "x", Coverage.Outcome.READ), new Coverage.Amount(2, 20),
                new Coverage.Key("b", "x", Coverage.Outcome.READ), new Coverage.Amount(3, 30),
                new Coverage.Key("b", "x", Coverage.Outcome.FAILED), new Coverage.Amount(5, 50),
                new Coverage.Key("b", "y", Coverage.Outcome.READ), new Coverage.Amount(7, 70)));
        assertThat(coverage.inputs("x", Coverage.Outcome.READ)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void findingsHaveOneOrderWhateverOrderTheyArriveIn(long seed) {
        SampleFindings samples = new SampleFindings(seed);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            findings.add(samples.finding());
        }
        List<Finding> sorted = findings.stream().sorted().toList();
        Collections.shuffle(findings, new Random(seed));
        assertThat(findings.stream().sorted().toList()).isEqualTo(sorted);
        for (int i = 1; i < sorted.size(); i++) {
            Finding one = sorted.get(i - 1);
            Finding two = sorted.get(i);
            assertThat(one.compareTo(two) == 0).isEqualTo(one.equals(two));
            assertThat(one.occurrence().location())
                    .isLessThanOrEqualTo(two.occurrence().location());
        }
    }

    @Test
    void theFingerprintDoesNotKnowLineOffsetOwnerOrReachButPlaceAssetAndFunction() {
        Finding finding = new SampleFindings(5).finding();
        Occurrence at = finding.occurrence();
        Occurrence moved = new Occurrence(
                at.location(),
                OptionalInt.of(4711),
                OptionalInt.of(17),
                at.member(),
                at.symbol(),
                at.ordinal(),
                at.kind(),
                at.context(),
                CodeOwner.THIRD_PARTY,
                Reach.NOT_REACHED);
        assertThat(finding.withOccurrence(moved).fingerprint()).isEqualTo(finding.fingerprint());
        assertThat(finding.withOccurrence(at.withLocation("elsewhere")).fingerprint())
                .isNotEqualTo(finding.fingerprint());
        assertThat(finding.withOccurrence(at.withOrdinal(99)).fingerprint()).isNotEqualTo(finding.fingerprint());
    }

    @Test
    void anUnregisteredSystemIsKnownByItsIdAlone() {
        Inventory inventory = Inventory.of("juki", List.of());
        assertThat(inventory.system("juki")).isEqualTo(InformationSystem.undeclared("juki"));
        assertThat(inventory.coverage()).containsKey("juki");
    }

    @Test
    void assetsAreGroupedInTheOrderOfTheirIds() {
        Inventory inventory = new SampleFindings(77).inventory();
        Map<String, List<AssignedFinding>> byAsset = inventory.byAsset();
        assertThat(List.copyOf(byAsset.keySet())).isSorted();
        assertThat(byAsset.values().stream().mapToInt(List::size).sum())
                .isEqualTo(inventory.findings().size());
    }
}
