package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.shell.cli.CommandLine;
import dev.shirube.shell.cli.Console;
import dev.shirube.shell.cli.Exit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code roadmap solve}, judged by the bench's own program; needs {@code python3}. */
@Tag("slow")
class SolveCommandTest {
    private static final Path BENCH =
            Path.of("..", "benchmarks", "planner").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void theJudgeFindsThePlanValidAndTheCertificateWorthWhatItSays() throws Exception {
        Path instance = folder.resolve("r200.json");
        python("gen_roadmap.py", "--tasks", "200", "--seed", "11", "--out", instance.toString());
        String plan = folder.resolve("plan.json").toString();
        String said = run("roadmap", "solve", instance.toString(), "--work", "4", "--out", plan);
        String bound = said.replaceAll("(?s).*less than (\\d+):.*", "$1");
        String judged = python("validate.py", instance.toString(), plan, "--bound-iterations", "0", "--baseline");
        assertThat(judged)
                .contains("\"valid\": true", "\"hard_deadlines_missed\": 0", "\"certificate\": " + bound)
                .doesNotContain("certificate_rejected", "internal_error");

        String again = folder.resolve("again.json").toString();
        run("roadmap", "solve", instance.toString(), "--work", "4", "--out", again);
        assertThat(Files.readString(Path.of(again))).isEqualTo(Files.readString(Path.of(plan)));
    }

    private String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, false, true);
        Exit exit = new CommandLine(Commands.all(), "test").run(List.of(words), console);
        console.flush();
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(Exit.DONE);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String python(String script, String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(
                List.of("python3", BENCH.resolve(script).toString()));
        command.addAll(List.of(words));
        Path out = folder.resolve("python.out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        return Files.readString(out);
    }
}
