package dev.shirube.exchange.cyclonedx;

import java.util.HashMap;
import java.util.Map;

/** Equal values as one: of a million places most share their system, their detector and the row that found them. */
final class Pool {

    /** Values that are remembered; what comes after them is kept as it is. */
    private static final int MOST = 50_000;

    private final Map<Object, Object> values = new HashMap<>();

    /** The first value that was equal to this one. */
    @SuppressWarnings("unchecked") // an equal value of these final types is of the same type
    <T> T of(T value) {
        Object known = values.get(value);
        if (known == null && values.size() < MOST) {
            values.put(value, value);
        }
        return known == null ? value : (T) known;
    }
}
