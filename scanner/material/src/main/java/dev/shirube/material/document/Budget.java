package dev.shirube.material.document;

import dev.shirube.engine.LimitException;

/** How much of one text is kept, so that a hostile one takes neither the memory nor the stack. */
final class Budget {

    /** Values of one text: a lock file of a thousand packages has some ten thousand. */
    static final int MOST_VALUES = 500_000;

    /** Deeper than anything that people or tools write into these formats. */
    static final int DEEPEST = 64;

    private int values;

    /** Counts one value more. */
    void spend() throws LimitException {
        if (++values > MOST_VALUES) {
            throw new LimitException("document-values=" + MOST_VALUES, values + " values");
        }
    }

    /** Refuses what is nested too deep. */
    static void depth(int depth) throws LimitException {
        if (depth > DEEPEST) {
            throw new LimitException("document-depth=" + DEEPEST, "depth " + depth);
        }
    }
}
