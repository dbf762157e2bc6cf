package dev.shirube.endpoint.transport;

import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.transcript.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One thread with one selector: begins the targets that are its share, makes their connections, and keeps their deadlines. */
final class SweepLoop implements Runnable {
    /** The largest datagram; of a stream so much is read at once. */
    private static final int CHUNK = 64 << 10;
    /** The longest sleep, so that a change which nobody told of is seen soon. */
    private static final long NAP_NANOS = 50_000_000L;

    private static final long MILLI = 1_000_000L;

    private final SweepRun run;
    private final Turns turns;
    private final Selector selector;
    private final Queue<Runnable> told = new ConcurrentLinkedQueue<>();
    private final Set<Line> lines = new LinkedHashSet<>();
    private final LargeLines large;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

    SweepLoop(SweepRun run, Turns turns, int large) throws IOException {
        this.run = run;
        this.turns = turns;
        this.large = new LargeLines(run.held(), large, lines);
        this.selector = Selector.open();
    }

    /** Lets the loop's thread do something soon. */
    void tell(Runnable work) {
        told.add(work);
        selector.wakeup();
    }

    /** Lets a target wait for its turn. */
    void add(Inquiry inquiry, InetAddress address) {
        tell(() -> {
            inquiry.located(address);
            turns.add(inquiry, address, inquiry.task().port());
        });
    }

    /** A target that was handed over is held no more. */
    void handedOver() {
        tell(turns::handedOver);
    }

    @Override
    public void run() {
        try {
            while (!run.over()) {
                listen();
                selector.select(this::ready, napMillis(System.nanoTime()));
                long now = System.nanoTime();
                for (Line line : List.copyOf(lines)) {
                    line.expire(now);
                    settle(line);
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            run.broken(e);
        } finally {
            lines.forEach(Line::close);
            Line.close(selector);
        }
    }

    private void listen() throws IOException {
        for (Runnable work = told.poll(); work != null; work = told.poll()) {
            work.run();
        }
        large.goOn();
        for (Optional<Inquiry> next = turns.begin(); next.isPresent(); next = turns.begin()) {
            Inquiry inquiry = next.get();
            run.journal(() -> {
                List<Exchange> earlier = run.events().earlier(inquiry.task());
                tell(() -> begin(inquiry, earlier));
            });
        }
        for (Optional<Inquiry> next = turns.connect(System.nanoTime());
                next.isPresent();
                next = turns.connect(System.nanoTime())) {
            connect(next.get());
        }
    }

    private void begin(Inquiry inquiry, List<Exchange> earlier) {
        guarded(inquiry, () -> inquiry.begin(earlier));
        run.held().add(inquiry.bytes());
        goOn(inquiry);
    }

    private void goOn(Inquiry inquiry) {
        guarded(inquiry, () -> inquiry.next(run.budgets(), run.held().perTarget()));
        if (inquiry.hasNext()) {
            turns.await(inquiry);
        } else {
            turns.done(inquiry);
            run.finished(inquiry, Optional.of(this));
        }
    }

    /** A fault in one target's course ends that course alone. */
    private static void guarded(Inquiry inquiry, Runnable work) {
        if (!inquiry.failed()) {
            try {
                work.run();
            } catch (RuntimeException e) {
                inquiry.fail(e);
            }
        }
    }

    private void connect(Inquiry inquiry) throws IOException {
        long now = System.nanoTime();
        Line.Setting setting = new Line.Setting(
                inquiry, run.budgets(), run.held(), large, run.clock().instant(), now);
        Line line = inquiry.attempt().medium() == Medium.UDP ? new UdpLine(setting) : new TcpLine(setting);
        lines.add(line);
        line.open(
                selector,
                new InetSocketAddress(inquiry.address(), inquiry.task().port()),
                now);
        settle(line);
    }

    private void ready(SelectionKey key) {
        Line line = (Line) key.attachment();
        line.ready(key, buffer, System.nanoTime());
        settle(line);
    }

    /** Where a line has its outcome, keeps it; the course goes on when the journal has it. */
    private void settle(Line line) {
        if (!line.ended() || !lines.remove(line)) {
            return;
        }
        line.close();
        large.ended(line);
        Inquiry inquiry = line.inquiry();
        long now = System.nanoTime();
        turns.ended(inquiry, now);
        inquiry.spent(now - line.begun());
        List<Exchange> made = new ArrayList<>(1);
        try {
            made.add(inquiry.attempt().exchange(line.at(), line.outcome()));
        } catch (RuntimeException e) {
            inquiry.fail(e);
        }
        inquiry.answered();
        made.forEach(inquiry::keep);
        run.journal(() -> {
            made.forEach(it -> run.events().record(inquiry.task(), it));
            tell(() -> {
                guarded(inquiry, inquiry::understand);
                goOn(inquiry);
            });
        });
    }

    private long napMillis(long now) {
        long nap = NAP_NANOS;
        long turn = turns.waits(now);
        if (turn >= 0) {
            nap = Math.min(nap, turn);
        }
        for (Line line : lines) {
            nap = Math.min(nap, line.deadline() - now);
        }
        // At least 1: 0 would mean for ever, and what is due at once was done a moment ago.
        return Math.max(1, (nap + MILLI - 1) / MILLI);
    }
}
