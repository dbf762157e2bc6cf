package dev.shirube.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interactive shell in a real terminal; needs the Debian package tmux. */
@Tag("slow")
class InteractiveShellTest {

    private static final int TRIES = 150;
    private static final long PAUSE_MILLIS = 200;

    @TempDir
    Path folder;

    private String socket;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        socket = folder.resolve("tmux").toString();
        tmux(
                "new-session",
                "-d",
                "-x",
                "120",
                "-y",
                "40",
                "env",
                "LC_ALL=C.UTF-8",
                "XDG_STATE_HOME=" + folder,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dshirube.tty.in=1",
                "-Dshirube.tty.out=1",
                "-Dshirube.tty.err=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.shirube.shell.Main");
        waitFor(it -> it.contains("shirube>"));
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        tmux("kill-server");
    }

    @Test
    void aLineIsRunAndAnswered() throws IOException, InterruptedException {
        tmux("send-keys", "policy conflicts --pack jp-2035,jp-cryptrec-strength --lang ja", "Enter");
        assertThat(waitFor(it -> it.contains("二つの時計") && it.contains("jp-migrate-2035")))
                .contains("jp-cryptrec-strength");
    }

    @Test
    void tabCompletesACommand() throws IOException, InterruptedException {
        tmux("send-keys", "invent", "Tab");
        assertThat(waitFor(it -> it.contains("inventory"))).contains("shirube> inventory");
    }

    @Test
    void aWrongLineIsAnsweredAndTheShellGoesOn() throws IOException, InterruptedException {
        tmux("send-keys", "scan --bogus", "Enter");
        waitFor(it -> it.contains("no option --bogus"));
        tmux("send-keys", "-l", "--", "--version");
        tmux("send-keys", "Enter");
        waitFor(it -> it.contains("shirube development") || it.contains("shirube 0."));
    }

    @Test
    void anInterruptedScanEndsAndTheShellGoesOn() throws IOException, InterruptedException {
        // More to read than one second lasts: this test's own class path, as JARs.
        String jars = Path.of(org.springframework.context.ApplicationContext.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .resolve("../../../..")
                .normalize()
                .toString();
        tmux("send-keys", "scan " + jars + " --store none", "Enter");
        waitFor(it -> it.contains("scanning ["));
        tmux("send-keys", "C-c");
        waitFor(it -> it.contains("interrupted; what was kept stays"));
        tmux("send-keys", "-l", "--", "--version");
        tmux("send-keys", "Enter");
        waitFor(it -> it.contains("shirube development") || it.contains("shirube 0."));
    }

    /** The screen as soon as it is as expected; the last screen when it never is. */
    private String waitFor(Predicate<String> expected) throws IOException, InterruptedException {
        String screen = "";
        for (int i = 0; i < TRIES; i++) {
            screen = tmux("capture-pane", "-p");
            if (expected.test(screen)) {
                return screen;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("the screen never showed what was expected:\n" + screen);
    }

    private String tmux(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(10, TimeUnit.SECONDS);
        return said;
    }
}
