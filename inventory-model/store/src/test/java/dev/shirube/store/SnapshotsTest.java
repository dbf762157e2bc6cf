package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final List<Snapshot> ALL = List.of(
            snapshot(1, "before the move", "payroll", MAY, true),
            snapshot(2, "payroll@2026-05-01#2", "payroll", MAY, true),
            snapshot(3, "web@2026-06-01#3", "web", JUNE, true),
            snapshot(4, "payroll@2026-06-01#4", "payroll", JUNE, false),
            snapshot(5, "3", "tax", JUNE, true));

    private static Snapshot snapshot(long number, String name, String system, LocalDate asOf, boolean complete) {
        return new Snapshot(number, name, system, List.of("t"), asOf, "1", complete);
    }

    private static List<Long> found(String text) {
        return Snapshots.find(ALL, text).map(Snapshot::number).stream().toList();
    }

    @Test
    void a_name_stands_above_a_number() {
        assertThat(found("before the move")).containsExactly(1L);
        assertThat(found("3")).containsExactly(5L);
        assertThat(found("#3")).containsExactly(3L);
        assertThat(found("2")).containsExactly(2L);
    }

    @Test
    void an_interrupted_scan_is_found_by_its_name_and_number_only() {
        assertThat(found("4")).containsExactly(4L);
        assertThat(found("payroll@2026-06-01#4")).containsExactly(4L);
        assertThat(found("payroll")).containsExactly(2L);
        assertThat(found("payroll@2026-06-01")).isEmpty();
    }

    @Test
    void the_latest_of_a_system_or_a_day_or_of_all() {
        assertThat(found("latest")).containsExactly(5L);
        assertThat(found("payroll@latest")).containsExactly(2L);
        assertThat(found("payroll@2026-05-01")).containsExactly(2L);
        assertThat(found("web")).containsExactly(3L);
    }

    @Test
    void what_is_not_there_is_not_guessed() {
        assertThat(found("payrol")).isEmpty();
        assertThat(found("")).isEmpty();
        assertThat(found("6")).isEmpty();
        assertThat(found("03")).isEmpty();
    }
}
