package dev.shirube.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of comparison, on inventories made by a seeded generator. */
class DiffPropertiesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothing_changes_from_an_inventory_to_itself(long seed) {
        DiffSamples samples = new DiffSamples(seed);
        for (int i = 0; i < 100; i++) {
            Inventory inventory = samples.inventory();

            InventoryDiff diff = InventoryDiff.between(inventory, inventory);

            assertThat(diff.isEmpty()).isTrue();
            for (Progress it : diff.progress()) {
                assertThat(it.sameAfter()).isEqualTo(it.sameBefore()).isEqualTo(it.plainAfter());
                assertThat(it.added() + it.removed()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void the_other_way_round_new_is_gone_and_gone_is_new(long seed) {
        DiffSamples samples = new DiffSamples(seed);
        long seen = 0;
        for (int i = 0; i < 100; i++) {
            Inventory a = samples.inventory();
            Inventory b = samples.edited(a);
            InventoryDiff there = InventoryDiff.between(a, b);
            InventoryDiff back = InventoryDiff.between(b, a);

            assertThat(findings(back, ChangeKind.GONE)).isEqualTo(findings(there, ChangeKind.NEW));
            assertThat(findings(back, ChangeKind.NEW)).isEqualTo(findings(there, ChangeKind.GONE));
            for (ChangeKind kind : List.of(ChangeKind.MOVED, ChangeKind.CHANGED, ChangeKind.REJUDGED)) {
                assertThat(back.number(kind)).isEqualTo(there.number(kind));
                seen += there.number(kind);
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    private static List<Finding> findings(InventoryDiff diff, ChangeKind kind) {
        return diff.occurrences().stream()
                .filter(it -> it.kind() == kind)
                .map(Change.OfOccurrence::finding)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void applied_to_the_first_state_the_changes_give_the_second(long seed) {
        DiffSamples samples = new DiffSamples(seed);
        for (int i = 0; i < 100; i++) {
            Inventory a = samples.inventory();
            Inventory b = samples.edited(a);

            List<AssignedFinding> applied = new ArrayList<>(a.findings());
            for (Change.OfOccurrence it : InventoryDiff.between(a, b).occurrences()) {
                it.before()
                        .ifPresent(finding -> assertThat(applied.remove(new AssignedFinding(it.system(), finding)))
                                .isTrue());
                it.after().ifPresent(finding -> applied.add(new AssignedFinding(it.system(), finding)));
            }

            assertThat(told(applied)).isEqualTo(told(b.findings()));
        }
    }

    /** Without what is no change of a finding: its input's digest, the steps to its value, its ordinal. */
    private static List<AssignedFinding> told(List<AssignedFinding> findings) {
        return findings.stream()
                .map(it -> new AssignedFinding(
                        it.system(),
                        DiffSamples.saying(
                                it.finding()
                                        .withOccurrence(
                                                it.finding().occurrence().withOrdinal(0))
                                        .withEvidence(it.finding().evidence().withInputDigest("")),
                                it.finding().evidence().expression(),
                                0,
                                "1")))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void numbers_assets_and_progress_add_up(long seed) {
        DiffSamples samples = new DiffSamples(seed);
        for (int i = 0; i < 100; i++) {
            Inventory a = samples.inventory();
            Inventory b = samples.edited(a);
            InventoryDiff diff = InventoryDiff.between(a, b);

            for (ChangeKind kind : ChangeKind.values()) {
                assertThat(diff.number(kind))
                        .isEqualTo(diff.occurrences().stream()
                                .filter(it -> it.kind() == kind)
                                .count());
            }
            assertThat(a.findings().size() + diff.number(ChangeKind.NEW) - diff.number(ChangeKind.GONE))
                    .isEqualTo(b.findings().size());
            Progress all = progress(diff, Optional.empty());
            assertThat(diff.progress().stream()
                            .filter(it ->
                                    it.system().isPresent() && it.purpose().isEmpty())
                            .mapToLong(it -> it.sameAfter().total())
                            .sum())
                    .isEqualTo(all.sameAfter().total());
            assertThat(all.sameAfter().total()).isEqualTo(all.sameBefore().total() + all.added());
            assertThat(all.sameAfter().migrated())
                    .isLessThanOrEqualTo(all.sameAfter().total());
        }
    }

    private static Progress progress(InventoryDiff diff, Optional<String> system) {
        return diff.progress().stream()
                .filter(it -> it.system().equals(system) && it.purpose().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void lines_alone_never_make_more_than_a_move(long seed) {
        DiffSamples samples = new DiffSamples(seed);
        for (int i = 0; i < 50; i++) {
            Inventory a = samples.inventory();
            List<AssignedFinding> shifted = a.findings().stream()
                    .map(it -> new AssignedFinding(
                            it.system(),
                            it.finding()
                                    .withOccurrence(it.finding()
                                            .occurrence()
                                            .withLine(
                                                    OptionalInt.of(it.finding()
                                                                    .occurrence()
                                                                    .line()
                                                                    .orElseThrow()
                                                            + 5),
                                                    OptionalInt.of(3)))
                                    .withEvidence(it.finding().evidence().withInputDigest("d9"))))
                    .toList();
            InventoryDiff diff = InventoryDiff.between(
                    a, new Inventory(a.systems(), shifted, a.diagnostics(), a.coverage(), a.endpoints()));

            assertThat(diff.number(ChangeKind.MOVED)).isEqualTo(a.findings().size());
            assertThat(diff.occurrences()).hasSize(a.findings().size());
        }
    }
}
