package dev.shirube.material;

import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitMemo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one file may cost, together with everything that is cut out of it: a text with thousands of encrypted keys gets no more
 * time than one key. The inputs derived from one file are looked at one after the other, so the answer does not depend on
 * threads.
 */
record FileBudget(PasswordTrials passwords, PrimeTests primes, Exponentiations exponentiations) {

    private static final UnitMemo<Map<String, FileBudget>> OF_FILES = new UnitMemo<>(ConcurrentHashMap::new);

    /** What is left to the file that the input at that location is, or was derived from. */
    static FileBudget of(ScanUnit unit, String location) {
        return unit.index(OF_FILES)
                .computeIfAbsent(
                        file(unit.location(), location),
                        it -> new FileBudget(
                                new PasswordTrials(unit.context().passwords()),
                                new PrimeTests(),
                                new Exponentiations()));
    }

    /** The location as far as the first separator behind the unit's own. */
    private static String file(String unit, String location) {
        int from = location.startsWith(unit + "!") ? unit.length() + 1 : 0;
        int end = location.indexOf('!', from);
        return end < 0 ? location : location.substring(0, end);
    }
}
