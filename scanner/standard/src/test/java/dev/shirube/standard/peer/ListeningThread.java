package dev.shirube.standard.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** A server in this process for one client after the other, which is how endpoints are asked. */
final class ListeningThread implements Running {
    private static final int PATIENCE_MILLIS = 5_000;

    private final ServerSocket listener;
    private final Service service;

    /** What a connection gets. */
    interface Service {
        /** Serves one; it is closed afterwards. */
        void serve(Socket socket) throws IOException;
    }

    private ListeningThread(ServerSocket listener, Service service) {
        this.listener = listener;
        this.service = service;
    }

    static ListeningThread serving(Service service) throws IOException {
        return on(new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})), service);
    }

    static ListeningThread on(ServerSocket socket, Service service) {
        ListeningThread server = new ListeningThread(socket, service);
        Thread thread = new Thread(server::acceptAll, "peer");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    @Override
    public List<String> listeners() {
        return List.of("tls");
    }

    @Override
    public int port(String name) {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                service.serve(socket);
            } catch (IOException e) {
                // A client that has seen enough, or a listener that was closed.
            }
        }
    }
}
