package dev.shirube.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shirube.endpoint.CrowdServer;
import dev.shirube.endpoint.FakeServer;
import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SweepTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);
    private static final String HERE = "127.0.0.1";

    @Test
    void sendsAnOpeningThatTheChannelDoesNotTakeAtOnce() throws IOException {
        byte[] large = new byte[6 << 20];
        new Random(5).nextBytes(large);
        AtomicInteger sum = new AtomicInteger();
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            Thread.sleep(150);
            sum.set(Arrays.hashCode(in.readNBytes(large.length)));
            out.write(7);
        })) {
            Exchange exchange = new Sweeping()
                    .ask("a", HERE, server.port(), () -> Scripted.once(large, 1))
                    .run(Budgets.LOOPBACK)
                    .exchange("a");
            assertThat(exchange.ending()).isEqualTo(Ending.ANSWERED);
            assertThat(exchange.sent()).isEqualTo(large);
            assertThat(sum.get()).isEqualTo(Arrays.hashCode(large));
        }
    }

    /** A server that has heard enough says so and leaves, while most of the opening is still to be sent. */
    @Test
    void readsWhatWasSaidBeforeThePeerListenedNoMore() throws IOException {
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            in.read();
            out.write(HELLO);
            out.flush();
            Thread.sleep(300);
            socket.setSoLinger(true, 0);
        })) {
            Exchange exchange = new Sweeping()
                    .ask("a", HERE, server.port(), () -> Scripted.once(new byte[6 << 20], 100))
                    .run(Budgets.LOOPBACK)
                    .exchange("a");
            assertThat(exchange.received()).isEqualTo(HELLO);
            assertThat(exchange.ending()).isEqualTo(Ending.RESET);
        }
    }

    @Test
    void letsTheServerSpeakFirstAndAnswersInTurn() throws IOException {
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            for (int i = 0; i < 5; i++) {
                out.write('0' + i);
                if (in.read() != 'a' + i) {
                    return;
                }
            }
            out.write('!');
            in.read();
        })) {
            Conversation polite = new Scripted.Words(Conversation.NOTHING, 6) {
                @Override
                public byte[] receive(byte[] bytes, int from, int count) {
                    super.receive(bytes, from, count);
                    return new byte[] {(byte) (bytes[from] - '0' + 'a')};
                }
            };
            Exchange exchange = new Sweeping()
                    .ask("a", HERE, server.port(), () -> new Scripted(1, Medium.TCP, () -> polite))
                    .run(Sweeping.SHORT)
                    .exchange("a");
            assertThat(new String(exchange.sent(), StandardCharsets.US_ASCII)).isEqualTo("abcde");
            assertThat(new String(exchange.received(), StandardCharsets.US_ASCII))
                    .isEqualTo("01234!");
        }
    }

    @Test
    void tellsHowEachConnectionEnded() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            closed = socket.getLocalPort();
        }
        try (FakeServer silent = FakeServer.doing((socket, in, out) -> in.readAllBytes());
                FakeServer slow = FakeServer.doing((socket, in, out) -> {
                    out.write(1);
                    in.readAllBytes();
                });
                FakeServer leaving = FakeServer.doing((socket, in, out) -> in.read(new byte[9]));
                FakeServer resetting = FakeServer.doing((socket, in, out) -> socket.setSoLinger(true, 0));
                FakeServer flooding = FakeServer.doing((socket, in, out) -> {
                    while (true) {
                        out.write(new byte[9_000]);
                    }
                })) {
            Sweeping all = new Sweeping();
            all.ask("silent", HERE, silent.port(), () -> Scripted.once(HELLO, 99));
            all.ask("slow", HERE, slow.port(), () -> Scripted.once(HELLO, 99));
            all.ask("leaving", HERE, leaving.port(), () -> Scripted.once(HELLO, 99));
            all.ask("resetting", HERE, resetting.port(), () -> Scripted.once(HELLO, 99));
            all.ask("flooding", HERE, flooding.port(), () -> Scripted.once(HELLO, Integer.MAX_VALUE));
            all.ask("closed", HERE, closed, () -> Scripted.once(HELLO, 99));
            all.run(Sweeping.SHORT);
            assertThat(all.results.stream()
                            .map(it -> it.task().location() + " "
                                    + all.exchange(it.task().location()).ending() + " "
                                    + all.exchange(it.task().location()).detail()))
                    .containsExactlyInAnyOrder(
                            "silent TIMED_OUT 500",
                            "slow TIMED_OUT 800",
                            "leaving CLOSED ",
                            "resetting RESET ",
                            "flooding LIMIT 262144",
                            "closed UNREACHABLE refused");
            assertThat(all.exchange("flooding").received()).hasSize(256 << 10);
        }
    }

    @Test
    void asksNoMoreAfterThreeFailuresInARowThoseOfAnEarlierRunIncluded() throws IOException {
        try (FakeServer resetting = FakeServer.doing((socket, in, out) -> socket.setSoLinger(true, 0))) {
            Sweeping first = new Sweeping();
            first.ask("a", HERE, resetting.port(), () -> new Scripted(9, Medium.TCP, () -> words(1)));
            assertThat(first.run(Sweeping.SHORT).exchanges("a")).hasSize(3);
            Sweeping second = new Sweeping();
            second.recorded.putAll(first.recorded);
            second.ask("a", HERE, resetting.port(), () -> new Scripted(9, Medium.TCP, () -> words(1)));
            assertThat(second.run(Sweeping.SHORT).exchanges("a")).hasSize(3);
            assertThat(resetting.connections()).isEqualTo(3);
        }
    }

    @Test
    void goesOnWhereSomethingWasAnsweredBetweenFailures() throws IOException {
        AtomicInteger count = new AtomicInteger();
        try (FakeServer moody = FakeServer.doing((socket, in, out) -> {
            if (count.incrementAndGet() % 3 == 0) {
                out.write(1);
                in.readAllBytes();
            } else {
                socket.setSoLinger(true, 0);
            }
        })) {
            Sweeping sweep =
                    new Sweeping().ask("a", HERE, moody.port(), () -> new Scripted(9, Medium.TCP, () -> words(1)));
            assertThat(sweep.run(Sweeping.SHORT).exchanges("a")).hasSize(9);
        }
    }

    @Test
    void endsATargetThatTookItsTimeOrItsBytes() throws IOException {
        try (CrowdServer crowd = CrowdServer.start();
                FakeServer flooding = FakeServer.doing((socket, in, out) -> {
                    while (true) {
                        out.write(new byte[9_000]);
                    }
                })) {
            int slow = crowd.add(HERE, CrowdServer.Kind.REFUSING, 100).getPort();
            Sweeping sweep = new Sweeping();
            sweep.ask("slow", HERE, slow, () -> new Scripted(99, Medium.TCP, () -> words(1)));
            sweep.ask("flooding", HERE, flooding.port(), () -> new Scripted(99, Medium.TCP, () -> words(1 << 30)));
            sweep.run(new Budgets(1_000, 500, 800, 450, 0, 1 << 20));
            assertThat(sweep.exchanges("slow")).hasSizeBetween(4, 5);
            long most = new HeldBytes(Runtime.getRuntime().maxMemory()).perTarget();
            assertThat(sweep.exchanges("flooding")).hasSize((int) (most >> 20));
        }
    }

    @Test
    void asksNothingMoreBeforeTheJournalHasWhatWasAnswered() throws IOException {
        List<String> events = new CopyOnWriteArrayList<>();
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            events.add("asked");
            out.write(1);
            in.readAllBytes();
        })) {
            Sweeping slow = new Sweeping() {
                @Override
                public void record(SweepTask task, Exchange exchange) {
                    try {
                        Thread.sleep(80);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    events.add("recorded");
                }
            };
            slow.ask("a", HERE, server.port(), () -> new Scripted(3, Medium.TCP, () -> words(1)));
            slow.run(Sweeping.SHORT);
            assertThat(events).containsExactly("asked", "recorded", "asked", "recorded", "asked", "recorded");
        }
    }

    /** Whatever goes wrong with one target, the others are asked as if nothing was. */
    @Test
    void aFaultInOneTargetEndsThatTargetAlone() throws IOException {
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            out.write(HELLO);
            in.readAllBytes();
        })) {
            Sweeping sweep = new Sweeping();
            sweep.ask("no course", HERE, server.port(), () -> {
                throw new IllegalStateException("course");
            });
            sweep.ask(
                    "no attempt",
                    HERE,
                    server.port(),
                    () -> new Scripted(2, Medium.TCP, () -> {
                        throw new IllegalStateException("attempt");
                    }));
            sweep.ask(
                    "bad ears",
                    HERE,
                    server.port(),
                    () -> new Scripted(2, Medium.TCP, () -> new Scripted.Words(HELLO, 5) {
                        @Override
                        public byte[] receive(byte[] bytes, int from, int count) {
                            throw new IndexOutOfBoundsException("receive");
                        }
                    }));
            for (int i = 0; i < 20; i++) {
                sweep.ask("good " + i, HERE, server.port(), () -> new Scripted(2, Medium.TCP, () -> words(5)));
            }
            sweep.run(Sweeping.SHORT);
            assertThat(sweep.results).hasSize(23);
            for (SweepResult result : sweep.results) {
                boolean good = result.task().location().startsWith("good");
                assertThat(result.fault().isEmpty()).isEqualTo(good);
                assertThat(result.exchanges().stream().filter(it -> it.ending() == Ending.ANSWERED))
                        .hasSize(good ? 2 : result.task().location().equals("bad ears") ? 1 : 0);
            }
            assertThat(sweep.recorded.get("bad ears").get(0).received())
                    .as("kept, so that the fault can be met again")
                    .isEqualTo(HELLO);
        }
    }

    @Test
    void endsSoonWhenTheCallerWantsToStopAndHandsNothingOver() throws IOException {
        try (CrowdServer crowd = CrowdServer.start()) {
            int silent = crowd.add(HERE, CrowdServer.Kind.SILENT, 0).getPort();
            int refusing = crowd.add(HERE, CrowdServer.Kind.REFUSING, 0).getPort();
            Sweeping sweep = new Sweeping() {
                @Override
                public void record(SweepTask task, Exchange exchange) {
                    super.record(task, exchange);
                    stop.set(true);
                }
            };
            sweep.ask("silent", HERE, silent, () -> Scripted.once(HELLO, 1));
            sweep.ask("refusing", HERE, refusing, () -> new Scripted(99, Medium.TCP, () -> words(1)));
            long start = System.nanoTime();
            sweep.run(new Budgets(9_000, 9_000, 9_000, 60_000, 300, 1_000));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(sweep.results).isEmpty();
            assertThat(sweep.recorded.get("refusing")).hasSize(1);
            assertThat(crowd.visits()).hasSize(2);
        }
    }

    @Test
    void aJournalThatCannotRecordEndsTheSweep() throws IOException {
        try (FakeServer server = FakeServer.doing((socket, in, out) -> out.write(1))) {
            Sweeping sweep = new Sweeping() {
                @Override
                public void record(SweepTask task, Exchange exchange) {
                    throw new IllegalStateException("the disk is full");
                }
            };
            sweep.ask("a", HERE, server.port(), () -> new Scripted(9, Medium.TCP, () -> words(1)));
            assertThatThrownBy(() -> sweep.run(Sweeping.SHORT)).hasMessage("the disk is full");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void whatTheCallerThrowsEndsTheSweep() throws IOException {
        try (FakeServer server = FakeServer.doing((socket, in, out) -> out.write(1))) {
            Sweeping sweep = new Sweeping() {
                @Override
                public void finished(SweepResult result) {
                    throw new IllegalStateException("no sink");
                }
            };
            sweep.ask("a", HERE, server.port(), () -> Scripted.once(HELLO, 1));
            assertThatThrownBy(() -> sweep.run(Sweeping.SHORT)).hasMessage("no sink");
        }
    }

    @Test
    void looksEachNameUpOnceAndConnectsToItsFirstAddressAlone() throws IOException {
        List<String> lookedUp = new CopyOnWriteArrayList<>();
        try (CrowdServer crowd = CrowdServer.start()) {
            InetSocketAddress place = crowd.add("127.0.0.9", CrowdServer.Kind.REFUSING, 0);
            Sweeping sweep = new Sweeping();
            for (int i = 0; i < 5; i++) {
                sweep.ask("known " + i, "a.test", place.getPort(), () -> Scripted.once(HELLO, 1));
                sweep.ask("unknown " + i, "b.test", place.getPort(), () -> Scripted.once(HELLO, 1));
            }
            sweep.run(Sweeping.SHORT, host -> {
                lookedUp.add(host);
                if (host.equals("b.test")) {
                    throw new UnknownHostException(host);
                }
                return InetAddress.getByName("127.0.0.9");
            });
            assertThat(lookedUp).containsExactlyInAnyOrder("a.test", "b.test");
            assertThat(sweep.exchange("known 3").ending()).isEqualTo(Ending.ANSWERED);
            assertThat(sweep.exchange("unknown 3").ending()).isEqualTo(Ending.UNREACHABLE);
            assertThat(sweep.exchange("unknown 3").probe()).isEqualTo("resolve");
            assertThat(crowd.counts()).hasSize(1).containsEntry(place, 5);
        }
    }

    @Test
    void asksTheOthersWhileANameIsLookedUp() throws IOException {
        try (CrowdServer crowd = CrowdServer.start()) {
            int port = crowd.add(HERE, CrowdServer.Kind.REFUSING, 0).getPort();
            Sweeping sweep = new Sweeping() {
                @Override
                public void finished(SweepResult result) {
                    super.finished(result);
                    stop.set(true);
                }
            };
            sweep.ask("slow", "slow.test", port, () -> Scripted.once(HELLO, 1));
            sweep.ask("fast", HERE, port, () -> Scripted.once(HELLO, 1));
            sweep.run(Sweeping.SHORT, host -> {
                if (host.equals("slow.test")) {
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        throw new UnknownHostException(host);
                    }
                }
                return InetAddress.getByName(host);
            });
            assertThat(sweep.exchange("fast").ending()).isEqualTo(Ending.ANSWERED);
        }
    }

    @Test
    void connectsToAddressesOfVersionSixWithAndWithoutAZone() throws IOException {
        InetAddress loopback = InetAddress.getByName("::1");
        ServerSocket listener;
        try {
            listener = new ServerSocket(0, 5, loopback);
        } catch (IOException e) {
            assumeTrue(false, "this machine has no ::1");
            return;
        }
        try (listener) {
            Thread server = new Thread(() -> {
                while (true) {
                    try (Socket socket = listener.accept()) {
                        socket.getOutputStream().write(1);
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            server.setDaemon(true);
            server.start();
            Sweeping sweep = new Sweeping();
            sweep.ask("plain", "::1", listener.getLocalPort(), () -> Scripted.once(HELLO, 1));
            sweep.ask("zone", "::1%lo", listener.getLocalPort(), () -> Scripted.once(HELLO, 1));
            sweep.ask("no zone", "fe80::1%no-such.0", listener.getLocalPort(), () -> Scripted.once(HELLO, 1));
            sweep.run(Sweeping.SHORT);
            assertThat(sweep.exchange("plain").ending()).isEqualTo(Ending.ANSWERED);
            assertThat(sweep.exchange("zone").ending()).isEqualTo(Ending.ANSWERED);
            assertThat(sweep.exchange("no zone").probe()).isEqualTo("resolve");
        }
    }

    private static Conversation words(int until) {
        return new Scripted.Words(HELLO, until);
    }
}
