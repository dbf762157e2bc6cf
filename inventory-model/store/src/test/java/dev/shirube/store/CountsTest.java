package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.AssignedFinding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted and read one by one is what the inventory holds; what a snapshot was made by comes back. */
@ParameterizedClass
@EnumSource(Databases.class)
class CountsTest {

    @Parameter
    Databases kind;

    @TempDir
    Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(kind.url(directory, "s"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void scan(long seed, String system, String... units) {
        Samples samples = new Samples(seed);
        ScanSession session = store.begin(system, List.of("t"), LocalDate.EPOCH, "1");
        for (String unit : units) {
            session.accept(samples.result(unit, 60));
        }
        session.complete();
    }

    @Test
    void groups_and_single_findings_add_up_to_the_inventory() {
        scan(1, "a", "u\t1", "u2");
        scan(2, "b", "u2");
        scan(3, "a", "u2"); // the other unit is gone, and so is what the unit held before

        Map<List<Object>, Long> expected = new HashMap<>();
        List<AssignedFinding> all = store.inventory().findings();
        all.forEach(it -> expected.merge(
                List.of(it.system(), it.finding().asset(), FindingTraits.of(it.finding())), 1L, Long::sum));
        Map<List<Object>, Long> counted = new HashMap<>();
        store.view(it -> it.counts(Selection.ALL))
                .forEach(it -> counted.put(List.of(it.system(), it.asset(), it.traits()), it.count()));
        List<AssignedFinding> each = new ArrayList<>();
        store.forEachFinding(each::add);

        assertThat(all).hasSizeGreaterThan(60);
        assertThat(counted).isEqualTo(expected);
        assertThat(each).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_snapshot_tells_what_it_was_made_by_and_has_the_name_it_was_given() {
        SnapshotOrigin origin = new SnapshotOrigin("0.2.0", "c1", "r1", "threads\n\tresume", "exclude=**/*.txt");
        ScanSession session = store.begin("a", List.of("t"), LocalDate.EPOCH, origin, Optional.of("令和8年度末"));
        session.complete();

        Snapshot kept = store.snapshot("令和8年度末").orElseThrow();
        assertThat(kept.origin()).isEqualTo(origin);
        assertThat(kept.complete()).isTrue();
        assertThatThrownBy(() -> store.begin("b", List.of("t"), LocalDate.EPOCH, origin, Optional.of("令和8年度末")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("令和8年度末")
                .hasMessageContaining("--snapshot");
        assertThat(store.snapshots()).hasSize(1);
    }

    @Test
    void a_unit_that_could_not_be_kept_leaves_no_trace_in_what_the_next_one_refers_to() {
        ScanSession session = store.begin("a", List.of("t"), LocalDate.EPOCH, "1");
        Databases.run(
                kind.url(directory, "s"),
                kind == Databases.SQLITE
                        ? "CREATE TRIGGER refuse BEFORE INSERT ON unit_scan BEGIN SELECT RAISE(ABORT, 'no'); END"
                        : "ALTER TABLE unit_scan ADD CONSTRAINT refuse CHECK (unit < 0)");
        assertThatThrownBy(() -> session.accept(Samples.plain("u", Samples.rsa("a", 1))))
                .isInstanceOf(StoreException.class);
        Databases.run(
                kind.url(directory, "s"),
                kind == Databases.SQLITE ? "DROP TRIGGER refuse" : "ALTER TABLE unit_scan DROP CONSTRAINT refuse");

        session.accept(Samples.plain("u", Samples.rsa("a", 1)));
        session.complete();

        assertThat(store.inventory().findings()).hasSize(1);
    }
}
