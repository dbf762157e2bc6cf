package dev.shirube.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Many servers on addresses of 127.0.0.0/8 in one thread, which notes when whom a connection came to and when it ended. */
public final class CrowdServer implements AutoCloseable {
    private static final int TICK_MILLIS = 2;
    private static final byte[] LARGE_FLIGHT = largeFlight();

    private final Selector selector;
    private final Thread thread = new Thread(this::serve, "crowd-server");
    private final List<Visit> visits = new ArrayList<>();
    private final Map<SocketChannel, Visit> present = new HashMap<>();
    private volatile boolean closed;

    /** How such a server behaves. */
    public enum Kind {
        /** Accepts, reads, and says nothing. */
        SILENT,
        /** Sends one byte after the other of a record that seems right, and never ends it. */
        TRICKLE,
        /** Answers each hello with the alert handshake_failure, after its delay. */
        REFUSING,
        /** Answers each hello with a flight of TLS 1.2, after its delay. */
        TLS12,
        /** The same with a chain of 120 KB. */
        LARGE
    }

    /** One connection; {@code ended} is 0 while it stands. */
    public static final class Visit {
        private final Server server;
        private final long begun = System.nanoTime();
        private long ended;
        private long due = Long.MAX_VALUE;
        private int said;

        private Visit(Server server) {
            this.server = server;
        }

        /** Where to. */
        public InetSocketAddress place() {
            return server.place();
        }

        /** When it was accepted, by {@link System#nanoTime}. */
        public long begun() {
            return begun;
        }

        /** When the client was gone. */
        public long ended() {
            return ended;
        }
    }

    private record Server(InetSocketAddress place, Kind kind, int delayMillis) {}

    private CrowdServer() throws IOException {
        selector = Selector.open();
        thread.setDaemon(true);
    }

    /** A crowd of nobody, to which {@link #add} adds. */
    public static CrowdServer start() throws IOException {
        CrowdServer crowd = new CrowdServer();
        crowd.thread.start();
        return crowd;
    }

    /** One more server at any free port of that address of 127.0.0.0/8. */
    public InetSocketAddress add(String address, Kind kind, int delayMillis) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        listener.bind(new InetSocketAddress(InetAddress.getByName(address), 0), 64);
        listener.configureBlocking(false);
        InetSocketAddress place = (InetSocketAddress) listener.getLocalAddress();
        listener.register(selector, SelectionKey.OP_ACCEPT, new Server(place, kind, delayMillis));
        return place;
    }

    /** All connections so far, in order. */
    public List<Visit> visits() {
        synchronized (visits) {
            return List.copyOf(visits);
        }
    }

    /** How many connections came to each place so far. */
    public Map<InetSocketAddress, Integer> counts() {
        Map<InetSocketAddress, Integer> counts = new HashMap<>();
        visits().forEach(it -> counts.merge(it.place(), 1, Integer::sum));
        return counts;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void serve() {
        while (!closed) {
            try {
                selector.select(this::ready, TICK_MILLIS);
                speak();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept(key);
            } else {
                read((SocketChannel) key.channel());
            }
        } catch (IOException e) {
            gone((SocketChannel) key.channel());
        }
    }

    private void accept(SelectionKey key) throws IOException {
        SocketChannel channel = ((ServerSocketChannel) key.channel()).accept();
        if (channel == null) {
            return;
        }
        Visit visit = new Visit((Server) key.attachment());
        synchronized (visits) {
            visits.add(visit);
        }
        present.put(channel, visit);
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, 2 * LARGE_FLIGHT.length);
        channel.register(selector, SelectionKey.OP_READ);
    }

    private void read(SocketChannel channel) throws IOException {
        Visit visit = present.get(channel);
        int count = channel.read(ByteBuffer.allocate(4096));
        if (count < 0) {
            gone(channel);
        } else if (count > 0 && visit.due == Long.MAX_VALUE && visit.server.kind() != Kind.SILENT) {
            visit.due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(visit.server.delayMillis());
        }
    }

    private void gone(SocketChannel channel) {
        Visit visit = present.remove(channel);
        if (visit != null) {
            visit.ended = System.nanoTime();
        }
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    private void speak() {
        long now = System.nanoTime();
        for (Map.Entry<SocketChannel, Visit> each : List.copyOf(present.entrySet())) {
            Visit visit = each.getValue();
            if (visit.due - now > 0) {
                continue;
            }
            try {
                each.getKey().write(ByteBuffer.wrap(words(visit)));
            } catch (IOException e) {
                gone(each.getKey());
            }
            visit.said++;
            visit.due = visit.server.kind() == Kind.TRICKLE
                    ? now + TimeUnit.MILLISECONDS.toNanos(visit.server.delayMillis())
                    : Long.MAX_VALUE;
        }
    }

    private static byte[] largeFlight() {
        byte[][] certificates = new byte[20][];
        for (int i = 0; i < certificates.length; i++) {
            certificates[i] = TlsBytes.vector(3, new byte[6_000]);
        }
        byte[] chain = TlsBytes.message(11, TlsBytes.vector(3, TlsBytes.join(certificates)));
        List<byte[]> records = new ArrayList<>();
        records.add(TlsBytes.handshake(2, TlsBytes.serverHello(0x0303, 0xC02F)));
        for (int from = 0; from < chain.length; from += 1 << 14) {
            records.add(TlsBytes.record(22, Arrays.copyOfRange(chain, from, Math.min(chain.length, from + (1 << 14)))));
        }
        records.add(TlsBytes.handshake(12, TlsBytes.ecdhe(0x0017, 0x0401)));
        records.add(TlsBytes.handshake(14, new byte[0]));
        return TlsBytes.join(records.toArray(byte[][]::new));
    }

    private static byte[] words(Visit visit) {
        return switch (visit.server.kind()) {
            case SILENT -> new byte[0];
            case TRICKLE -> new byte[] {visit.said < 6 ? TlsBytes.hex("16 0303 4000 02")[visit.said] : 1};
            case REFUSING -> TlsBytes.hex("15 0303 0002 02 28");
            case TLS12 -> TlsBytes.flight12(0x0017, 1);
            case LARGE -> LARGE_FLIGHT;
        };
    }
}
