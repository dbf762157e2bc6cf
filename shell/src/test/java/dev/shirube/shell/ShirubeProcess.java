package dev.shirube.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the program as its users do, in a process of its own, and keeps what it said and how it ended. */
record ShirubeProcess(int exit, String out, String err) {

    private static final long SECONDS = 60;

    /** Runs the words in that folder, without a terminal, under {@code LC_ALL=C.UTF-8}. */
    static ShirubeProcess run(Path folder, String... words) throws IOException {
        return run(folder, Map.of("LC_ALL", "C.UTF-8"), words);
    }

    /** Runs the words in that folder with those variables set. */
    static ShirubeProcess run(Path folder, Map<String, String> variables, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dshirube.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.shirube.shell.Main"));
        command.addAll(List.of(words));
        Path out = Files.createTempFile("shirube-out-", ".txt");
        Path err = Files.createTempFile("shirube-err-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("JAVA_TOOL"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("shirube " + String.join(" ", words) + " did not end");
            }
            return new ShirubeProcess(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
