package dev.shirube.shell.cli;

import dev.shirube.engine.ScanListener;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A scan's progress on standard error: a bar drawn in place on a terminal, otherwise a line each time the number of
 * inputs looked at has doubled.
 */
public final class ProgressBar implements ScanListener {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final long FIRST_LINE = 1_000;

    private final Console console;
    private final String label;
    private final AtomicLong found = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private long drawn;
    private long nextLine = FIRST_LINE;

    /** A bar with that label before it. */
    public ProgressBar(Console console, String label) {
        this.console = console;
        this.label = label;
    }

    @Override
    public void inputsFound(long inputs, long size) {
        found.addAndGet(inputs);
    }

    @Override
    public void inputsDone(long inputs, long size) {
        done.addAndGet(inputs);
        bytes.addAndGet(size);
        draw(false);
    }

    /** Takes the bar away; what was found is said elsewhere. */
    public void close() {
        console.redraw("");
    }

    private synchronized void draw(boolean now) {
        long finished = done.get();
        if (console.errTerminal()) {
            // Wall time decides only how often the bar is drawn, never what is found.
            long nanos = System.nanoTime();
            if (now || nanos - drawn > REDRAW_NANOS) {
                drawn = nanos;
                console.redraw(bar(finished, Math.max(found.get(), finished)));
            }
        } else if (finished >= nextLine) {
            nextLine = finished * 2;
            console.advise(label + " " + finished + "/" + Math.max(found.get(), finished));
        }
    }

    private String bar(long finished, long all) {
        int filled = all == 0 ? 0 : (int) (WIDTH * finished / all);
        return label + " [" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + finished + "/" + all
                + String.format(Locale.ROOT, "  %.1f MB", bytes.get() / 1e6);
    }
}
