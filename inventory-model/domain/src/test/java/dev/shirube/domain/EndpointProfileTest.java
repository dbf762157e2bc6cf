package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.ObservedFact.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EndpointProfileTest {

    private static final String PLACE = "tls://www.example.jp:443";

    static ObservedFact fact(String subject, State state) {
        return new ObservedFact(subject, state, state == State.UNKNOWN ? "no answer" : "", "wide");
    }

    private static EndpointProfile profile(String plan, ObservedFact... facts) {
        return new EndpointProfile(PLACE, plan, List.of(facts));
    }

    @Test
    void whatNobodyAskedIsUnknownAndSaysSo() {
        ObservedFact fact = profile("triage").fact(EndpointProfile.PQC_ONLY);
        assertThat(fact.state()).isEqualTo(State.UNKNOWN);
        assertThat(fact.asked()).isFalse();
        assertThat(fact("group/x25519", State.UNKNOWN).asked()).isTrue();
        assertThat(fact.words(Language.JA)).isEqualTo("未照会");
    }

    @Test
    void onlyWhatBothDecidedCanContradict() {
        EndpointProfile full = profile("full", fact("a", State.SUPPORTED), fact("b", State.UNKNOWN));
        assertThat(profile("triage", fact("a", State.NOT_SUPPORTED)).contradicts(full))
                .isTrue();
        assertThat(profile("triage", fact("a", State.UNKNOWN)).contradicts(full))
                .isFalse();
        assertThat(profile("triage", fact("b", State.SUPPORTED), fact("c", State.SUPPORTED))
                        .contradicts(full))
                .isFalse();
    }

    @Test
    void anInventoryKeepsOneProfileForEachSystemPlaceAndPlanWhateverTheOrder() {
        EndpointProfile less = profile("triage", fact("a", State.UNKNOWN));
        EndpointProfile more = profile("triage", fact("a", State.NOT_SUPPORTED));
        EndpointProfile full = profile("full", fact("a", State.NOT_SUPPORTED));
        List<Inventory> parts = new ArrayList<>(List.of(of("s", less), of("s", more), of("s", full), of("t", less)));
        Inventory expected = null;
        for (int seed = 0; seed < 24; seed++) {
            Collections.shuffle(parts, new Random(seed));
            Inventory merged = parts.stream().reduce(Inventory.EMPTY, Inventory::merge);
            Inventory other = parts.get(0)
                    .merge(parts.get(1).merge(parts.get(2).merge(parts.get(3).merge(parts.get(0)))));
            assertThat(merged).isEqualTo(other);
            expected = expected == null ? merged : expected;
            assertThat(merged).isEqualTo(expected);
        }
        assertThat(expected.endpoints())
                .containsExactly(
                        new AssignedEndpoint("s", full),
                        new AssignedEndpoint("s", more),
                        new AssignedEndpoint("t", less));
        assertThat(expected.withSystems(List.of()).endpoints()).isEqualTo(expected.endpoints());
    }

    private static Inventory of(String system, EndpointProfile profile) {
        return new Inventory(
                new TreeMap<>(), List.of(), List.of(), new TreeMap<>(), List.of(new AssignedEndpoint(system, profile)));
    }
}
