package dev.shirube.material.textkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.material.MaterialScan;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.pqc.crypto.xwing.XWingKeyGenerationParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingKeyPairGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that age, wg, minisign, signify and BIND wrote. */
class TextKeyTest {

    private static MaterialScan scan(String name) {
        return MaterialScan.fixture("textkey/" + name);
    }

    private static String fingerprint(MaterialScan scan) {
        return scan.findings.stream()
                .map(it -> ((CryptoAsset.Key) it.asset()).fingerprint().orElseThrow())
                .distinct()
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
    }

    private static String value(String fixture, String name) {
        return MaterialScan.text("textkey/" + fixture)
                .lines()
                .filter(it -> it.startsWith(name))
                .map(it -> it.substring(name.length()).replaceFirst("^[ =:]+", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_identity_of_age_and_its_recipient_are_one_key() {
        MaterialScan identity = scan("age.key");
        MaterialScan recipient = scan("age.pub");

        // The file names its recipient in a comment.
        assertThat(identity.keys())
                .containsExactly("PUBLIC xdh;curve=other/Curve25519 256", "PRIVATE xdh;curve=other/Curve25519 256");
        assertThat(identity.findings.get(1).occurrence().line()).hasValue(3);
        assertThat(recipient.keys()).containsExactly("PUBLIC xdh;curve=other/Curve25519 256");
        assertThat(fingerprint(identity)).isEqualTo(fingerprint(recipient));
    }

    @Test
    void a_file_of_age_tells_to_which_kinds_of_keys() {
        assertThat(scan("m.age").algorithms()).containsExactly("encrypt xdh;curve=other/Curve25519");
        assertThat(scan("m.age.asc").algorithms())
                .containsExactly(
                        "encrypt xdh;curve=other/Curve25519",
                        "encrypt xdh;curve=other/Curve25519",
                        "encrypt rsaes-oaep");
        assertThat(scan("m.age.asc").diagnostics).isEmpty();
    }

    @Test
    void post_quantum_keys_of_age_are_x_wing() throws Exception {
        XWingKeyPairGenerator generator = new XWingKeyPairGenerator();
        generator.init(new XWingKeyGenerationParameters(new SecureRandom()));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        byte[] seed = Arrays.copyOf(((XWingPrivateKeyParameters) pair.getPrivate()).getEncoded(), 32);
        byte[] open = ((XWingPublicKeyParameters) pair.getPublic()).getEncoded();
        String identity = Bech32Test.encode("age-secret-key-pq-", seed).toUpperCase(Locale.ROOT);

        MaterialScan secret = MaterialScan.of("pq.key", "# created\n" + identity + "\n");
        MaterialScan recipient = MaterialScan.of("pq.pub", Bech32Test.encode("age1pq", open) + "\n");

        assertThat(secret.keys()).containsExactly("PRIVATE hybrid-groups;parameter=X-Wing");
        assertThat(recipient.keys()).containsExactly("PUBLIC hybrid-groups;parameter=X-Wing");
        assertThat(fingerprint(secret)).isEqualTo(fingerprint(recipient));
        assertThat(AlgorithmRegistry.standard().threat(secret.key())).isEqualTo(QuantumThreat.SAFE);
        assertThat(secret.everything()).doesNotContain(identity);
    }

    @Test
    void a_plugin_keeps_its_key_to_itself() {
        String identity = Bech32Test.encode("age-plugin-yubikey-", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});

        assertThat(MaterialScan.of("y.txt", identity.toUpperCase(Locale.ROOT)).algorithms())
                .containsExactly("store unresolved;row=age-plugin");
    }

    @Test
    void settings_of_wireguard() {
        MaterialScan scan = scan("wg0.conf");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.keys())
                .containsExactly("PRIVATE xdh;curve=other/Curve25519 256", "PUBLIC xdh;curve=other/Curve25519 256");
        assertThat(scan.findings.get(0).occurrence().line()).hasValue(4);
        assertThat(scan.findings.get(1).evidence().values()).contains("with a preshared key");
        assertThat(fingerprint(scan)).doesNotContain(",");
        assertThat(scan.everything())
                .doesNotContain(value("wg0.conf", "PrivateKey"))
                .doesNotContain(value("wg0.conf", "PresharedKey"));
    }

    @Test
    void key_files_of_wireguard_are_known_by_their_names() {
        assertThat(scan("wireguard/privatekey").keys()).containsExactly("PRIVATE xdh;curve=other/Curve25519 256");
        assertThat(scan("wireguard/publickey").keys()).containsExactly("PUBLIC xdh;curve=other/Curve25519 256");
        assertThat(fingerprint(scan("wireguard/privatekey"))).isEqualTo(fingerprint(scan("wireguard/publickey")));
        byte[] key = MaterialScan.bytes("textkey/wireguard/privatekey");
        assertThat(MaterialScan.of("etc/secret.key", key).findings).isEmpty();
        assertThat(MaterialScan.of("etc/wireguard/wg0.psk", key).findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mini.pub, PUBLIC, ''",
        "mini.key, PRIVATE, not-locked",
        "mini2.pub, PUBLIC, ''",
        "mini2.key, PRIVATE, locked",
        "sf.pub, PUBLIC, ''",
        "sf.sec, PRIVATE, not-locked",
    })
    void minisign_and_signify(String file, KeyKind kind, String note) {
        MaterialScan scan = scan(file);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.key().kind()).isEqualTo(kind);
        assertThat(scan.key().key().identity()).isEqualTo("eddsa;curve=other/Ed25519");
        assertThat(scan.finding().occurrence().line()).hasValue(2);
        assertThat(scan.finding().evidence().values()).anyMatch(it -> note.isEmpty() || it.equals(note));
    }

