package dev.shirube.standard.peer;

import java.io.IOException;
import java.util.List;

/** A server that runs on 127.0.0.1 until it is closed. */
public interface Running extends AutoCloseable {
    /**
     * What it listens for, each an endpoint: {@code tls}, {@code ssh}, {@code ike}, or the id of a way to start TLS, for
     * example {@code smtp}.
     */
    List<String> listeners();

    /** The port of that listener. */
    int port(String listener);

    @Override
    void close() throws IOException;
}
