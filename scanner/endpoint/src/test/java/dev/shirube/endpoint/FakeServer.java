package dev.shirube.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on 127.0.0.1 that does to each connection whatever a test tells it to, and counts them. */
public final class FakeServer implements AutoCloseable {
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, FakeServer::daemon);
    private final AtomicInteger connections = new AtomicInteger();
    private final Behaviour behaviour;

    /** What to do with a connection; the socket is closed afterwards. */
    public interface Behaviour {
        void serve(Socket socket, InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    private FakeServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        threads.execute(this::acceptAll);
    }

    public static FakeServer doing(Behaviour behaviour) throws IOException {
        return new FakeServer(behaviour);
    }

    /** Waits for the hello and answers with these bytes. */
    public static FakeServer answering(byte[] answer) throws IOException {
        return doing((socket, in, out) -> {
            readHello(in);
            out.write(answer);
            out.flush();
            in.read();
        });
    }

    public static byte[] readHello(InputStream in) throws IOException {
        byte[] buffer = new byte[8192];
        int count = in.read(buffer);
        return Arrays.copyOf(buffer, Math.max(count, 0));
    }

    public int port() {
        return listener.getLocalPort();
    }

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
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(10_000);
            behaviour.serve(socket, socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            // The client has heard enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-server");
        thread.setDaemon(true);
        return thread;
    }
}
