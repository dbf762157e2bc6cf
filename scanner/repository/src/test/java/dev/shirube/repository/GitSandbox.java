package dev.shirube.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder in which the real {@code git} makes repositories, without settings of the user or the system. */
record GitSandbox(Path directory) {

    static GitSandbox init(Path directory, String... options) throws Exception {
        Files.createDirectories(directory);
        GitSandbox sandbox = new GitSandbox(directory);
        List<String> arguments = new ArrayList<>(List.of("init", "-q", "-b", "main"));
        arguments.addAll(List.of(options));
        sandbox.git(arguments.toArray(String[]::new));
        return sandbox;
    }

    GitSandbox write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    GitSandbox write(String name, byte[] bytes) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return this;
    }

    String commit(String message) throws Exception {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", message);
        return git("rev-parse", "HEAD");
    }

    /** The id of an object with that text, checked by nobody. */
    String object(String type, String text) throws Exception {
        Path file = Files.writeString(directory.resolve(".git/object.tmp"), text);
        return git("hash-object", "-t", type, "-w", "--literally", file.toString());
    }

    /** Standard output, stripped. */
    String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        for (String role : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + role + "_NAME", "Test");
            builder.environment().put("GIT_" + role + "_EMAIL", "test@example.org");
            builder.environment().put("GIT_" + role + "_DATE", "2026-01-01T00:00:00Z");
        }
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
        return output.strip();
    }
}
