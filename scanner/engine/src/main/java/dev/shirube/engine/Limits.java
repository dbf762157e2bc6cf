package dev.shirube.engine;

/**
 * The bounds that keep hostile input from using up the machine; each that is reached is a diagnostic, never silence.
 *
 * @param inputBytes largest input that is read whole
 * @param depth how deep archives may nest
 * @param ratio how many times larger than its compressed form an entry above {@code ratioFloor} may be
 * @param ratioFloor below this many inflated bytes the ratio is not looked at
 * @param unitBytes how many bytes may be inflated from one archive, nested ones included
 * @param entries how many entries one archive may have
 * @param derivedDepth how deep inputs derived by detectors may nest
 */
public record Limits(
        long inputBytes, int depth, int ratio, long ratioFloor, long unitBytes, int entries, int derivedDepth) {

    /** The bounds of an ordinary scan; the largest input is smaller where the heap is small. */
    public static final Limits STANDARD =
            new Limits(Memory.largestInput(256L << 20), 8, 200, 64L << 20, 16L << 30, 1_000_000, 8);
}
