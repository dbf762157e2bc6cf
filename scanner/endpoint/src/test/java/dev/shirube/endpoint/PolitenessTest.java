package dev.shirube.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.CrowdServer.Visit;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.Pace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rhythm that servers see when nobody asked for another: what they count, not what we say. */
@Timeout(60)
class PolitenessTest {
    private static final int ADDRESSES = 15;
    private static final int PORTS = 4;
    /** The server's thread may see a connection so much too late, and the next one in time. */
    private static final long SLACK = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void serversSeeNoMoreThanTheDefaultLimitsAllow() throws Exception {
        List<Visit> visits;
        try (CrowdServer crowd = CrowdServer.start()) {
            List<EndpointTarget> targets = new ArrayList<>();
            for (int i = 0; i < ADDRESSES * PORTS; i++) {
                String address = "127.0.7." + (1 + i % ADDRESSES);
                targets.add(Triage.target(
                        address,
                        crowd.add(address, CrowdServer.Kind.REFUSING, 0).getPort()));
            }
            assertThat(Triage.of(new EndpointListTarget(targets, Pace.STANDARD), Budgets.STANDARD))
                    .hasSize(targets.size());
            visits = crowd.visits();
        }
        assertThat(visits).hasSize(3 * ADDRESSES * PORTS);
        assertAtMost(100, visits);
        Map<InetAddress, List<Visit>> byAddress =
                visits.stream().collect(Collectors.groupingBy(it -> it.place().getAddress()));
        assertThat(byAddress).hasSize(ADDRESSES);
        byAddress.values().forEach(it -> assertAtMost(10, it));
        Map<InetSocketAddress, List<Visit>> byPlace = visits.stream().collect(Collectors.groupingBy(Visit::place));
        byPlace.values().forEach(PolitenessTest::assertOneAtATimeWithPauses);
    }

    private static void assertAtMost(int perSecond, List<Visit> visits) {
        for (int i = 0; i + perSecond < visits.size(); i++) {
            assertThat(visits.get(i + perSecond).begun() - visits.get(i).begun())
                    .as("from connection " + i + " to the " + perSecond + "th behind it")
                    .isGreaterThan(SECOND - SLACK);
        }
    }

    /** Pauses may seem short to a server that was late itself, though to few of them. */
    private static void assertOneAtATimeWithPauses(List<Visit> visits) {
        int hasty = 0;
        for (int i = 1; i < visits.size(); i++) {
            long pause = visits.get(i).begun() - visits.get(i - 1).ended();
            assertThat(pause).as("from the end of a connection to the next").isGreaterThan(-SLACK / 10);
            hasty += pause < TimeUnit.MILLISECONDS.toNanos(45) ? 1 : 0;
        }
        assertThat(hasty).as("pauses under 50 ms").isLessThanOrEqualTo(visits.size() / 3);
    }

    /** Names are many, places few: the limits are those of places. */
    @Test
    void manyNamesOfOneServerAreAskedOneBehindTheOther() throws Exception {
        List<Visit> visits;
        try (CrowdServer crowd = CrowdServer.start()) {
            int port = crowd.add("127.0.0.1", CrowdServer.Kind.TLS12, 0).getPort();
            List<EndpointTarget> targets = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                targets.add(Triage.target("127.0.0.1", port, Optional.of("n" + i + ".test")));
            }
            List<Triage> triages = Triage.of(new EndpointListTarget(targets, Pace.STANDARD), Budgets.STANDARD);
            assertThat(triages.stream().map(it -> it.algorithms().toString()).collect(Collectors.toSet()))
                    .hasSize(1);
            visits = crowd.visits();
        }
        assertThat(visits).hasSize(15);
        assertAtMost(10, visits);
        assertOneAtATimeWithPauses(visits);
    }
}
