package dev.shirube.endpoint.transport;

import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One task on its way: what was asked of it, and what is next. Only one thread at a time has it. */
final class Inquiry {
    /** So many failures one behind the other end a course: the host, or something before it, wants no more of this. */
    static final int FAILURES = 3;

    private final SweepTask task;
    private final List<Exchange> exchanges = new ArrayList<>();
    private Optional<InetAddress> address = Optional.empty();
    private Optional<Course> course = Optional.empty();
    private Optional<Attempt> attempt = Optional.empty();
    private Optional<RuntimeException> fault = Optional.empty();
    private int failures;
    private long bytes;
    private long nanos;

    Inquiry(SweepTask task) {
        this.task = task;
    }

    SweepTask task() {
        return task;
    }

    /** Notes where its host is. */
    void located(InetAddress where) {
        address = Optional.of(where);
    }

    InetAddress address() {
        return address.orElseThrow();
    }

    /** Begins its course with what an earlier run recorded. */
    void begin(List<Exchange> earlier) {
        Course begun = task.course().get();
        course = Optional.of(begun);
        earlier.forEach(this::keep);
        earlier.forEach(begun::add);
    }

    /** Keeps an exchange that was just made. */
    void keep(Exchange exchange) {
        exchanges.add(exchange);
        bytes += exchange.received().length;
        failures = failure(exchange.ending()) ? failures + 1 : 0;
    }

    /** Counts the time that a connection took. */
    void spent(long time) {
        nanos += time;
    }

    /** Lets its course have the exchange that was kept last. */
    void understand() {
        course.orElseThrow().add(exchanges.get(exchanges.size() - 1));
    }

    /** Looks what to ask next, if that is anything and the budgets allow it. */
    void next(Budgets budgets, long mostBytes) {
        boolean over = failures >= FAILURES || bytes >= mostBytes || nanos >= budgets.targetMillis() * 1_000_000L;
        attempt = over ? Optional.empty() : course.orElseThrow().next();
    }

    /** Whether there is something to ask. */
    boolean hasNext() {
        return fault.isEmpty() && attempt.isPresent();
    }

    /** What is being asked. */
    Attempt attempt() {
        return attempt.orElseThrow();
    }

    /** Lets go of what was asked: it holds all that was understood. */
    void answered() {
        attempt = Optional.empty();
    }

    /** Ends its course by a fault of ours; what was learnt stays. */
    void fail(RuntimeException thrown) {
        fault = Optional.of(thrown);
    }

    /** Whether a fault of ours ended its course. */
    boolean failed() {
        return fault.isPresent();
    }

    /** Lets go of all but what was said. */
    void end() {
        course = Optional.empty();
        attempt = Optional.empty();
    }

    long bytes() {
        return bytes;
    }

    SweepResult result() {
        return new SweepResult(task, exchanges, fault);
    }

    private static boolean failure(Ending ending) {
        return switch (ending) {
            case TIMED_OUT, UNREACHABLE, RESET -> true;
            case ANSWERED, CLOSED, LIMIT -> false;
        };
    }
}
