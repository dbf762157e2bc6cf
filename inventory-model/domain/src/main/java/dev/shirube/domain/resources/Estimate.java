package dev.shirube.domain.resources;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Three estimates of one amount, each of which may be unknown.
 *
 * @param low not less than this
 * @param likely most likely this
 * @param high not more than this
 */
public record Estimate(Optional<Long> low, Optional<Long> likely, Optional<Long> high) {

    /** Nothing known. */
    public static final Estimate UNKNOWN = new Estimate(Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses less than nothing, and estimates that fall. */
    public Estimate {
        if (!rising(low, likely, high)) {
            throw new IllegalArgumentException("Estimates from low to high do not fall: " + low + likely + high);
        }
    }

    /** Only the likely amount is known. */
    public static Estimate likely(long amount) {
        return new Estimate(Optional.empty(), Optional.of(amount), Optional.empty());
    }

    /** Whether those that are known are not negative and do not fall. */
    public static boolean rising(Optional<Long> low, Optional<Long> likely, Optional<Long> high) {
        List<Long> known =
                Stream.of(low, likely, high).flatMap(Optional::stream).toList();
        return known.stream().allMatch(it -> it >= 0)
                && known.equals(known.stream().sorted().toList());
    }

    /** Whether any is known. */
    public boolean known() {
        return !equals(UNKNOWN);
    }
}
