package dev.shirube.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.engine.ScanTarget.Pace;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is, by a clock that the tests move on. */
class TurnsTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    /** Near the end of what a long holds, where times wrap around. */
    private static final long START = Long.MAX_VALUE - 2 * SECOND;

    private final HeldBytes held = new HeldBytes(16_000);
    private long now;
    private Turns turns;
    private int names;

    @BeforeEach
    void defaults() {
        use(Pace.STANDARD, 1);
    }

    private void use(Pace pace, int shares) {
        now = START;
        turns = new Turns(
                TurnLimits.of(pace, Budgets.STANDARD, shares), new TokenBucket(pace.perSecond()), held, START);
    }

    @Test
    void letsOneConnectionAtATimeToOnePlaceAndPausesBehindIt() {
        use(new Pace(10_000, 10_000), 1);
        Inquiry first = add("192.0.2.1", 443);
        Inquiry second = add("192.0.2.1", 443);
        Inquiry other = add("192.0.2.1", 8443);
        beginAll();
        assertThat(connectAll()).containsExactly(first, other);
        now += SECOND;
        turns.ended(first, now);
        turns.await(first);
        assertThat(connectAll()).isEmpty();
        now += 49 * MILLI;
        assertThat(connectAll()).isEmpty();
        now += MILLI;
        assertThat(connectAll()).containsExactly(first);
        turns.ended(first, now);
        turns.done(first);
        beginAll();
        assertThat(connectAll()).as("the next target pauses, too").isEmpty();
        assertThat(turns.waits(now)).isEqualTo(50 * MILLI);
        now += 50 * MILLI;
        assertThat(connectAll()).containsExactly(second);
    }

    @Test
    void makesTenConnectionsASecondToAnAddressWhateverItsPorts() {
        for (int port = 1; port <= 40; port++) {
            add("192.0.2.1", port);
        }
        assertThat(connectionsWithin(SECOND)).hasSize(10);
        assertThat(connectionsWithin(SECOND)).hasSize(10);
    }

    @Test
    void makesAHundredConnectionsASecondInAll() {
        for (int i = 0; i < 250; i++) {
            add("192.0." + i + ".1", 443);
        }
        assertThat(connectionsWithin(SECOND).size()).isBetween(96, 100);
        assertThat(connectionsWithin(SECOND).size()).isBetween(94, 100);
    }

    @Test
    void keepsTheRhythmOfAllEvenWhereTwoThreadsShareIt() {
        TokenBucket all = new TokenBucket(100);
        TurnLimits limits = TurnLimits.of(Pace.STANDARD, Budgets.STANDARD, 2);
        Turns one = new Turns(limits, all, held, START);
        Turns two = new Turns(limits, all, held, START);
        for (int i = 0; i < 120; i++) {
            turns = i % 2 == 0 ? one : two;
            add("192.0." + i + ".1", 443);
        }
        int connections = 0;
        for (int milli = 0; milli < 1000; milli++) {
            for (Turns each : List.of(one, two)) {
                turns = each;
                beginAll();
                connections += connectAll().size();
            }
            now += MILLI;
        }
        assertThat(connections).isBetween(95, 100);
    }

    @Test
    void hasAtMostSoManyInFlightInAllAndInOneNetwork() {
        use(new Pace(100_000, 100_000), 1);
        for (int i = 0; i < 1000; i++) {
            add("192." + i / 100 + ".2." + i % 100, 443);
        }
        Map<Integer, Integer> perNetwork = new HashMap<>();
        List<Inquiry> inFlight = connectionsWithin(SECOND / 10);
        inFlight.forEach(it -> perNetwork.merge(it.address().getAddress()[1] & 0xFF, 1, Integer::sum));
        assertThat(inFlight).hasSize(256);
        assertThat(perNetwork.values()).allMatch(it -> it <= 64);
        turns.ended(inFlight.get(0), now);
        assertThat(connectAll()).hasSize(1);
        assertThat(connectAll()).isEmpty();
    }

    @Test
    void letsOneOfAFullNetworkFollowTheOther() {
        use(new Pace(100_000, 100_000), 1);
        for (int i = 0; i < 100; i++) {
            add("2001:db8:0:1:" + i + "::1", 443);
        }
        List<Inquiry> inFlight = connectionsWithin(SECOND / 10);
        assertThat(inFlight).as("one /64").hasSize(64);
        turns.ended(inFlight.get(7), now);
        assertThat(connectAll()).hasSize(1);
    }

    @Test
    void goesOnWithWhatWasBegunBeforeItBeginsMore() {
        use(new Pace(100_000, 100_000), 1);
        for (int i = 0; i < 1000; i++) {
            add("192.0.2." + i % 250, i);
        }
        assertThat(beginAll()).as("targets held at once").hasSize(384);
        assertThat(beginAll()).isEmpty();
        turns.handedOver();
        assertThat(beginAll()).hasSize(1);
    }

    @Test
    void asksOneByOneWhileMemoryIsScarce() {
        for (int i = 0; i < 3; i++) {
            add("192.0." + i + ".1", 443);
        }
        beginAll();
        held.add(2_001);
        List<Inquiry> only = connectionsWithin(SECOND);
        assertThat(only).hasSize(1);
        turns.ended(only.get(0), now);
        assertThat(connectAll()).hasSize(1);
        held.add(-1_001);
        assertThat(connectAll()).hasSize(1);
        add("192.0.9.1", 443);
        held.add(1);
        assertThat(beginAll()).as("plenty is held").isEmpty();
        held.add(-1);
        assertThat(beginAll()).hasSize(1);
    }

    /** The clock begins shortly before its numbers overflow: only differences count. */
    private static long after(long seconds) {
        return START + seconds * SECOND;
    }

    /** Every target gets its turn, and nobody waits for a time that never comes. */
    @Test
    void comesToAnEndWithManyTargetsOfAFewPlaces() {
        Map<Inquiry, Integer> asked = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            asked.put(add("198.51.100." + i % 3, 443 + i % 2), 0);
        }
        int left = asked.size();
        long end = after(100);
        while (left > 0) {
            beginAll();
            for (Inquiry inquiry : connectAll()) {
                now += 3 * MILLI;
                turns.ended(inquiry, now);
                if (asked.merge(inquiry, 1, Integer::sum) < 3) {
                    turns.await(inquiry);
                } else {
                    turns.done(inquiry);
                    turns.handedOver();
                    left--;
                }
            }
            beginAll();
            long waits = turns.waits(now);
            assertThat(left == 0 || waits >= 0).isTrue();
            now += Math.max(0, waits);
            assertThat(now - end).isNegative();
        }
        // 900 connections at ten a second to each of three addresses
        assertThat(now - START).isBetween(29 * SECOND, 33 * SECOND);
    }

    private Inquiry add(String host, int port) {
        Inquiry inquiry = new Inquiry(new SweepTask("t" + names++, host, port, "triage", () -> {
            throw new AssertionError("Nobody is asked here");
        }));
        try {
            inquiry.located(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
        turns.add(inquiry, inquiry.address(), port);
        return inquiry;
    }

    private List<Inquiry> beginAll() {
        List<Inquiry> begun = new ArrayList<>();
        for (Optional<Inquiry> next = turns.begin(); next.isPresent(); next = turns.begin()) {
            turns.await(next.get());
            begun.add(next.get());
        }
        return begun;
    }

    private List<Inquiry> connectAll() {
        List<Inquiry> connected = new ArrayList<>();
        for (Optional<Inquiry> next = turns.connect(now); next.isPresent(); next = turns.connect(now)) {
            connected.add(next.get());
        }
        return connected;
    }

    /** Those who may connect in that time, looked at each half a millisecond. */
    private List<Inquiry> connectionsWithin(long length) {
        List<Inquiry> connected = new ArrayList<>();
        for (long end = now + length; now - end < 0; now += MILLI / 2) {
            beginAll();
            connected.addAll(connectAll());
        }
        return connected;
    }
}
