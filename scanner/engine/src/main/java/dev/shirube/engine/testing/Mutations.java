package dev.shirube.engine.testing;

import java.util.Arrays;
import java.util.Random;

/** Changes that formats of lengths and offsets are sensitive to; the same ones for the same random numbers. */
public final class Mutations {
    private static final int[] TELLING = {0, 1, 0x7f, 0x80, 0xff};

    private Mutations() {}

    /** One to four changes: a byte, a number of two or four bytes, a part cut out or put in twice, the end cut off. */
    public static byte[] of(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 8; changes--) {
            bytes = one(bytes, random);
        }
        return bytes;
    }

    private static byte[] one(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length - 4);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> Arrays.fill(bytes, at, at + 2, (byte) TELLING[random.nextInt(TELLING.length)]);
            case 3 -> Arrays.fill(bytes, at, at + 4, (byte) TELLING[random.nextInt(TELLING.length)]);
            case 4 -> {
                return Arrays.copyOf(bytes, at + 4);
            }
            default -> {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
                int to = random.nextInt(bytes.length - length + 1);
                System.arraycopy(bytes.clone(), at, bytes, to, length);
            }
        }
        return bytes;
    }
}
