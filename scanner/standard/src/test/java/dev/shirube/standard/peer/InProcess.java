package dev.shirube.standard.peer;

import dev.shirube.examples.LoopbackTlsServer;
import dev.shirube.examples.TlsProfile;
import java.io.IOException;
import java.util.List;

/** Bouncy Castle's server in this process, as a counterpart like the others. */
record InProcess(LoopbackTlsServer server) implements Running {
    /** A server with that profile, and these groups instead of the profile's if there are any. */
    static InProcess of(TlsProfile profile, int... groups) throws IOException {
        return new InProcess(
                groups.length == 0 ? LoopbackTlsServer.start(profile) : LoopbackTlsServer.start(profile, 0, groups));
    }

    @Override
    public List<String> listeners() {
        return List.of("tls");
    }

    @Override
    public int port(String listener) {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
