package dev.shirube.shell;

import dev.shirube.shell.cli.Session;
import dev.shirube.shell.cli.Terminals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The user's wish to stop, and the user's word before something is contacted. */
final class Interruption {

    /** How long the unit under way may take to end after the user has asked to stop. */
    private static final long GRACE_SECONDS = 10;

    private static final CountDownLatch ENDED = new CountDownLatch(1);

    /** The flag of the scan under way, or of the last one. */
    private static volatile AtomicBoolean latest = new AtomicBoolean();

    private Interruption() {}

    /** A flag that is set when the process is asked to end (Ctrl-C): what was kept by then stays kept. */
    static AtomicBoolean watch() {
        AtomicBoolean cancelled = new AtomicBoolean();
        latest = cancelled;
        Thread main = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (main.isAlive() && ENDED.getCount() > 0) {
                                cancelled.set(true);
                                await();
                            }
                        },
                        "shirube-interruption"));
        return cancelled;
    }

    /** Asks the scan under way to stop, as Ctrl-C does in the interactive shell, which itself goes on. */
    static void interrupt() {
        latest.set(true);
    }

    /** The command has ended by itself: nobody needs to wait for it any more. */
    static void ended() {
        ENDED.countDown();
    }

    private static void await() {
        try {
            ENDED.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks on a terminal whether to go on; without a terminal the command line itself is the word. */
    static boolean agrees(Session session) {
        if (!Terminals.in() || !Terminals.err()) {
            return true;
        }
        session.console().warn(session.say("Go on? [y/N]", "続けますか？ [y/N]"));
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException e) {
            return false;
        }
    }
}
