package dev.shirube.material.textkey;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** Bech32 (BIP 173) without its bound on the length, as age uses it; the checksum tells a key from noise. */
final class Bech32 {

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM = 6;

    /**
     * What a text stands for.
     *
     * @param prefix in lower case, without the separator
     */
    record Decoded(String prefix, byte[] bytes) {}

    private Bech32() {}

    /** What that text stands for; nothing if its checksum is wrong. */
    static Optional<Decoded> decode(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int separator = lower.lastIndexOf('1');
        if (separator < 1 || lower.length() - separator - 1 < CHECKSUM) {
            return Optional.empty();
        }
        String prefix = lower.substring(0, separator);
        int[] data = new int[lower.length() - separator - 1];
        for (int i = 0; i < data.length; i++) {
            data[i] = ALPHABET.indexOf(lower.charAt(separator + 1 + i));
            if (data[i] < 0) {
                return Optional.empty();
            }
        }
        return valid(prefix, data) ? bytes(data).map(it -> new Decoded(prefix, it)) : Optional.empty();
    }

    private static boolean valid(String prefix, int[] data) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (int value : data) {
            sum = step(sum, value);
        }
        return sum == 1;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) == 0 ? 0 : GENERATOR[i];
        }
        return next;
    }

    private static Optional<byte[]> bytes(int[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int count = 0;
        for (int i = 0; i < data.length - CHECKSUM; i++) {
            bits = bits << 5 | data[i];
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.write(bits >> count & 0xff);
            }
        }
        boolean padded = count < 5 && (bits & (1 << count) - 1) == 0;
        return padded ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }
}
