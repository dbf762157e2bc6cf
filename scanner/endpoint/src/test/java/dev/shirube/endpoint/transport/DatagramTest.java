package dev.shirube.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DatagramTest {
    private static final byte[] REQUEST = {1, 2, 3};

    @Test
    void hearsThePeerAloneAndEachDatagramAsAWhole() throws Exception {
        try (DatagramSocket server = socket();
                DatagramSocket stranger = socket()) {
            Thread answering = new Thread(() -> {
                try {
                    DatagramPacket request = new DatagramPacket(new byte[100], 100);
                    server.receive(request);
                    byte[] lie = {9, 9, 9, 9};
                    stranger.send(new DatagramPacket(lie, lie.length, request.getSocketAddress()));
                    Thread.sleep(50);
                    server.send(new DatagramPacket(new byte[40_000], 40_000, request.getSocketAddress()));
                    request.setLength(100);
                    server.receive(request);
                    server.send(new DatagramPacket(REQUEST, request.getLength(), request.getSocketAddress()));
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            answering.setDaemon(true);
            answering.start();
            List<Integer> sizes = new ArrayList<>();
            Scripted.Words words = new Scripted.Words(REQUEST, 40_002) {
                @Override
                public byte[] receive(byte[] bytes, int from, int count) {
                    super.receive(bytes, from, count);
                    sizes.add(count);
                    return new byte[] {7, 7};
                }
            };
            Exchange exchange = new Sweeping()
                    .ask("a", "127.0.0.1", server.getLocalPort(), () -> new Scripted(1, Medium.UDP, () -> words))
                    .run(Sweeping.SHORT)
                    .exchange("a");
            assertThat(exchange.ending()).isEqualTo(Ending.ANSWERED);
            assertThat(sizes).containsExactly(40_000, 2);
            assertThat(exchange.sent()).isEqualTo(new byte[] {1, 2, 3, 7, 7});
            assertThat(Arrays.copyOfRange(exchange.received(), 40_000, 40_002)).isEqualTo(new byte[] {1, 2});
        }
    }

    @Test
    void tellsAClosedPortFromASilentOne() throws IOException {
        int closed;
        try (DatagramSocket socket = socket()) {
            closed = socket.getLocalPort();
        }
        try (DatagramSocket silent = socket()) {
            Sweeping sweep = new Sweeping();
            sweep.ask("closed", "127.0.0.1", closed, DatagramTest::once);
            sweep.ask("silent", "127.0.0.1", silent.getLocalPort(), DatagramTest::once);
            sweep.run(Sweeping.SHORT);
            assertThat(sweep.exchange("closed").ending()).isEqualTo(Ending.UNREACHABLE);
            assertThat(sweep.exchange("closed").detail()).isEqualTo("refused");
            assertThat(sweep.exchange("silent").ending()).isEqualTo(Ending.TIMED_OUT);
            assertThat(sweep.exchange("silent").detail()).isEqualTo("500");
        }
    }

    private static Scripted once() {
        return new Scripted(1, Medium.UDP, () -> new Scripted.Words(REQUEST, 1));
    }

    private static DatagramSocket socket() throws IOException {
        return new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
    }
}
