package dev.shirube.planner.solver;

/** Random numbers that are the same on every platform (xorshift64*). */
final class Rng {
    private long state;

    Rng(long seed) {
        state = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        if (state == 0) {
            state = 1;
        }
        next();
        next();
    }

    private long next() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return state * 0x2545F4914F6CDD1DL;
    }

    /** From 0 to one below the bound. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** From 0 to just below 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }
}
