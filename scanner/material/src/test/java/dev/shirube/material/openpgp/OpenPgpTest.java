package dev.shirube.material.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.material.MaterialScan;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that GnuPG 2.2 wrote, and the samples of RFC 9580 appendix A. */
class OpenPgpTest {

    private static MaterialScan scan(String name) {
        return MaterialScan.fixture("openpgp/" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa.pub.asc, PUBLIC rsa-key;parameter=3072 3072, PUBLIC rsa-key;parameter=2048 2048",
        "ed.pub.asc, PUBLIC eddsa;curve=other/Ed25519 256, PUBLIC xdh;curve=other/Curve25519 256",
        "nist.pub.asc, PUBLIC ec-key;curve=nist/P-384 384, PUBLIC ec-key;curve=nist/P-256 256",
        "bp.pub.asc, PUBLIC ec-key;curve=brainpool/brainpoolP256r1 256, PUBLIC ec-key;curve=brainpool/brainpoolP256r1 256",
        "dsa.pub.asc, PUBLIC dsa;parameter=2048 2048, PUBLIC elgamal;parameter=2048 2048",
        "dsa.sec.asc, PRIVATE dsa;parameter=2048 2048, PRIVATE elgamal;parameter=2048 2048",
        "ed.sec.asc, PRIVATE eddsa;curve=other/Ed25519 256, PRIVATE xdh;curve=other/Curve25519 256",
        "locked.sec.asc, PRIVATE eddsa;curve=other/Ed25519 256, PRIVATE rsa-key;parameter=2048 2048",
        "rfc9580.v6.pub.asc, PUBLIC eddsa;curve=other/Ed25519 256, PUBLIC xdh;curve=other/Curve25519 256",
    })
    void primary_key_and_subkey(String file, String primary, String subkey) {
        MaterialScan scan = scan(file);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.keys()).containsExactly(primary, subkey);
        assertThat(scan.findings).allMatch(it -> it.occurrence().location().equals("openpgp/" + file));
        assertThat(scan.findings).allMatch(it -> it.occurrence().line().getAsInt() == 1);
    }

    @Test
    void capabilities_version_and_lock_are_told() {
        assertThat(values("ed.pub.asc", 0))
                .contains("v4", "primary", "certify", "sign")
                .doesNotContain("encrypt");
        assertThat(values("ed.pub.asc", 1)).contains("subkey", "encrypt").doesNotContain("sign");
        assertThat(values("ed.sec.asc", 0)).contains("not-locked");
        assertThat(values("locked.sec.asc", 0)).contains("locked");
        assertThat(values("locked.sec.asc", 1)).contains("authenticate", "locked");
        assertThat(values("rfc9580.v6.pub.asc", 1)).contains("v6", "encrypt");
    }

    private static List<String> values(String file, int index) {
        return scan(file).findings.get(index).evidence().values();
    }

    @Test
    void a_secret_part_that_was_left_out_makes_no_private_key() {
        assertThat(scan("ed.subkeys.asc").keys())
                .containsExactly("PUBLIC eddsa;curve=other/Ed25519 256", "PRIVATE xdh;curve=other/Curve25519 256");
        assertThat(values("ed.subkeys.asc", 0)).contains("secret-part-absent");
    }

    @Test
    void secret_and_public_key_are_known_by_one_fingerprint() {
        for (String name : List.of("ed", "dsa", "locked")) {
            assertThat(fingerprints(scan(name + ".sec.asc")))
                    .hasSize(2)
                    .isEqualTo(fingerprints(scan(name + ".pub.asc")));
        }
    }

    private static List<String> fingerprints(MaterialScan scan) {
        return scan.findings.stream()
                .map(it -> ((CryptoAsset.Key) it.asset()).fingerprint().orElseThrow())
                .toList();
    }

    @Test
    void keyring_and_keybox_hold_the_same_keys() {
        MaterialScan ring = scan("pubring.gpg");
        MaterialScan box = scan("pubring.kbx");

        assertThat(ring.diagnostics).isEmpty();
        assertThat(box.diagnostics).isEmpty();
        assertThat(ring.keys()).hasSize(13).contains("PUBLIC ec-key;curve=secg/secp256k1 256");
        assertThat(fingerprints(box)).containsExactlyInAnyOrderElementsOf(fingerprints(ring));
    }

    @Test
    void a_keyring_is_known_by_its_content_whatever_its_name() {
        assertThat(MaterialScan.of("backup", MaterialScan.bytes("openpgp/pubring.gpg"))
                        .keys())
                .hasSize(13);
        assertThat(MaterialScan.of("trustdb.bin", MaterialScan.bytes("openpgp/pubring.kbx"))
                        .keys())
                .hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa.sig.asc, sign rsassa-pkcs1v15;digest=SHA-512, digest sha2;parameter=SHA-512, 1, 0f68270a617db9ecfdb087813f73a6ea68335091",
        "nist.clear.asc, sign ecdsa;digest=SHA-384, digest sha2;parameter=SHA-384, 5, 93a337ed6d808d06fec907c96dde3cfd4057f3b8",
        "dsa.signed.gpg, sign dsa;digest=SHA-256, digest sha2;parameter=SHA-256, 0, d9dd72b399d0e8e3390ae99f3d5eaa10bc7d80c6",
        "ed.sig, sign eddsa;curve=other/Ed25519, digest sha2;parameter=SHA-512, 0, f99f822bb6bb4e22d5b18b820deef14c234a8cf6",
    })
    void signatures(String file, String scheme, String digest, int line, String issuer) {
        MaterialScan scan = scan(file);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.algorithms()).first().isEqualTo(scheme);
        assertThat(scan.algorithms()).hasSize(2);
        assertThat(scan.findings.get(0).occurrence().line().orElse(0)).isEqualTo(line);
        assertThat(scan.findings.get(0).evidence().values()).endsWith("issuer " + issuer);
    }

    @Test
    void an_encrypted_message_tells_to_which_kinds_of_keys() {
        MaterialScan scan = scan("two.msg.asc");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.algorithms()).containsExactly("encrypt rsaes-pkcs1v15", "encrypt ecdh");
    }

    @Test
    void a_message_under_a_passphrase_has_no_public_key_and_says_so() {
        MaterialScan scan = scan("symmetric.gpg");

        assertThat(scan.findings).isEmpty();
        assertThat(scan.codes()).containsExactly("encrypted");
    }

    @Test
    void armour_in_yaml_and_in_a_string_literal_and_in_a_sources_list() {
        String armour = MaterialScan.text("openpgp/ed.pub.asc").strip();
        String yaml = "key: |\n  " + armour.replace("\n", "\n  ") + "\n";
        String java = "class A {\n String k = \"" + armour.replace("\n", "\\n\"\n  + \"") + "\";\n}";
        String deb822 =
                "Types: deb\nSigned-By:\n " + armour.replace("\n\n", "\n.\n").replace("\n", "\n ") + "\n";

        assertThat(lines(MaterialScan.of("a.yaml", yaml))).containsExactly(2, 2);
        assertThat(lines(MaterialScan.of("A.java", java))).containsExactly(2, 2);
        assertThat(lines(MaterialScan.of("x.sources", deb822))).containsExactly(3, 3);
    }

    private static List<Integer> lines(MaterialScan scan) {
        return scan.findings.stream()
                .map(Finding::occurrence)
                .map(it -> it.line().orElseThrow())
                .toList();
    }

    @Test
    void keys_of_composite_algorithms_are_hybrids_and_not_vulnerable() {
        MaterialScan signing = MaterialScan.of("a.gpg", versionSix(30, 32 + 1952));
        MaterialScan encrypting = MaterialScan.of("b.gpg", versionSix(35, 32 + 1184));
        MaterialScan hashBased = MaterialScan.of("c.gpg", versionSix(32, 32));
        MaterialScan unknown = MaterialScan.of("d.gpg", versionSix(99, 40));

        assertThat(signing.keys()).containsExactly("PUBLIC composite-sig;parameter=ML-DSA-65+Ed25519");
        assertThat(encrypting.keys()).containsExactly("PUBLIC composite-kem;parameter=ML-KEM-768+X25519");
        assertThat(hashBased.keys()).containsExactly("PUBLIC slh-dsa;parameter=SHAKE-128s");
        assertThat(unknown.keys()).containsExactly("PUBLIC unresolved;row=openpgp:99");
    }

    /** A version 6 public key packet with that many octets of public part, as RFC 9980 section 5.2 lays it out. */
    private static byte[] versionSix(int algorithm, int length) {
        int body = 10 + length;
        byte[] packet = new byte[6 + body];
        packet[0] = (byte) 0xc6;
        packet[1] = (byte) 0xff;
        packet[4] = (byte) (body >> 8);
        packet[5] = (byte) body;
        packet[6] = 6;
        packet[7] = 0x63;
        packet[11] = (byte) algorithm;
        packet[14] = (byte) (length >> 8);
        packet[15] = (byte) length;
        return packet;
    }

    @Test
    void what_is_secret_stays_inside() {
        for (String file : List.of("ed.sec.asc", "dsa.sec.asc")) {
            String armour = MaterialScan.text("openpgp/" + file).replaceAll("(?s)-----[^-]*-----|\n=.{4}", "");
            byte[] secret = Base64.getMimeDecoder().decode(armour);
            String everything = scan(file).everything();
            for (int i = 0; i + 12 < secret.length; i += 4) {
                String hex = HexFormat.of().formatHex(secret, i, i + 8);
                assertThat(everything).doesNotContain(hex);
            }
        }
    }
}
