package dev.shirube.standard.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real server that runs on 127.0.0.1 until it is closed; it and its children are ended by their process ids. */
final class Counterpart implements Running {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int STEP_MILLIS = 50;

    private final Peer peer;
    private final Workshop workshop;
    private final Process process;

    private Counterpart(Peer peer, Workshop workshop, Process process) {
        this.peer = peer;
        this.workshop = workshop;
        this.process = process;
    }

    /** Starts it and waits until it accepts on every port; skips the test where its program is not installed. */
    static Counterpart start(Peer peer) throws IOException {
        peer.machine().assumeHas(peer.program(), peer.from());
        Workshop workshop = new Workshop(peer.machine());
        List<String> command = peer.machine().starting(peer.settings().layOut(workshop));
        Process process = new ProcessBuilder(command)
                .directory(workshop.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(workshop.folder().resolve("out.log").toFile())
                .start();
        Counterpart counterpart = new Counterpart(peer, workshop, process);
        try {
            for (String listener : peer.listeners()) {
                if (!listener.equals(Peer.DATAGRAMS)) {
                    counterpart.await(() -> new Socket("127.0.0.1", workshop.port(listener)).close());
                }
            }
            counterpart.await(() -> peer.afterwards().run(workshop));
            return counterpart;
        } catch (IOException e) {
            counterpart.close();
            throw e;
        }
    }

    @Override
    public List<String> listeners() {
        return peer.listeners();
    }

    @Override
    public int port(String listener) {
        return workshop.port(listener);
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        for (int i = 0; i < 20 && !removed(workshop.folder()); i++) {
            pause();
        }
    }

    /** Whether all is gone; a child on its way out may still have written. */
    private static boolean removed(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private void await(Step step) throws IOException {
        IOException last = new IOException("it was never asked");
        for (int waited = 0; waited < PATIENCE_MILLIS && process.isAlive(); waited += STEP_MILLIS) {
            try {
                step.run();
                return;
            } catch (IOException e) {
                last = e;
                pause();
            }
        }
        throw new IOException("A server did not start: " + last.getMessage() + "\n" + log(), last);
    }

    private String log() throws IOException {
        Path log = workshop.folder().resolve("out.log");
        return Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
