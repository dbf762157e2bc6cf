package dev.shirube.source.language;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a task on a stack of known, ample size.
 *
 * <p>JDT descends recursively into what its parser read without recursion, and so do those who read what it found: a few
 * thousand nested blocks overflow the stack of an ordinary thread, and how many they are depends on who started it.
 */
public final class DeepStack {

    /** Enough for 20,000 links of a call chain or of {@code else if}; only as much as is used becomes real memory. */
    public static final int MEBIBYTES = 64;

    private static final long BYTES = (long) MEBIBYTES << 20;

    private DeepStack() {}

    /** What the task returns, run where it is if that is on such a stack already; nothing when even this stack was not deep enough. */
    public static <T> Optional<T> call(Supplier<T> task) {
        if (Thread.currentThread() instanceof Deep) {
            try {
                return Optional.of(task.get());
            } catch (StackOverflowError e) {
                return Optional.empty();
            }
        }
        Run<T> run = new Run<>(task);
        Thread thread = new Deep(run, Thread.currentThread().getName() + "-source");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // parsing ends by itself; the wish to stop is handed on afterwards
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return run.result();
    }

    private static final class Deep extends Thread {
        Deep(Runnable run, String name) {
            super(null, run, name, BYTES);
        }
    }

    private static final class Run<T> implements Runnable {
        private final Supplier<T> task;
        private T value;
        private boolean overflow;
        private RuntimeException exception;
        private Error error;

        Run(Supplier<T> task) {
            this.task = task;
        }

        @Override
        public void run() {
            try {
                value = task.get();
            } catch (StackOverflowError e) {
                overflow = true;
            } catch (RuntimeException e) {
                exception = e; // handed over as it is: thrown again on the thread that asked
            } catch (Error e) {
                error = e;
            }
        }

        /** Read after the thread has ended. */
        Optional<T> result() {
            if (exception != null) {
                throw exception;
            }
            if (error != null) {
                throw error;
            }
            return overflow ? Optional.empty() : Optional.of(value);
        }
    }
}
