package dev.shirube.material;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Tests for primality that one file may ask for. One of 8,192 bits takes most of a second, and the time grows with the cube of
 * the length.
 */
final class PrimeTests {

    /** Four of 8,192 bits, or 256 of 2,048 bits. */
    static final int MOST_UNITS = 2048;

    static final int MOST_BITS = 8192;

    private static final int UNIT_BITS = 1024;
    private static final int CERTAINTY = 20;

    private int left = MOST_UNITS;
    private boolean refused;

    /** Whether that number is prime; nothing if testing it would cost too much. */
    synchronized Optional<Boolean> isPrime(BigInteger number) {
        int length = (number.bitLength() + UNIT_BITS - 1) / UNIT_BITS;
        long cost = (long) length * length * length;
        if (number.bitLength() > MOST_BITS || cost > left) {
            refused = true;
            return Optional.empty();
        }
        left -= (int) cost;
        return Optional.of(number.isProbablePrime(CERTAINTY));
    }

    /** Whether a number was not tested since this was asked last. */
    synchronized boolean refused() {
        boolean was = refused;
        refused = false;
        return was;
    }
}
