package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.ObservedFact.State;
import dev.shirube.domain.ScanResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class EndpointProfilesTest {

    private static final String PLACE = "tls://www.example.jp:443";

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

    private static EndpointProfile profile(String plan, State group, State only) {
        return new EndpointProfile(
                PLACE,
                plan,
                List.of(
                        new ObservedFact("group/X25519MLKEM768", group, "alert 40", "pqc-groups"),
                        new ObservedFact(EndpointProfile.PQC_ONLY, only, "", "")));
    }

    private static ScanResult result(EndpointProfile... profiles) {
        return new ScanResult(PLACE, List.of(), List.of(), Coverage.NONE, List.of(profiles));
    }

    private Snapshot scan(ScanResult result) {
        ScanSession session = store.begin("hp", List.of(PLACE), LocalDate.EPOCH, "1");
        session.accept(result);
        session.complete();
        return session.snapshot();
    }

    private List<EndpointProfile> known() {
        return store.inventory().endpoints().stream()
                .map(AssignedEndpoint::profile)
                .toList();
    }

    @Test
    void the_newer_scan_by_the_same_plan_takes_the_older_ones_place_and_history_keeps_both() {
        EndpointProfile older = profile("triage", State.NOT_SUPPORTED, State.UNKNOWN);
        EndpointProfile newer = profile("triage", State.SUPPORTED, State.UNKNOWN);
        Snapshot first = scan(result(older));
        scan(result(newer));
        assertThat(known()).containsExactly(newer);
        assertThat(store.inventoryAt(first).endpoints()).containsExactly(new AssignedEndpoint("hp", older));
    }

    @Test
    void a_later_triage_takes_nothing_away_from_a_full_scan_that_it_agrees_with() {
        EndpointProfile full = profile("full", State.SUPPORTED, State.NOT_SUPPORTED);
        EndpointProfile triage = profile("triage", State.SUPPORTED, State.UNKNOWN);
        scan(result(full));
        scan(result(triage));
        assertThat(known()).containsExactlyInAnyOrder(full, triage);
    }

    @Test
    void a_later_triage_ends_what_it_belies() {
        EndpointProfile triage = profile("triage", State.NOT_SUPPORTED, State.UNKNOWN);
        scan(result(profile("full", State.SUPPORTED, State.NOT_SUPPORTED)));
        scan(result(triage));
        assertThat(known()).containsExactly(triage);
    }

    @Test
    void a_scan_that_decides_nothing_takes_nothing_away() {
        EndpointProfile triage = profile("triage", State.SUPPORTED, State.NOT_SUPPORTED);
        scan(result(triage));
        scan(result(profile("triage", State.UNKNOWN, State.UNKNOWN)));
        assertThat(known()).containsExactly(triage);
        scan(result());
        assertThat(known()).containsExactly(triage);
    }

    @Test
    void results_of_a_session_hold_profiles() {
        EndpointProfile triage = profile("triage", State.SUPPORTED, State.UNKNOWN);
        ScanSession session = store.begin("hp", List.of(PLACE), LocalDate.EPOCH, "1");
        session.accept(result(triage));
        assertThat(session.results()).containsExactly(result(triage));
    }

    @Test
    void parts_stay_in_their_order_until_their_unit_is_committed() {
        ScanSession session = store.begin("hp", List.of(PLACE, "other"), LocalDate.EPOCH, "1");
        session.record(PLACE, new byte[] {2});
        session.record(PLACE, new byte[] {1});
        session.record("other", new byte[] {3});
        ScanSession resumed = store.resume("hp", List.of(PLACE, "other")).orElseThrow();
        assertThat(resumed.recorded(PLACE)).containsExactly(new byte[] {2}, new byte[] {1});
        resumed.accept(PLACE, result());
        assertThat(resumed.finished(PLACE, PLACE)).isTrue();
        assertThat(resumed.finished("other", "other")).isFalse();
        assertThat(resumed.recorded(PLACE)).isEmpty();
        assertThat(resumed.recorded("other")).hasSize(1);
        resumed.complete();
        assertThat(parts()).isZero();
    }

    private long parts() {
        return store.database().read(it -> Sql.number(it, "SELECT COUNT(*) FROM part"));
    }

    @Test
    void parts_that_nobody_can_go_on_with_are_forgotten() {
        store.begin("hp", List.of(PLACE), LocalDate.EPOCH, "1").record(PLACE, new byte[] {1});
        store.begin("hp", List.of("other"), LocalDate.EPOCH, "1").record("other", new byte[] {2});
        assertThat(store.begin("hp", List.of(PLACE), LocalDate.EPOCH, "1").recorded(PLACE))
                .isEmpty();
        assertThat(parts()).isOne();
    }

    /** Ten thousand endpoints in one session: nothing may grow with the square of their number. */
    @Test
    void a_session_of_many_endpoints_stays_cheap() {
        List<String> targets = IntStream.range(0, 10_000)
                .mapToObj(it -> "tls://10.0." + it / 256 + "." + it % 256 + ":443")
                .toList();
        long begun = System.nanoTime();
        for (int round = 0; round < 2; round++) {
            ScanSession session = store.begin("hp", targets, LocalDate.EPOCH, "1");
            for (String target : targets.subList(0, targets.size() - round)) {
                session.accept(target, new ScanResult(target, List.of(), List.of(), Coverage.NONE));
            }
            assertThat(session.finished(targets.get(0), targets.get(0))).isTrue();
            session.complete();
        }
        assertThat(System.nanoTime() - begun).isLessThan(60_000_000_000L);
        assertThat(store.inventory().coverage()).containsOnlyKeys("hp");
    }
}
