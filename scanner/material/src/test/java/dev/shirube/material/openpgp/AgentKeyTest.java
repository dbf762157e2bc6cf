package dev.shirube.material.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.material.MaterialScan;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that the agent of GnuPG 2.2 wrote. */
class AgentKeyTest {

    @ParameterizedTest
    @CsvSource({
        "ed25519, PRIVATE eddsa;curve=other/Ed25519 256, not-locked",
        "p256, PRIVATE ec-key;curve=nist/P-256 256, not-locked",
        "locked-p384, PRIVATE ec-key;curve=nist/P-384 384, locked",
        "dsa, PRIVATE dsa;parameter=2048 2048, not-locked",
        "rsa, PRIVATE rsa-key;parameter=2048 2048, not-locked",
    })
    void algorithm_size_and_lock(String file, String key, String state) {
        MaterialScan scan = MaterialScan.fixture("openpgp/agent/" + file + ".key");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.keys()).containsExactly(key);
        assertThat(scan.keyFinding().evidence().values()).containsExactly(state);
    }

    @Test
    void the_canonical_form() {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.writeBytes("(21:protected-private-key(3:rsa(1:n129:".getBytes(StandardCharsets.US_ASCII));
        byte[] modulus = new byte[129];
        Arrays.fill(modulus, (byte) 0x99);
        modulus[0] = 0;
        key.writeBytes(modulus);
        key.writeBytes(
                ")(1:e1:\3)(9:protected25:openpgp-s2k3-sha1-aes-cbc()4:abcd)))".getBytes(StandardCharsets.US_ASCII));

        MaterialScan scan = MaterialScan.of("private-keys-v1.d/A.key", key.toByteArray());

        assertThat(scan.keys()).containsExactly("PRIVATE rsa-key;parameter=1024 1024");
        assertThat(scan.keyFinding().evidence().values()).containsExactly("locked");
    }

    @Test
    void the_private_part_is_never_told() {
        String text = MaterialScan.text("openpgp/agent/ed25519.key");
        String secret = text.substring(text.indexOf("(d") + 4, text.indexOf("(d") + 30);

        assertThat(MaterialScan.of("a.key", text).everything()).doesNotContain(secret);
        assertThat(MaterialScan.of("a.key", text.replace(")", "")).codes()).containsExactly("malformed");
        assertThat(MaterialScan.of("a.key", text.replace(")", "")).everything()).doesNotContain(secret);
    }

    @Test
    @Timeout(20)
    void depth_and_length_are_bounded() {
        assertThat(MaterialScan.of("a.key", "(private-key " + "(".repeat(100_000))
                        .codes())
                .containsExactly("malformed");
        assertThat(MaterialScan.of("a.key", "(private-key (rsa " + "a ".repeat(100_000))
                        .codes())
                .containsExactly("malformed");
        assertThat(MaterialScan.of("a.key", "(11:private-key(3:rsa(1:n999999:abc")
                        .codes())
                .containsExactly("malformed");
    }

    @Test
    @Timeout(60)
    void whatever_bytes_are_changed_nothing_is_thrown() {
        Random random = new Random(7);
        for (String file : List.of(
                "agent/p256.key",
                "agent/rsa.key",
                "ed.sig",
                "pubring.gpg",
                "pubring.kbx",
                "symmetric.gpg",
                "dsa.signed.gpg",
                "ed.sec.asc",
                "locked.sec.asc",
                "rfc9580.v6.pub.asc")) {
            byte[] whole = MaterialScan.bytes("openpgp/" + file);
            for (int round = 0; round < 200; round++) {
                byte[] changed = round % 5 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int i = 0; i <= round % 4 && changed.length > 0; i++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                assertThat(MaterialScan.of(file, changed).findings).hasSizeLessThan(200);
            }
        }
    }
}
