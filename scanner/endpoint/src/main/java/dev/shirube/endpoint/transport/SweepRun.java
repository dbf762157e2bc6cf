package dev.shirube.endpoint.transport;

import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** One sweep while it goes on: its threads, and what is handed over between them. */
final class SweepRun implements AutoCloseable {
    private static final int POLL_MILLIS = 20;
    private static final int JOIN_MILLIS = 5_000;

    private final Sweep sweep;
    private final SweepEvents events;
    private final HeldBytes held = new HeldBytes(Runtime.getRuntime().maxMemory());
    private final Names names;
    private final List<SweepLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ExecutorService journal = Executors.newSingleThreadExecutor(Threads.named("shirube-journal"));
    private final BlockingQueue<Done> finished = new LinkedBlockingQueue<>();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private volatile boolean over;

    /** A target of which nothing more is to be learnt, and the loop that holds it; none if no address was found. */
    private record Done(Inquiry inquiry, Optional<SweepLoop> loop) {}

    SweepRun(Sweep sweep, SweepEvents events, int shares) throws IOException {
        this.sweep = sweep;
        this.events = events;
        this.names = new Names(sweep.lookup(), Sweep.NAME_MILLIS);
        TokenBucket all = new TokenBucket(sweep.pace().perSecond());
        TurnLimits limits = TurnLimits.of(sweep.pace(), sweep.budgets(), shares);
        long start = System.nanoTime();
        for (int i = 0; i < shares; i++) {
            int large = Math.max(1, held.large(sweep.budgets().connectionBytes()) / shares);
            loops.add(new SweepLoop(this, new Turns(limits, all, held, start), large));
            threads.add(Threads.named("shirube-sweep-" + i).newThread(loops.get(i)));
        }
    }

    /** Hands over every target as it is finished, until none is left or the caller wants to stop. */
    void deliver(List<SweepTask> tasks) {
        threads.forEach(Thread::start);
        tasks.forEach(this::locate);
        try {
            for (int left = tasks.size(); left > 0 && !events.stopRequested(); ) {
                Done done = finished.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                rethrow();
                if (done != null) {
                    held.add(-done.inquiry().bytes());
                    done.loop().ifPresent(SweepLoop::handedOver);
                    events.finished(done.inquiry().result());
                    left--;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void locate(SweepTask task) {
        Inquiry inquiry = new Inquiry(task);
        names.address(task.host(), address -> {
            if (address.isPresent()) {
                share(address.get()).add(inquiry, address.get());
            } else {
                unresolved(inquiry);
            }
        });
    }

    /** The loop that makes all connections to that address, so that their rhythm is known in one place. */
    private SweepLoop share(InetAddress address) {
        // Neighbouring addresses go to different loops: the bits are mixed first (Knuth's multiplicative hashing).
        return loops.get(Math.floorMod(address.hashCode() * 0x9E3779B9 >>> 16, loops.size()));
    }

    private void unresolved(Inquiry inquiry) {
        journal(() -> {
            byte[] nothing = {};
            events.earlier(inquiry.task()).forEach(inquiry::keep);
            inquiry.keep(new Exchange(
                    "resolve",
                    clock().instant(),
                    nothing,
                    nothing,
                    Ending.UNREACHABLE,
                    "the name is not known",
                    Optional.empty()));
            held.add(inquiry.bytes());
            finished(inquiry, Optional.empty());
        });
    }

    /** Does that on the journal's thread, one after the other; once the sweep is over nothing new is begun. */
    void journal(Runnable work) {
        try {
            journal.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException | Error e) {
                    broken(e);
                }
            });
        } catch (RejectedExecutionException e) {
            if (!over) {
                throw e;
            }
        }
    }

    void finished(Inquiry inquiry, Optional<SweepLoop> loop) {
        inquiry.end();
        finished.add(new Done(inquiry, loop));
    }

    /** Ends the sweep with that fault. */
    void broken(Throwable thrown) {
        fault.compareAndSet(null, thrown);
    }

    private void rethrow() {
        Throwable thrown = fault.get();
        if (thrown instanceof IOException e) {
            throw new UncheckedIOException(e);
        }
        if (thrown instanceof Error e) {
            throw e;
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
    }

    boolean over() {
        return over;
    }

    SweepEvents events() {
        return events;
    }

    Budgets budgets() {
        return sweep.budgets();
    }

    Clock clock() {
        return sweep.clock();
    }

    HeldBytes held() {
        return held;
    }

    /** Ends all threads; what was answered is recorded before this returns, and nothing after. */
    @Override
    public void close() {
        over = true;
        names.close();
        loops.forEach(it -> it.tell(() -> {}));
        boolean interrupted = false;
        try {
            for (Thread thread : threads) {
                thread.join(JOIN_MILLIS);
            }
            journal.shutdown();
            journal.awaitTermination(JOIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
