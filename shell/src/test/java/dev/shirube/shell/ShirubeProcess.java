package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the program as its users do, in a process of its own, and keeps what it said and how it ended. */
record ShirubeProcess(int exit, String out, String err) {

    private static final long SECONDS = 120;
    private static final Map<String, String> UTF8 = Map.of("LC_ALL", "C.UTF-8");

    /** Runs the words in that folder, without a terminal, under {@code LC_ALL=C.UTF-8}. */
    static ShirubeProcess run(Path folder, String... words) throws IOException {
        return run(folder, UTF8, words);
    }

    /** Runs the words in that folder with those variables set. */
    static ShirubeProcess run(Path folder, Map<String, String> variables, String... words) throws IOException {
        return start(folder, variables, command(words)).await();
    }

    /** Runs the words under a line of shell script, in which {@code "$@"} stands for the program and its arguments. */
    static ShirubeProcess under(String script, Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(command(words));
        return start(folder, UTF8, command).await();
    }

    /** Starts the words in that folder and leaves them running. */
    static Running start(Path folder, String... words) throws IOException {
        return start(folder, UTF8, command(words));
    }

    /** Starts any command in that folder, without a terminal and with only those variables for the locale. */
    static Running start(Path folder, Map<String, String> variables, List<String> command) throws IOException {
        Path out = Files.createTempFile("shirube-out-", ".txt");
        Path err = Files.createTempFile("shirube-err-", ".txt");
        List<String> line = new ArrayList<>(interruptsIgnored() ? DEFAULT_INTERRUPTS : List.of());
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("JAVA_TOOL"));
        builder.environment().putAll(variables);
        return new Running(builder.start(), out, err);
    }

    private static final List<String> DEFAULT_INTERRUPTS = List.of("env", "--default-signal=INT");

    /**
     * Whether whoever runs the tests ignores interrupts, as a shell makes what it starts in the background do (POSIX XCU 2.11):
     * a program inherits that, and no test could interrupt it.
     */
    private static boolean interruptsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(it -> it.startsWith("SigIgn:"))
                .map(it ->
                        Long.parseUnsignedLong(it.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(it -> (it & 1L << (SIGINT - 1)) != 0);
    }

    private static final int SIGINT = 2;

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dshirube.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.shirube.shell.Main"));
        if (Runtime.version().feature() >= 22) {
            // What the program's manifest says to Java 22 and later, which warn of native libraries otherwise.
            command.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(Arrays.asList(words));
        return command;
    }

    /** A process that has been started, and where what it says is kept. */
    record Running(Process process, Path out, Path err) {

        /** Waits for its end. */
        ShirubeProcess await() throws IOException {
            try {
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("a process did not end; it said " + Files.readString(err));
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

    /** It ended with that code, said all of that on standard error, and showed no stack trace anywhere. */
    ShirubeProcess endsWith(int code, String... said) {
        assertThat(exit).as(err + out).isEqualTo(code);
        for (String part : said) {
            assertThat(err).contains(part);
        }
        assertThat(err + out).doesNotContain("\tat ", "Exception in", "fault of Shirube");
        return this;
    }

    /** It refused: that code, nothing on standard output, and one line that says all of that. */
    ShirubeProcess refuses(int code, String... said) {
        endsWith(code, said);
        assertThat(out).isEmpty();
        assertThat(err).startsWith("shirube: ");
        return this;
    }
}
