package dev.shirube.planner.solver;

import java.util.Arrays;

/**
 * What it costs to finish a task at each boundary, from 0 to the horizon: any table that never falls, shared by all tasks of
 * one class.
 */
public final class CostTable {
    private final long[] at;

    private CostTable(long[] at) {
        this.at = at;
    }

    /**
     * A table.
     *
     * @param at cost at each boundary from 0 to the horizon
     * @throws IllegalArgumentException for one that falls or begins below nothing
     */
    public static CostTable of(long[] at) {
        for (int c = 0; c < at.length; c++) {
            if (at[c] < (c == 0 ? 0 : at[c - 1])) {
                throw new IllegalArgumentException("Finishing later never costs less: boundary " + c);
            }
        }
        return new CostTable(at.clone());
    }

    /** Cost of finishing at that boundary. */
    public long at(int boundary) {
        return at[boundary];
    }

    /** The last boundary. */
    public int horizon() {
        return at.length - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CostTable table && Arrays.equals(at, table.at);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(at);
    }

    @Override
    public String toString() {
        return Arrays.toString(at);
    }
}
