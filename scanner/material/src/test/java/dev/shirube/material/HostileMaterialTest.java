package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMaterialTest {

    @Test
    void a_truncated_certificate_is_malformed_even_under_another_name() {
        byte[] whole = MaterialScan.bytes("rsa2048.der");

        assertThat(MaterialScan.of("x.der", Arrays.copyOf(whole, 400)).codes()).containsExactly("malformed");
        assertThat(MaterialScan.of("backup", Arrays.copyOf(whole, 400)).codes()).containsExactly("malformed");
    }

    @Test
    void a_length_that_lies_is_named_with_its_place() {
        byte[] lies = MaterialScan.bytes("rsa2048.der");
        lies[6] = 0x7f;

        MaterialScan scan = MaterialScan.of("x.der", lies);

        assertThat(scan.codes()).containsExactly("malformed");
        assertThat(scan.diagnostics.get(0).arguments().get(1))
                .contains("announces")
                .contains("left");
    }

    @Test
    void nesting_without_end_is_refused_before_any_parser_sees_it() {
        byte[] deep = new byte[4 * 10_000];
        for (int i = 0; i < deep.length; i += 4) {
            int left = deep.length - i - 4;
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x82;
            deep[i + 2] = (byte) (left >> 8);
            deep[i + 3] = (byte) left;
        }

        assertThatThrownBy(() -> DerBounds.end(deep, 0))
                .isInstanceOf(DerException.class)
                .hasMessageContaining("deeper");
        assertThat(MaterialScan.of("deep.der", deep).codes()).containsExactly("malformed");
    }

    @Test
    void indefinite_lengths_are_followed_and_bounded() throws Exception {
        byte[] good = {0x30, (byte) 0x80, 0x02, 0x01, 0x05, 0x30, (byte) 0x80, 0x00, 0x00, 0x00, 0x00};

        assertThat(DerBounds.end(good, 0)).isEqualTo(good.length);
        assertThatThrownBy(() -> DerBounds.end(Arrays.copyOf(good, 9), 0)).isInstanceOf(DerException.class);
    }

    @Test
    void text_named_like_a_certificate_and_bytes_that_are_none() {
        assertThat(MaterialScan.of("x.cer", new byte[] {1, 2, 3, 4, 5}).codes()).containsExactly("not-what-it-says");
        assertThat(MaterialScan.of("notes.crt", "not a certificate\n").codes()).isEmpty();
    }

    @Test
    void asn1_that_is_something_else_is_nothing() {
        byte[] other = {0x30, 0x10, 0x02, 0x01, 0x01, 0x04, 0x01, 0, 0x02, 0x08, 1, 2, 3, 4, 5, 6, 7, 8};

        MaterialScan scan = MaterialScan.of("table.bin", other);

        assertThat(scan.findings).isEmpty();
    }

    @Test
    void a_private_key_in_a_pem_block_that_says_certificate_is_a_private_key() {
        String swapped = MaterialScan.text("p256.spki.pem").replace("PUBLIC KEY", "CERTIFICATE");

        assertThat(MaterialScan.of("x.pem", swapped).key().format()).isEqualTo("SubjectPublicKeyInfo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsa2048.der",
                "p256.pkcs8.der",
                "chain.p7b",
                "modern.p12",
                "opencerts.p12",
                "ssh_rsa",
                "p256.explicit.pem",
                "rsa3072-pss.crt.pem",
                "rsa2048.pbes2.pem",
                "list.crl",
                "resp.ocsp",
                "reqsigned.ocsp",
                "ecdh.p7m",
                "gcm.p7m",
                "r.tsr"
            })
    void whatever_bytes_are_changed_nothing_is_thrown(String file) {
        byte[] whole = MaterialScan.bytes(file);
        Random random = new Random(42);
        for (int round = 0; round < 60; round++) {
            byte[] changed = whole.clone();
            for (int i = 0; i <= round % 4; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = round % 5 == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;

            assertThat(MaterialScan.of(file, cut, "correct-horse").codes()).doesNotContain("detector-failed");
        }
    }

    @Test
    void explicit_parameters_that_are_not_quite_a_named_curve_stay_without_a_name() throws Exception {
        byte[] der = Base64.getMimeDecoder()
                .decode(MaterialScan.text("p256.explicit.pem")
                        .replaceAll("(?s)-----BEGIN EC PARAMETERS.*?-----END EC PARAMETERS-----|-----[^-]*-----", ""));
        byte[] base =
                new BigInteger("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", 16).toByteArray();
        int at = indexOf(der, base);
        der[at + 5] ^= 1;

        MaterialScan scan = MaterialScan.of("evil.der", der);

        assertThat(scan.finding().asset().algorithm().orElseThrow().identity()).isEqualTo("ec-key");
        assertThat(scan.finding().evidence().reason()).isEqualTo("explicit-curve");
        assertThat(scan.key().size()).hasValue(256);
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i <= in.length - what.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("the base point is not there");
    }
}
