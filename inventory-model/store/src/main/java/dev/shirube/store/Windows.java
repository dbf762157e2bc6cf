package dev.shirube.store;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Which two states are compared: for every target of every system, from when until when. */
public final class Windows {

    /**
     * Two states of a target.
     *
     * @param from number of the snapshot after which the first state was known; 0 for before all of them
     * @param to number of the snapshot after which the second one was known
     */
    public record Window(long from, long to) {
        /** Refuses a window that goes backwards. */
        public Window {
            if (from > to) {
                throw new IllegalArgumentException("The snapshot " + from + " is later than " + to);
            }
        }

        /** Whether a row with that interval was there in the first state. */
        boolean inFirst(long first, long until) {
            return first <= from && from < until;
        }

        /** The same for the second one. */
        boolean inSecond(long first, long until) {
            return first <= to && to < until;
        }

        boolean holds(long snapshot) {
            return from < snapshot && snapshot <= to;
        }
    }

    private final BiFunction<String, String, Optional<Window>> choice;
    private final Window widest;
    private final long earliestTo;

    private Windows(BiFunction<String, String, Optional<Window>> choice, Window widest, long earliestTo) {
        this.choice = choice;
        this.widest = widest;
        this.earliestTo = earliestTo;
    }

    /** From what was known after one snapshot to what was known after another, of all systems. */
    public static Windows between(Snapshot before, Snapshot after) {
        return fixed(new Window(before.number(), after.number()));
    }

    private static Windows fixed(Window window) {
        return new Windows((system, target) -> Optional.of(window), window, window.to());
    }

    /** From what was known on that day until now; nothing if there is no snapshot of that day or before. */
    public static Optional<Windows> since(LocalDate day, List<Snapshot> snapshots) {
        return snapshots.stream()
                .filter(it -> !it.asOf().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(it -> between(it, snapshots.get(snapshots.size() - 1)));
    }

    /**
     * Of each target the latest complete snapshot and the one before: what its last scan changed. A target that was scanned
     * once is compared with nothing. Nothing if no target was scanned twice.
     */
    public static Optional<Windows> latest(List<Snapshot> snapshots) {
        Map<List<String>, Deque<Long>> lastTwo = new HashMap<>();
        for (Snapshot snapshot : snapshots) {
            for (String target : snapshot.complete() ? snapshot.targets() : List.<String>of()) {
                Deque<Long> numbers =
                        lastTwo.computeIfAbsent(List.of(snapshot.system(), target), it -> new ArrayDeque<>());
                numbers.addLast(snapshot.number());
                if (numbers.size() > 2) {
                    numbers.removeFirst();
                }
            }
        }
        if (lastTwo.values().stream().noneMatch(it -> it.size() == 2)) {
            return Optional.empty();
        }
        Map<List<String>, Window> windows = new HashMap<>();
        lastTwo.forEach((target, it) ->
                windows.put(target, new Window(it.size() == 2 ? it.getFirst() : 0, it.getLast())));
        return Optional.of(new Windows(
                (system, target) -> Optional.ofNullable(windows.get(List.of(system, target))),
                new Window(
                        windows.values().stream().mapToLong(Window::from).min().orElseThrow(),
                        windows.values().stream().mapToLong(Window::to).max().orElseThrow()),
                windows.values().stream().mapToLong(Window::to).min().orElseThrow()));
    }

    /** The window of that target; nothing for one that is not compared, as no scan of it was completed. */
    public Optional<Window> of(String system, String target) {
        return choice.apply(system, target);
    }

    /** From the first of all beginnings to the last of all ends. */
    public Window widest() {
        return widest;
    }

    /** The first of all ends: what ended by then stands in no second state. */
    long earliestTo() {
        return earliestTo;
    }
}
