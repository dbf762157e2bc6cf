package dev.shirube.standard.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Where a server runs: on the machine itself, or in a newer Debian suite that {@code .ci/peers.sh} unpacked into a folder.
 *
 * @param root {@code /}, or the folder that becomes the root of what is started
 */
record Machine(Path root) {
    private static final Path HOST = Path.of("/");

    /** This machine. */
    static Machine host() {
        return new Machine(HOST);
    }

    /** The Debian suite of that name. */
    static Machine debian(String suite) {
        return new Machine(cache().resolve(suite));
    }

    /** Where {@code .ci/peers.sh} puts what is too large for the tree; {@code SHIRUBE_PEERS} moves it. */
    static Path cache() {
        String chosen = System.getenv("SHIRUBE_PEERS");
        return chosen != null
                ? Path.of(chosen)
                : Path.of(System.getProperty("user.home"), ".cache", "shirube", "peers");
    }

    /** Skips the test, saying what to install, unless that program is there and may be started. */
    void assumeHas(String program, String from) {
        boolean there = Files.isExecutable(outside(program));
        Assumptions.assumeTrue(there, () -> "needs " + program + " in " + root + " (" + from + ")");
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        Assumptions.assumeTrue(isRoot || root.equals(HOST), () -> "only root may start what lies in " + root);
    }

    /** A new folder that every user may enter; servers that drop their rights go on reading it. */
    Path newFolder() throws IOException {
        Path parent = Files.createDirectories(outside("/tmp"));
        Path folder = Files.createTempDirectory(parent, "peer");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    /** How a program in there calls that file. */
    String inside(Path file) {
        return "/" + root.relativize(file);
    }

    /** Where a file lies that programs in there call so. */
    Path outside(String file) {
        return root.resolve(file.substring(1));
    }

    /** The command that starts this one in there; it keeps the process id. */
    List<String> starting(List<String> command) {
        if (root.equals(HOST)) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of("chroot", root.toString()));
        whole.addAll(command);
        return whole;
    }

    /** Runs a command to its end and gives what it printed. */
    String run(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(starting(command)).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            String text = new String(out.readNBytes(1 << 20), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + ": " + text);
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
