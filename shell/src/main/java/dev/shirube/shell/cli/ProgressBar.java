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
    private static final long FIRST_ENDPOINTS = 100;

    private final Console console;
    private final String label;
    private final AtomicLong found = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final String endpoints;
    private String unit = "";
    private long drawn;
    private long nextLine = FIRST_LINE;

    /**
     * A bar with that label before it.
     *
     * @param endpoints word for endpoints, after their number
     */
    public ProgressBar(Console console, String label, String endpoints) {
        this.console = console;
        this.label = label;
        this.endpoints = " " + endpoints;
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

    /**
     * What tells the bar of endpoints, which are few and slow beside files: each counts once it is finished.
     *
     * @param all how many there are
     * @param finished how many of them were finished in an earlier run
     */
    public synchronized ScanListener endpoints(int all, int finished) {
        unit = endpoints;
        found.set(all);
        done.set(finished);
        bytes.set(0);
        nextLine = Math.max(FIRST_ENDPOINTS, 2L * finished);
        return new ScanListener() {
            @Override
            public void unitFinished(String unit, int findings, int diagnostics) {
                done.incrementAndGet();
                draw(false);
            }
        };
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
            console.advise(label + " " + finished + "/" + Math.max(found.get(), finished) + unit);
        }
    }

    private String bar(long finished, long all) {
        int filled = all == 0 ? 0 : (int) (WIDTH * finished / all);
        String size = unit.isEmpty() ? String.format(Locale.ROOT, "  %.1f MB", bytes.get() / 1e6) : unit;
        return label + " [" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + finished + "/" + all + size;
    }
}
