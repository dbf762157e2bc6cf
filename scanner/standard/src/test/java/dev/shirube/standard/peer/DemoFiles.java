package dev.shirube.standard.peer;

import dev.shirube.examples.LoopbackTlsServer;
import java.io.IOException;

/** The demo's keys and certificates as files, for servers whose own tools make none of that kind. */
final class DemoFiles {
    private DemoFiles() {}

    /** Copies for example {@code mldsa-65}, as {@code mldsa-65.key} and {@code mldsa-65.pem}. */
    static void copy(Workshop workshop, String name) throws IOException {
        workshop.copy(LoopbackTlsServer.class, "tls/" + name + ".chain.pem", name + ".pem");
        workshop.copy(LoopbackTlsServer.class, "tls/" + name + ".key.pem", name + ".key");
    }
}
