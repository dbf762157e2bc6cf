package dev.shirube.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * So many threads, the calling one included: it takes a task itself when the short queue is full, so that no more inputs
 * are held than there are threads.
 */
final class Workers implements AutoCloseable {
    private static final int QUEUED_FOR_EACH = 64;

    private final ExecutorService pool;
    private final Phaser open = new Phaser(1);
    private final AtomicReference<Throwable> fault = new AtomicReference<>();

    Workers(int threads) {
        pool = threads == 1
                ? null
                : new ThreadPoolExecutor(
                        threads - 1,
                        threads - 1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(QUEUED_FOR_EACH * threads),
                        task -> {
                            Thread thread = new Thread(task, "shirube-scan");
                            thread.setDaemon(true);
                            return thread;
                        },
                        new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /** Runs the task, now or soon. */
    void run(Runnable task) {
        if (pool == null) {
            task.run();
            return;
        }
        open.register();
        pool.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                fault.compareAndSet(null, e);
            } finally {
                open.arriveAndDeregister();
            }
        });
    }

    /** Returns when all tasks have run; throws what the first failing one threw. */
    void await() {
        open.arriveAndAwaitAdvance();
        Throwable thrown = fault.getAndSet(null);
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
