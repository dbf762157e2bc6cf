package dev.shirube.endpoint.transport;

import dev.shirube.engine.ScanTarget.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Asks many endpoints side by side, and each politely: at most two threads hold all connections, and never more of them
 * than the pace and the budgets allow.
 */
public final class Sweep {
    /** How long a name may take to be looked up. */
    static final int NAME_MILLIS = 10_000;

    /** Key shares are made and handshakes opened on the loops' own threads, so that a second one has a use. */
    private static final int LOOPS = 2;

    private final Budgets budgets;
    private final Pace pace;
    private final Clock clock;
    private final Random order;
    private final Names.Lookup lookup;

    /**
     * A sweep that asks in that order and rhythm.
     *
     * @param clock for the times in transcripts; rhythm and deadlines go by a monotonic one
     * @param order decides who is asked first, so that neighbours are not asked one behind the other
     */
    public Sweep(Budgets budgets, Pace pace, Clock clock, Random order) {
        this(budgets, pace, clock, order, InetAddress::getByName);
    }

    Sweep(Budgets budgets, Pace pace, Clock clock, Random order, Names.Lookup lookup) {
        this.budgets = budgets;
        this.pace = pace;
        this.clock = clock;
        this.order = order;
        this.lookup = lookup;
    }

    /**
     * Asks all of them, and returns when each was handed over or the caller wants to stop.
     *
     * @throws IOException when this machine has no channels to give
     */
    public void run(List<SweepTask> tasks, SweepEvents events) throws IOException {
        if (tasks.isEmpty() || events.stopRequested()) {
            return;
        }
        List<SweepTask> shuffled = new ArrayList<>(tasks);
        Collections.shuffle(shuffled, order);
        try (SweepRun run = new SweepRun(this, events, Math.min(LOOPS, tasks.size()))) {
            run.deliver(shuffled);
        }
    }

    Budgets budgets() {
        return budgets;
    }

    Pace pace() {
        return pace;
    }

    Clock clock() {
        return clock;
    }

    Names.Lookup lookup() {
        return lookup;
    }
}
