package dev.shirube.source.flow;

/** The steps that may be spent on the values of one file, so that no file can hold up a scan. */
final class Budget {
    /** A step is the evaluation of one expression; files of people need some thousands. */
    static final int STEPS = 400_000;

    /** Deepest nesting of evaluations: of calls within calls within variables. */
    static final int DEEPEST = 160;

    private int steps;
    private int depth;
    private boolean exhausted;

    /** Whether one more evaluation may begin; each that may must end in {@link #leave}. */
    boolean enter() {
        if (steps >= STEPS || depth >= DEEPEST) {
            exhausted |= steps >= STEPS;
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
