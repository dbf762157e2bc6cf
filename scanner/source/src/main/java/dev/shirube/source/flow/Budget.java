package dev.shirube.source.flow;

/** The steps that may be spent on the values of one file, so that no file can hold up a scan. */
final class Budget {
    /** A step is the evaluation of one expression; files of people need some thousands. */
    static final int STEPS = 100_000;

    /** Steps before words are known that the file awaits: as a rule they are enough for the words that are needed first. */
    static final int FIRST_STEPS = 10_000;

    /** Deepest nesting of evaluations: of calls within calls within variables. */
    static final int DEEPEST = 160;

    private final int most;
    private int steps;
    private int depth;
    private boolean exhausted;

    /** @param most steps */
    Budget(int most) {
        this.most = most;
    }

    /** Whether one more evaluation may begin; each that may must end in {@link #leave}. */
    boolean enter() {
        if (steps >= most || depth >= DEEPEST) {
            exhausted |= steps >= most;
            return false;
        }
        steps++;
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }

    /** Whether values were left open for want of steps. */
    boolean exhausted() {
        return exhausted;
    }
}
