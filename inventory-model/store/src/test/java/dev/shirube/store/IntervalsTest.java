package dev.shirube.store;

import static dev.shirube.store.Samples.plain;
import static dev.shirube.store.Samples.rsa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Reach;
import dev.shirube.domain.ScanResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class IntervalsTest {

    private static final Finding A = rsa("src/A.java", 10);
    private static final Finding B = rsa("src/B.java", 20);

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

    private Snapshot scan(String target, ScanResult... results) {
        return scan("payroll", target, results);
    }

    private Snapshot scan(String system, String target, ScanResult... results) {
        ScanSession session = store.begin(system, List.of(target), LocalDate.EPOCH, "1");
        for (ScanResult result : results) {
            session.accept(result);
        }
        session.complete();
        return session.snapshot();
    }

    private List<Finding> findings() {
        return store.inventory("payroll").findings().stream()
                .map(AssignedFinding::finding)
                .toList();
    }

    @Test
    void the_same_scan_again_writes_no_row() {
        scan("t", plain(".", A, B));
        long rows = store.stats().findingRows();

        scan("t", plain(".", A, B));

        assertThat(store.stats().findingRows()).isEqualTo(rows);
        assertThat(store.presence("payroll", A)).containsExactly(new Presence(1, OptionalLong.empty()));
    }

    @Test
    void a_moved_line_is_the_same_finding_and_both_snapshots_keep_their_line() {
        Snapshot before = scan("t", plain(".", A));
        Finding moved = rsa("src/A.java", 99);
        Snapshot after = scan("t", plain(".", moved));

        assertThat(findings()).containsExactly(moved);
        assertThat(store.presence("payroll", A)).containsExactly(new Presence(1, OptionalLong.empty()));
        assertThat(store.inventoryAt(before).findings()).containsExactly(new AssignedFinding("payroll", A));
        assertThat(store.inventoryAt(after).findings()).containsExactly(new AssignedFinding("payroll", moved));
    }

    @Test
    void what_is_told_of_its_owner_later_is_an_attribute_of_the_same_finding() {
        Snapshot before = scan("t", plain(".", A));
        Finding told = A.withOccurrence(A.occurrence().withReach(CodeOwner.THIRD_PARTY, Reach.NOT_REACHED));
        scan("t", plain(".", told));

        assertThat(findings()).containsExactly(told);
        assertThat(store.presence("payroll", A)).containsExactly(new Presence(1, OptionalLong.empty()));
        assertThat(store.inventoryAt(before).findings()).containsExactly(new AssignedFinding("payroll", A));
    }

    @Test
    void what_is_gone_ends_and_may_come_back() {
        Snapshot first = scan("t", plain(".", A, B));
        scan("t", plain(".", A));
        assertThat(findings()).containsExactly(A);
        scan("t", plain(".", A, B));

        assertThat(findings()).containsExactly(A, B);
        assertThat(store.presence("payroll", B))
                .containsExactly(new Presence(1, OptionalLong.of(2)), new Presence(3, OptionalLong.empty()));
        assertThat(store.inventoryAt(first).findings()).hasSize(2);
    }

    @Test
    void a_snapshot_keeps_the_register_that_was_in_force_when_it_began() {
        Snapshot before = scan("t", plain(".", A));
        store.saveSystems(List.of(InformationSystem.undeclared("payroll"), InformationSystem.undeclared("unseen")));
        Snapshot after = scan("t", plain(".", A));
        store.saveSystems(List.of(InformationSystem.undeclared("later")));

        assertThat(store.inventoryAt(before).systems()).isEmpty();
        assertThat(store.inventoryAt(after).systems()).containsOnlyKeys("payroll", "unseen");
    }

    @Test
    void a_scan_of_another_target_or_system_ends_nothing() {
        scan("t", plain(".", A));
        scan("u", plain(".", B));
        scan("other", "t", plain("."));

        assertThat(findings()).containsExactly(A, B);
    }

    @Test
    void a_unit_that_its_target_no_longer_has_is_gone_when_the_scan_is_complete() {
        scan("t", plain("a.jar", A), plain("b.jar", B));
        ScanSession session = store.begin("payroll", List.of("t"), LocalDate.EPOCH, "1");
        session.accept(plain("a.jar", A));

        assertThat(findings()).containsExactly(A, B);
        session.complete();

        assertThat(findings()).containsExactly(A);
    }

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final Finding PAST = rsa(".@" + COMMIT + ":conf/server.key", 1);
    private static final Finding PACKED = rsa(".@" + COMMIT + ":lib/old.jar!/server.key", 1);
    private static final Diagnostic TOLD = Diagnostic.of(
            DiagnosticCode.KEY_IN_HISTORY, ".@" + COMMIT + ":conf/server.key:1", "private key", "first commit …");

    private static ScanResult history(Diagnostic... diagnostics) {
        return new ScanResult(".@history", List.of(PAST), List.of(diagnostics), Coverage.NONE);
    }

    @Test
    void a_scan_that_does_not_walk_through_the_history_says_nothing_of_it() {
        scan("t", plain(".", A, B), plain("a.jar"), history(TOLD), plain(".@" + COMMIT + ":lib/old.jar", PACKED));

        scan("t", plain(".", A));

        assertThat(findings()).containsExactlyInAnyOrder(A, PAST, PACKED);
        assertThat(store.inventory("payroll").diagnostics())
                .extracting(it -> it.diagnostic().code())
                .containsExactly(DiagnosticCode.KEY_IN_HISTORY);
    }

    @Test
    void a_walk_through_the_history_judges_it() {
        scan("t", plain("."), history(TOLD), plain(".@" + COMMIT + ":lib/old.jar", PACKED));

        scan("t", plain("."), plain(".@history"));

        assertThat(findings()).isEmpty();
        assertThat(store.stats().diagnostics()).isZero();
    }

    @Test
    void a_walk_through_the_history_that_fails_judges_none_of_it() {
        scan("t", plain("."), history(), plain(".@" + COMMIT + ":lib/old.jar", PACKED));

        Diagnostic stopped = Diagnostic.of(DiagnosticCode.LIMIT_REACHED, ".@history", "memory", "the walk");
        scan("t", plain("."), new ScanResult(".@history", List.of(), List.of(stopped), Coverage.NONE));

        assertThat(findings()).containsExactlyInAnyOrder(PAST, PACKED);
    }

    @Test
    void a_target_of_which_nothing_was_looked_at_is_not_judged() {
        scan("t", plain(".", A));
        store.begin("payroll", List.of("t"), LocalDate.EPOCH, "1").complete();

        assertThat(findings()).containsExactly(A);
    }

    @Test
    void what_could_not_be_read_this_time_stays() {
        scan("t", plain(".", A, B), plain("lib/x.jar", rsa("lib/x.jar!/C.class", 1)));

        scan(
                "t",
                new ScanResult(
                        ".",
                        List.of(),
                        List.of(
                                Diagnostic.of(DiagnosticCode.UNREADABLE, "src/A.java", "denied"),
                                Diagnostic.of(DiagnosticCode.MALFORMED, "lib/x.jar", "ZIP archive", "cut off")),
                        Coverage.NONE));

        assertThat(findings())
                .extracting(it -> it.occurrence().location())
                .containsExactly("lib/x.jar!/C.class", "src/A.java");
        assertThat(store.inventory("payroll").diagnostics()).hasSize(2);
    }

    @Test
    void what_the_user_left_out_this_time_stays() {
        scan("t", plain(".", A, B), plain("lib/x.jar", rsa("lib/x.jar!/C.class", 1)));

        scan(
                "t",
                new ScanResult(
                        ".",
                        List.of(A),
                        List.of(),
                        new Coverage(Map.of(
                                new Coverage.Key(".", "-", Coverage.Outcome.EXCLUDED), new Coverage.Amount(1, 10)))));

        assertThat(findings()).hasSize(3);
    }

    @Test
    void findings_that_only_their_lines_tell_apart_are_all_kept() {
        scan("t", plain(".", rsa("a", 1), rsa("a", 2), rsa("a", 3)));

        assertThat(findings()).hasSize(3);
    }

    @Test
    void diagnostics_end_with_their_cause() {
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.LOCKED, "a.p12", "keystore", "3");
        scan("t", new ScanResult(".", List.of(), List.of(diagnostic), Coverage.NONE));
        assertThat(store.stats().diagnostics()).isEqualTo(1);

        scan("t", plain("."));

        assertThat(store.stats().diagnostics()).isZero();
    }

    @Test
    void an_interrupted_scan_goes_on_where_it_was() {
        ScanSession interrupted = store.begin("payroll", List.of("t"), LocalDate.EPOCH, "1");
        interrupted.accept(plain("a.jar", A));

        ScanSession resumed = store.resume("payroll", List.of("t")).orElseThrow();

        assertThat(resumed.snapshot()).isEqualTo(interrupted.snapshot());
        assertThat(resumed.finished("a.jar")).isTrue();
        assertThat(resumed.finished("b.jar")).isFalse();
        resumed.accept(plain("b.jar", B));
        resumed.complete();
        assertThat(findings()).containsExactly(A, B);
        assertThat(store.resume("payroll", List.of("t"))).isEmpty();
        assertThat(store.resume("payroll", List.of("u"))).isEmpty();
    }

    @Test
    void a_unit_handed_over_twice_counts_once() {
        ScanSession session = store.begin("payroll", List.of("t"), LocalDate.EPOCH, "1");
        session.accept(plain(".", A, B));
        session.accept(plain(".", B));
        session.complete();

        assertThat(findings()).containsExactly(B);
        assertThat(store.stats().findingRows()).isEqualTo(1);
    }

    @Test
    void an_older_scan_that_ends_late_does_not_undo_a_newer_one() {
        ScanSession older = store.begin("payroll", List.of("t"), LocalDate.EPOCH, "1");
        scan("t", plain(".", A, B));

        older.accept(plain("."));
        older.complete();

        assertThat(findings()).containsExactly(A, B);
    }

    @Test
    void a_complete_snapshot_is_refused_any_change_by_the_database_itself() {
        Snapshot snapshot = scan("t", plain(".", A));

        assertThat(store.snapshots())
                .containsExactly(
                        new Snapshot(1, "payroll@1970-01-01#1", "payroll", List.of("t"), LocalDate.EPOCH, "1", true));
        assertThatThrownBy(() -> store.database()
                        .write(it -> Sql.update(
                                it, "UPDATE snapshot SET tool_version = '2' WHERE number = ?", snapshot.number())))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.database().write(it -> Sql.update(it, "DELETE FROM snapshot")))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void a_target_that_the_session_does_not_have_is_refused() {
        ScanSession session = store.begin("payroll", List.of("t", "u"), LocalDate.EPOCH, "1");

        assertThatThrownBy(() -> session.accept("v", plain("."))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.accept(plain("."))).isInstanceOf(IllegalStateException.class);
        session.accept("u", plain(".", A));
        assertThat(session.finished("u", ".")).isTrue();
        assertThat(session.finished("t", ".")).isFalse();
    }
}
