package dev.shirube.material.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.material.MaterialScan;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that puttygen and ssh-keygen wrote. */
class SshFormatsTest {

    private static MaterialScan scan(String name) {
        return MaterialScan.fixture("ssh/" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa, PRIVATE rsa-key;parameter=2048 2048",
        "ed25519, PRIVATE eddsa;curve=other/Ed25519 256",
        "ecdsa, PRIVATE ec-key;curve=nist/P-384 384",
        "dsa, PRIVATE dsa;parameter=1024 1024",
        "ed448, PRIVATE eddsa;curve=other/Ed448 456",
    })
    void putty_keys_of_both_versions(String name, String key) {
        MaterialScan open = scan(name + ".v2.ppk");
        MaterialScan locked = scan(name + ".v3.ppk");

        assertThat(open.diagnostics).isEmpty();
        assertThat(open.keys()).containsExactly(key);
        assertThat(open.finding().evidence().values()).contains("PPK version 2", "not-locked");
        assertThat(open.finding().occurrence().line()).hasValue(1);
        assertThat(locked.diagnostics).isEmpty();
        assertThat(locked.keys()).containsExactly(key);
        assertThat(locked.finding().evidence().values()).contains("PPK version 3", "locked");
    }

    @Test
    void one_key_in_five_formats_is_one_key() {
        assertThat(List.of("rsa.v2.ppk", "rsa.v2.pub", "rsa.v2.rfc4716", "rsa.v2.pem"))
                .extracting(it -> scan(it).key().fingerprint().orElseThrow())
                .containsOnly(scan("rsa.v2.pub").key().fingerprint().orElseThrow());
        assertThat(scan("rsa.v2.rfc4716").key().format()).isEqualTo("RFC 4716");
    }

    @Test
    void a_private_key_of_ssh_com_has_a_kind_but_no_size_that_was_read() {
        MaterialScan scan = scan("rsa.v2.sshcom");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.keys()).containsExactly("PRIVATE rsa-key");
        assertThat(scan.finding().evidence().values()).contains("not-locked");
    }

    @Test
    void a_certificate_shows_its_key_its_authority_and_the_signature() {
        MaterialScan user = scan("user-cert.pub");
        MaterialScan host = scan("host-cert.pub");

        assertThat(user.diagnostics).isEmpty();
        assertThat(user.keys())
                .containsExactly("PUBLIC ec-key;curve=nist/P-256 256", "PUBLIC eddsa;curve=other/Ed25519 256");
        assertThat(user.algorithms()).containsExactly("cert eddsa;curve=other/Ed25519");
        assertThat(host.keys())
                .containsExactly("PUBLIC eddsa;curve=other/Ed25519 256", "PUBLIC rsa-key;parameter=2048 2048");
        assertThat(host.algorithms()).containsExactly("cert rsassa-pkcs1v15;digest=SHA-512");
        assertThat(host.findings.get(0).evidence().values()).contains("host certificate");
        assertThat(((CryptoAsset.Key) user.findings.get(1).asset()).fingerprint())
                .isEqualTo(scan("ca.pub").key().fingerprint());
    }

    @Test
    void a_signature_of_ssh_keygen() {
        MaterialScan scan = scan("rsa.sshsig");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.algorithms())
                .containsExactly("sign rsassa-pkcs1v15;digest=SHA-512", "digest sha2;parameter=512");
        assertThat(scan.keys()).containsExactly("PUBLIC rsa-key;parameter=2048 2048");
    }

    @Test
    void hashed_hosts_and_markers_and_options() {
        String key = MaterialScan.text("ssh/ca.pub").strip();

        assertThat(scan("known_hosts.hashed").keys()).hasSize(2);
        MaterialScan marked =
                MaterialScan.of("known_hosts", "@revoked * " + key + "\n@cert-authority *.example " + key + "\n");
        assertThat(marked.findings.get(0).evidence().values()).contains("revoked");
        assertThat(marked.findings.get(1).evidence().values()).contains("certification authority");
        assertThat(marked.findings.get(1).occurrence().line()).hasValue(2);
        MaterialScan options = MaterialScan.of(
                "authorized_keys",
                "# mine\ncert-authority,principals=\"a b\",command=\"echo ssh-rsa AAAA\" " + key + "\n");
        assertThat(options.finding().evidence().values()).contains("certification authority");
        assertThat(options.finding().occurrence().line()).hasValue(2);
    }

    @Test
    void a_post_quantum_key_type_of_a_draft_is_named_and_an_unknown_one_is_unresolved() {
        assertThat(MaterialScan.of("k.pub", line("ssh-mldsa-65", 1952)).keys())
                .containsExactly("PUBLIC ml-dsa;parameter=65");
        assertThat(MaterialScan.of("k.pub", line("ssh-falcon1024", 1793)).keys())
                .containsExactly("PUBLIC unresolved;row=ssh:ssh-falcon1024");
    }

    private static String line(String type, int length) {
        byte[] blob = new byte[8 + type.length() + length];
        blob[3] = (byte) type.length();
        System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, blob, 4, type.length());
        blob[6 + type.length()] = (byte) (length >> 8);
        blob[7 + type.length()] = (byte) length;
        return type + " " + Base64.getEncoder().encodeToString(blob) + " me\n";
    }

    @Test
    void moduli_are_one_finding_for_each_size() {
        MaterialScan scan = scan("moduli");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.algorithms()).containsExactly("parameters ffdh;parameter=2048");
        assertThat(scan.finding().evidence().values()).contains("2 groups");
        assertThat(scan.finding().occurrence().line()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC... user@host",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[...]",
                "---- BEGIN SSH2 PUBLIC KEY ----\n<your key here>\n---- END SSH2 PUBLIC KEY ----",
                "PuTTY-User-Key-File-2: ssh-rsa\nis the first line of such a file",
                "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPublic-Lines: 2\n<base64>\n",
            })
    void talk_about_keys_is_no_key(String text) {
        MaterialScan scan = MaterialScan.of("README.md", text);

        assertThat(scan.findings).isEmpty();
        assertThat(scan.diagnostics).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa.v2.ppk", "user-cert.pub", "rsa.v2.rfc4716", "rsa.v2.sshcom", "rsa.sshsig", "moduli"})
    void whatever_bytes_are_changed_nothing_is_thrown(String name) {
        byte[] whole = MaterialScan.bytes("ssh/" + name);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] changed = whole.clone();
            for (int i = 0; i <= round % 5; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThat(MaterialScan.of(name, changed).codes()).doesNotContain("detector-failed");
        }
    }

    @Test
    void secrets_stay_inside() {
        for (String name : List.of("rsa.v2.ppk", "ed25519.v2.ppk")) {
            String text = MaterialScan.text("ssh/" + name);
            String secret = text.substring(text.indexOf("Private-Lines"));
            String everything = scan(name).everything();
            for (String line : secret.split("\n")) {
                if (line.length() > 20) {
                    assertThat(everything).doesNotContain(line.substring(0, 16));
                }
            }
        }
    }
}