    @Test
    void secret_and_public_halves_are_one_key() {
        assertThat(fingerprint(scan("mini.key"))).isEqualTo(fingerprint(scan("mini.pub")));
        assertThat(fingerprint(scan("sf.sec"))).isEqualTo(fingerprint(scan("sf.pub")));
        assertThat(scan("mini2.key").key().fingerprint()).isEmpty();
    }

    @Test
    void signatures_and_a_key_on_a_command_line() {
        assertThat(scan("m.minisig").algorithms()).containsExactly("sign eddsa;curve=other/Ed25519");
        assertThat(scan("sf.sig").algorithms()).containsExactly("sign eddsa;curve=other/Ed25519");
        String key = MaterialScan.text("textkey/mini.pub")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        MaterialScan script = MaterialScan.of("get.sh", "#!/bin/sh\nminisign -Vm x.tgz -P " + key + "\n");
        assertThat(fingerprint(script)).isEqualTo(fingerprint(scan("mini.pub")));
        assertThat(script.finding().occurrence().line()).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Kexample.test.+008+05090, rsa-key;parameter=2048 2048",
        "Kexample.test.+013+26082, ec-key;curve=nist/P-256 256",
        "Kexample.test.+014+12877, ec-key;curve=nist/P-384 384",
        "Kexample.test.+015+37171, eddsa;curve=other/Ed25519 256",
        "Kexample.test.+016+56902, eddsa;curve=other/Ed448 456",
    })
    void keys_of_dnssec(String name, String key) {
        MaterialScan open = scan(name + ".key");
        MaterialScan secret = scan(name + ".private");

        assertThat(open.diagnostics).isEmpty();
        assertThat(secret.diagnostics).isEmpty();
        assertThat(open.keys()).containsExactly("PUBLIC " + key);
        assertThat(open.finding().evidence().values()).contains("key-signing key");
        assertThat(secret.keys()).containsExactly("PRIVATE " + key);
        assertThat(fingerprint(secret)).isEqualTo(fingerprint(open));
    }

    @Test
    void the_private_values_of_dnssec_stay_inside() {
        for (String name : List.of("008+05090", "013+26082", "015+37171")) {
            String file = "Kexample.test.+" + name + ".private";
            String everything = scan(file).everything();
            MaterialScan.text("textkey/" + file)
                    .lines()
                    .map(it -> it.substring(it.indexOf(':') + 1).strip())
                    .filter(it -> it.length() > 24 && it.endsWith("="))
                    .forEach(it -> assertThat(everything).doesNotContain(it));
        }
    }

    @Test
    void a_zone_with_keys_digests_of_keys_and_dkim() {
        MaterialScan scan = scan("example.test.zone");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.keys())
                .containsExactly(
                        "PUBLIC rsa-key;parameter=2048 2048",
                        "PUBLIC eddsa;curve=other/Ed25519 256",
                        "PUBLIC rsa-key;parameter=2048 2048",
                        "PUBLIC eddsa;curve=other/Ed25519 256",
                        "PUBLIC ec-key;curve=nist/P-256 256");
        assertThat(scan.algorithms())
                .containsExactly(
                        "verify ecdsa;curve=nist/P-256;digest=SHA-256",
                        "ssh rsa-key",
                        "ssh rsa-key",
                        "tls unresolved;row=tlsa",
                        "sign ecdsa;curve=nist/P-256;digest=SHA-256");
        assertThat(scan.findings)
                .extracting(it -> it.occurrence().line().orElseThrow())
                .containsExactlyInAnyOrder(5, 13, 16, 17, 18, 19, 20, 21, 24, 26);
        assertThat(scan.findings.stream().map(it -> it.asset().id()))
                .contains(
                        MaterialScan.fixture("rsa2048.spki.pem").key().id(),
                        MaterialScan.fixture("p256.spki.pem").key().id(),
                        MaterialScan.fixture("ed25519.spki.pem").key().id());
    }

    @Test
    void references_to_keys_elsewhere_stay_unresolved_and_keep_their_pin() {
        MaterialScan scan = MaterialScan.of(
                "nginx.conf",
                "ssl_certificate_key \"engine:pkcs11:pkcs11:token=web;object=k1;type=private?pin-value=Geheim42\";\n"
                        + "cosign sign --key awskms:///arn:aws:kms:eu-west-1:1:key/abc image\n"
                        + "key: gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k\n"
                        + "certtool --load-privkey tpmkey:uuid=7f468c16-cb7f-11e1-824d-b3a4f4b20343\n");

        assertThat(scan.findings).hasSize(4);
        assertThat(scan.algorithms()).allMatch(it -> it.startsWith("key-load unresolved;row="));
        assertThat(scan.findings)
                .anyMatch(it -> it.evidence().expression().contains("token=web")
                        && it.occurrence().line().getAsInt() == 1);
        assertThat(scan.everything()).doesNotContain("Geheim42");
    }

    @Test
    void a_key_of_sigstore_is_locked() {
        String body = "{\"kdf\":{\"name\":\"scrypt\",\"params\":{\"N\":65536,\"r\":8,\"p\":1},\"salt\":\"c2FsdA==\"},"
                + "\"cipher\":{\"name\":\"nacl/secretbox\",\"nonce\":\"bm9uY2U=\"},\"ciphertext\":\"c2VjcmV0LXNlY3JldA==\"}";
        String pem =
                Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(body.getBytes(StandardCharsets.US_ASCII));
        for (String label : List.of("ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY")) {
            MaterialScan scan = MaterialScan.of(
                    "cosign.key", "-----BEGIN " + label + "-----\n" + pem + "\n-----END " + label + "-----\n");

            assertThat(scan.keys()).containsExactly("PRIVATE unresolved;row=encrypted-private-key");
            assertThat(scan.codes()).containsExactly("locked");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AGE-SECRET-KEY-1QQPQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ",
                "AGE-SECRET-KEY-1... and age1...",
                "recipient age1t3trtee7hmv4lj7ynm7sukmdmydgj6ttvd04t8rnv9aukg2yk9fsw0kf2x",
                "page1000000000000000000000000000000000000000000000000000000000000",
                "[Interface]\nPrivateKey = <your private key>\n[Peer]\nPublicKey = ...\n",
                "[Interface]\nPrivateKey = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\n",
                "untrusted comment: minisign public key\nRW...\n",
                "Install minisign and compare RWQ with the key of the project.",
                "example. IN DNSKEY 257 3 8 ( <public key> )",
                "The DNSKEY and DS records (RFC 4034) hold keys",
                "example. IN DNSKEY 0 3 0 AA==",
                "Nintendo DS 2004 8 2 games",
                "v=DKIM1; k=rsa; p=MIIBIjANBg...",
                "v=DKIM1; k=rsa; p=",
                "if (uri.startsWith(\"pkcs11:\")) load(uri);",
                "pkcs11:token=...;object=...",
                "Private-key-format: v1.3\nAlgorithm: 8 (RSASHA256)\nModulus: ...\n",
                "-----BEGIN AGE ENCRYPTED FILE-----\n...\n-----END AGE ENCRYPTED FILE-----",
            })
    void examples_are_nothing(String text) {
        MaterialScan scan = MaterialScan.of("README.md", text);

        assertThat(scan.findings).isEmpty();
        assertThat(scan.diagnostics).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age.key",
                "m.age",
                "m.age.asc",
                "wg0.conf",
                "mini.key",
                "sf.sec",
                "example.test.zone",
                "Kexample.test.+008+05090.private",
                "Kexample.test.+013+26082.key"
            })
    void whatever_bytes_are_changed_nothing_is_thrown(String name) {
        byte[] whole = MaterialScan.bytes("textkey/" + name);
        Random random = new Random(13);
        for (int round = 0; round < 200; round++) {
            byte[] changed = whole.clone();
            for (int i = 0; i <= round % 6; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = round % 7 == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
            assertThat(MaterialScan.of(name, cut).codes()).doesNotContain("detector-failed");
        }
    }

    @Test
    void endless_texts_are_bounded() {
        long start = System.nanoTime();
        MaterialScan.of("a.zone", "example. IN DNSKEY 257 3 8 (\n".repeat(100_000));
        MaterialScan.of("b.txt", "v=DKIM1; p=".repeat(200_000));
        MaterialScan.of("c.txt", "pkcs11:a=b;".repeat(200_000));
        MaterialScan.of("d.txt", "untrusted comment: x\nR".repeat(200_000));
        MaterialScan.of("e.txt", "age1".repeat(500_000));
        MaterialScan.of("f.txt", "Private-key-format: v1\nAlgorithm: 8\n".repeat(50_000));
        MaterialScan.of("g.txt", "[Peer]\nPublicKey = \n".repeat(200_000));
        assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
    }
}
