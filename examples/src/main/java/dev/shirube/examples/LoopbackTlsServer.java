package dev.shirube.examples;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.tls.TlsServerProtocol;

/**
 * A TLS server in this process, on 127.0.0.1 alone, by Bouncy Castle: for the demo and for tests.
 *
 * <p>It serves handshakes and sends no content. It uses at most {@value #WORKERS} threads and one that accepts, gives a
 * client {@value #PATIENCE_MILLIS} ms, and accepts nobody any more once closed.
 */
public final class LoopbackTlsServer implements AutoCloseable {
    private static final int WORKERS = 4;
    private static final int PATIENCE_MILLIS = 5_000;

    private final TlsProfile profile;
    private final int[] groups;
    private final ServerSocket listener;
    private final ExecutorService threads;
    private final AtomicInteger connections = new AtomicInteger();

    private LoopbackTlsServer(TlsProfile profile, int[] groups, ServerSocket listener) {
        this.profile = profile;
        this.groups = groups;
        this.listener = listener;
        this.threads = Executors.newFixedThreadPool(WORKERS + 1, LoopbackTlsServer::daemon);
    }

    /**
     * Starts a server on a free port.
     *
     * @throws IOException when no port of 127.0.0.1 can be opened
     */
    public static LoopbackTlsServer start(TlsProfile profile) throws IOException {
        return start(profile, 0);
    }

    /**
     * Starts a server on that port, so that the address that findings carry is the same each time.
     *
     * @param port 0 for any free one
     * @throws IOException when the port is taken or cannot be opened; the message names it
     */
    public static LoopbackTlsServer start(TlsProfile profile, int port) throws IOException {
        return start(profile, port, profile.groups());
    }

    /**
     * Starts a server that speaks other groups than its profile says.
     *
     * @param groups code points of TLS groups, the preferred one first
     * @throws IOException as above
     */
    public static LoopbackTlsServer start(TlsProfile profile, int port, int[] groups) throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        } catch (IOException e) {
            listener.close();
            throw new IOException(
                    "Port " + port + " of 127.0.0.1 cannot be opened (" + e.getMessage() + "); choose another", e);
        }
        LoopbackTlsServer server = new LoopbackTlsServer(profile, groups.clone(), listener);
        server.threads.execute(server::acceptAll);
        return server;
    }

    /** The port of 127.0.0.1 it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The scan target that names this server, for example {@code tls://127.0.0.1:40443}. */
    public String target() {
        return "tls://127.0.0.1:" + port();
    }

    /** How many connections were accepted so far. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                // The listener was closed: this is how a server in this process ends.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            TlsServerProtocol protocol = new TlsServerProtocol(socket.getInputStream(), socket.getOutputStream());
            protocol.accept(new ProfiledTlsServer(profile, groups));
            protocol.close();
        } catch (IOException e) {
            // A client that offers nothing in common, or leaves early, is an ordinary end of a handshake.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "loopback-tls");
        thread.setDaemon(true);
        return thread;
    }
}
