package dev.shirube.standard.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder in which one server's settings are laid out, and the free ports it may have. */
final class Workshop {
    private final Machine machine;
    private final Path folder;
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    Workshop(Machine machine) throws IOException {
        this.machine = machine;
        this.folder = machine.newFolder();
    }

    Path folder() {
        return folder;
    }

    Machine machine() {
        return machine;
    }

    /** How the server calls that file of the folder. */
    String path(String name) {
        return machine.inside(folder.resolve(name));
    }

    /** A free port of 127.0.0.1, the same one for the same name. */
    int port(String name) {
        return ports.computeIfAbsent(name, it -> free());
    }

    /** Writes a file; {@code @name@} stands for the folder itself where the name is {@code folder}, or for a port. */
    String write(String name, String text) throws IOException {
        String filled = text.replace("@folder@", machine.inside(folder));
        for (int at = filled.indexOf('@'); at >= 0; at = filled.indexOf('@', at + 1)) {
            int end = filled.indexOf('@', at + 1);
            if (end > at && filled.substring(at + 1, end).matches("[a-z0-9-]+")) {
                filled = filled.substring(0, at) + port(filled.substring(at + 1, end)) + filled.substring(end + 1);
            }
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, filled);
        return path(name);
    }

    /** Makes folders. */
    void folders(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name));
        }
    }

    /** Gives all that is in the folder to that user, the folder itself too. */
    void give(String user) throws IOException {
        machine.run(List.of("chown", "-R", user, path("")));
    }

    /** Makes a key and a self-signed certificate, {@code name.key} and {@code name.pem}. */
    void certificate(String name, String... key) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl", "req", "-x509", "-nodes", "-days", "2"));
        command.addAll(List.of(key));
        command.addAll(List.of("-subj", "/CN=" + name + ".test", "-addext", "subjectAltName=DNS:localhost"));
        command.addAll(List.of("-keyout", path(name + ".key"), "-out", path(name + ".pem")));
        machine.run(command);
        // Several servers refuse a key that others may read.
        Files.setPosixFilePermissions(folder.resolve(name + ".key"), PosixFilePermissions.fromString("rw-------"));
    }

    /** RSA with 2048 bits, as {@code rsa.key} and {@code rsa.pem}. */
    void rsa() throws IOException {
        certificate("rsa", "-newkey", "rsa:2048");
    }

    /** P-256, as {@code ec.key} and {@code ec.pem}. */
    void ec() throws IOException {
        certificate("ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
    }

    /** Copies a resource of a class into the folder. */
    void copy(Class<?> owner, String resource, String name) throws IOException {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is missing");
            }
            Files.copy(in, folder.resolve(name));
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
