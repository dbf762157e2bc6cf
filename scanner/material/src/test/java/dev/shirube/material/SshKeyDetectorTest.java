package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset.KeyKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshKeyDetectorTest {

    @ParameterizedTest
    @CsvSource({
        "ssh_ed25519.pub, PUBLIC, eddsa;curve=other/Ed25519, 256",
        "ssh_rsa.pub, PUBLIC, rsa-key;parameter=3072, 3072",
        "ssh_ecdsa_locked.pub, PUBLIC, ec-key;curve=nist/P-384, 384",
        "ssh_ed25519, PRIVATE, eddsa;curve=other/Ed25519, 256",
        "ssh_rsa, PRIVATE, rsa-key;parameter=3072, 3072",
        "authorized_keys, PUBLIC, eddsa;curve=other/Ed25519, 256",
        "known_hosts, PUBLIC, rsa-key;parameter=3072, 3072",
    })
    void a_key_has_type_and_size(String file, KeyKind kind, String identity, int size) {
        MaterialScan scan = MaterialScan.fixture(file);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.key().kind()).isEqualTo(kind);
        assertThat(scan.key().key().identity()).isEqualTo(identity);
        assertThat(scan.key().size()).hasValue(size);
        assertThat(scan.finding().occurrence().line()).hasValue(1);
    }

    @Test
    void a_locked_private_key_shows_its_public_part() {
        MaterialScan scan = MaterialScan.fixture("ssh_ecdsa_locked");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.key().kind()).isEqualTo(KeyKind.PRIVATE);
        assertThat(scan.key().fingerprint())
                .isEqualTo(MaterialScan.fixture("ssh_ecdsa_locked.pub").key().fingerprint());
        assertThat(scan.finding().evidence().values()).contains("encrypted");
    }

    @Test
    void an_ssh_key_and_the_same_key_in_pkcs8_are_one_key() throws Exception {
        // ssh-keygen writes the same key in PKCS#8 with -m PKCS8; here the SSH blob is made from the SPKI instead.
        byte[] spki = Base64.getMimeDecoder()
                .decode(MaterialScan.text("ed25519.spki.pem").replaceAll("-----.*-----", ""));
        byte[] blob = new byte[51];
        blob[3] = 11;
        System.arraycopy("ssh-ed25519".getBytes(StandardCharsets.US_ASCII), 0, blob, 4, 11);
        blob[18] = 32;
        System.arraycopy(spki, spki.length - 32, blob, 19, 32);

        MaterialScan scan = MaterialScan.of(
                "cloud-init.yml",
                "keys:\n  - ssh-ed25519 " + Base64.getEncoder().encodeToString(blob) + " me\n");

        assertThat(scan.key().fingerprint())
                .isEqualTo(MaterialScan.fixture("ed25519.spki.pem").key().fingerprint());
        assertThat(scan.finding().occurrence().line()).hasValue(2);
    }

    @Test
    void a_type_that_the_blob_contradicts_is_told_of() {
        String line = MaterialScan.text("ssh_ed25519.pub").replaceFirst("ssh-ed25519", "ssh-rsa");

        assertThat(MaterialScan.of("x.pub", line).codes()).containsExactly("malformed");
    }

    @Test
    void a_blob_that_was_cut_off_is_told_of() {
        assertThat(MaterialScan.of("x.pub", MaterialScan.text("ssh_rsa.pub").substring(0, 200))
                        .codes())
                .containsExactly("malformed");
    }

    @Test
    void a_name_without_a_key_is_nothing() {
        MaterialScan scan = MaterialScan.of("notes.md", "HostKeyAlgorithms ssh-rsa, ssh-ed25519\nssh-rsa AAAA...\n");

        assertThat(scan.findings).isEmpty();
        assertThat(scan.diagnostics).isEmpty();
    }

    @Test
    void a_comment_in_a_list_of_keys_is_no_key() {
        String key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + "A".repeat(43);

        assertThat(MaterialScan.of("home/.ssh/authorized_keys", "# " + key + "\n").findings)
                .isEmpty();
        assertThat(MaterialScan.of("home/.ssh/authorized_keys", "# old\n" + key + "\n").findings)
                .hasSize(1);
        assertThat(MaterialScan.of("setup.py", "# " + key + "\n").findings).hasSize(1);
    }
}
