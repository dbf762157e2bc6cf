package dev.shirube.material;

/**
 * Modular exponentiations that one file may ask for: the public half of a DSA or Diffie-Hellman key is one, and the time for it
 * grows with the square of the modulus and with the exponent.
 */
final class Exponentiations {

    /** A thousand keys of DSA with 3,072 bits, or two of Diffie-Hellman with 16,384 bits: some ten seconds. */
    static final int MOST_UNITS = 9_000;

    private static final int UNIT_BITS = 1024;

    private int left = MOST_UNITS;

    /** Whether one more with those lengths is left; it is then counted. */
    synchronized boolean spend(int modulusBits, int exponentBits) {
        long modulus = units(modulusBits);
        long cost = modulus * modulus * units(exponentBits);
        if (cost > left) {
            return false;
        }
        left -= (int) cost;
        return true;
    }

    private static long units(int bits) {
        return ((long) bits + UNIT_BITS - 1) / UNIT_BITS;
    }
}
