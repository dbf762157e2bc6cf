package dev.shirube.planner.exposure;

/**
 * A number of uses as an interval over futures and over what is not declared.
 *
 * @param low in 90 % of all futures it is at least so many, with everything undeclared at its harmless end
 * @param likely in half of all futures it is at least so many, with everything undeclared at its harmful end: unknown is never
 *     taken as harmless
 * @param high in 10 % of all futures it is at least so many, with everything undeclared at its harmful end
 */
public record ExposureBand(int low, int likely, int high) {
    /** Refuses ends out of order. */
    public ExposureBand {
        if (low < 0 || low > likely || likely > high) {
            throw new IllegalArgumentException("A band rises: " + low + ", " + likely + ", " + high);
        }
    }

    /** The band as printed: low, likely and high. */
    public String value() {
        return low == high ? Integer.toString(low) : low + "-" + likely + "-" + high;
    }
}
