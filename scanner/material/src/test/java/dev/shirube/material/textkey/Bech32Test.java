package dev.shirube.material.textkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Bech32Test {

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    /** Writes Bech32 as BIP 173 describes it, apart from the reader under test. */
    static String encode(String prefix, byte[] bytes) {
        int groups = (bytes.length * 8 + 4) / 5;
        int[] data = new int[groups];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int value = bytes[bit / 8] >> 7 - bit % 8 & 1;
            data[bit / 5] |= value << 4 - bit % 5;
        }
        StringBuilder text = new StringBuilder(prefix).append('1');
        for (int value : data) {
            text.append(ALPHABET.charAt(value));
        }
        int sum = 1;
        for (char c : prefix.toCharArray()) {
            sum = polymod(sum, c >> 5);
        }
        sum = polymod(sum, 0);
        for (char c : prefix.toCharArray()) {
            sum = polymod(sum, c & 31);
        }
        for (int value : data) {
            sum = polymod(sum, value);
        }
        for (int i = 0; i < 6; i++) {
            sum = polymod(sum, 0);
        }
        sum ^= 1;
        for (int i = 0; i < 6; i++) {
            text.append(ALPHABET.charAt(sum >> 5 * (5 - i) & 31));
        }
        return text.toString();
    }

    private static int polymod(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < 5; i++) {
            if ((top >> i & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }

    @ParameterizedTest
    @ValueSource(strings = {"A12UEL5L", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"})
    void valid_texts_of_bip_173(String text) {
        assertThat(Bech32.decode(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A12UEL5M", "pzry9x0s0muk", "1pzry9x0s0muk", "x1b4n0q5v", "li1dgmt3", "", "1", "age1"})
    void invalid_texts_of_bip_173(String text) {
        assertThat(Bech32.decode(text)).isEmpty();
    }

    @Test
    void what_is_written_is_read() {
        byte[] bytes = {0, 1, 2, (byte) 0xff, 127, (byte) 0x80};

        assertThat(Bech32.decode(encode("age-secret-key-", bytes)))
                .hasValueSatisfying(it -> assertThat(it.bytes()).isEqualTo(bytes));
    }
}
