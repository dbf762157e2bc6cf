package dev.shirube.endpoint.transport;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Which connections may take more than a little; the others are not listened to until there is room for them. */
final class LargeLines {
    /** A little: the whole flight of nearly every server. */
    static final int LITTLE = 8 << 10;

    private final HeldBytes held;
    private final int most;
    private final Collection<Line> lines;
    private final Set<Line> admitted = new HashSet<>();
    private final Deque<Line> waiting = new ArrayDeque<>();

    /**
     * None so far.
     *
     * @param lines all that there are, large or not, as they come and go
     */
    LargeLines(HeldBytes held, int most, Collection<Line> lines) {
        this.held = held;
        this.most = most;
        this.lines = lines;
    }

    /** Whether the line may go on; one that may not is told later. */
    boolean admit(Line line) {
        if (admitted.contains(line)) {
            return true;
        }
        if (full()) {
            waiting.add(line);
            return false;
        }
        return admitted.add(line);
    }

    /** While memory is scarce they wait until some was handed over; one that is alone cannot wait for that. */
    private boolean full() {
        return admitted.size() >= most || held.scarce() && lines.size() > 1;
    }

    /** The line is at its end. */
    void ended(Line line) {
        waiting.remove(line);
        admitted.remove(line);
    }

    /** Lets those go on for which there is room now. */
    void goOn() {
        while (!waiting.isEmpty() && !full()) {
            Line next = waiting.poll();
            admitted.add(next);
            next.listen(true);
        }
    }
}
