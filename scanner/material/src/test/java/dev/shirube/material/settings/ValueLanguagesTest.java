package dev.shirube.material.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.testing.FindingText;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.engine.testing.InMemoryUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values mean, by the settings of a product that takes them. */
class ValueLanguagesTest {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final SettingsDetector DETECTOR = new SettingsDetector(REGISTRY);

    private static List<Finding> findings(String location, String text) {
        return DETECTOR.read(location, text, InMemoryUnit.of()).findings();
    }

    private static String algorithms(String location, String text) {
        return String.join(
                "; ",
                findings(location, text).stream()
                        .filter(it -> it.asset() instanceof CryptoAsset.AlgorithmAsset)
                        .map(it -> FindingText.of(it, REGISTRY))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HIGH:!aNULL | ''",
                "kRSA | RSA-PKCS1-1.5 key-agreement",
                "EECDH+AESGCM:EDH+AESGCM | ECDH key-agreement; FFDH key-agreement",
                "EECDH+aRSA | ECDH key-agreement; RSA sign",
                "ECDHE+RSA | ''",
                "ECDHE-RSA-AES128-SHA:AES128-SHA:!kRSA | ECDH key-agreement",
                "DHE-RSA-AES128-SHA:!ADH | FFDH key-agreement",
                "ECDHE:!ECDHE | ''",
                "@SECLEVEL=2:TLS_AES_128_GCM_SHA256 | ''",
            })
    void openssls_cipher_lists(String list, String expected) {
        assertThat(algorithms("nginx.conf", "ssl_ciphers " + list + ";")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P-256:secp384r1:nistp521 | ECDH-P-256 key-agreement; ECDH-P-384 key-agreement; ECDH-P-521 key-agreement",
                "*X25519MLKEM768/?SecP256r1MLKEM768 | X25519MLKEM768 kem; SecP256r1MLKEM768 kem",
                "ffdhe2048 | FFDH-ffdhe2048 key-agreement",
                "MLKEM768 | ML-KEM-768 kem",
                "X25519:X25519 | x25519 key-agreement",
                "DEFAULT | UNRESOLVED key-agreement",
                "brainpoolP256r1 | ECDH-brainpoolP256r1 key-agreement",
                "X25519:-P-256 | x25519 key-agreement",
            })
    void groups(String list, String expected) {
        assertThat(algorithms("nginx.conf", "ssl_ecdh_curve " + list + ";")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RSA+SHA256:ECDSA+SHA384 | RSA-PKCS1-1.5-SHA-256 sign; ECDSA-SHA-384 sign",
                "RSA-PSS+SHA512 | RSA-PSS-SHA-512 sign",
                "rsa_pss_pss_sha256:ed25519 | RSA-PSS-SHA-256 sign; Ed25519 sign",
                "mldsa65 | ML-DSA-65 sign",
                "made_up | UNRESOLVED sign",
            })
    void signature_schemes(String list, String expected) {
        assertThat(algorithms("nginx.conf", "ssl_conf_command SignatureAlgorithms " + list + ";"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aes256-sha256-modp2048! | FFDH-modp2048 key-agreement",
                "aes256gcm16-prfsha384-ecp384-ke1_mlkem1024 | ECDH-P-384 key-agreement; ML-KEM-1024 kem",
                "aes_gcm256-sha2_512+sha2_256-dh19+dh31 | ECDH-P-256 key-agreement; x25519 key-agreement",
                "aes128-sha1 | ''",
                "aes256-modp9999 | UNRESOLVED key-agreement",
                "default | UNRESOLVED key-agreement",
            })
    void proposals_of_ike(String proposal, String expected) {
        assertThat(algorithms("etc/ipsec.conf", "conn a\n  ike=" + proposal + "\n"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rsa-2048 | RSA-2048 keygen",
                "RSA4096 | RSA-4096 keygen",
                "rsa | RSA keygen",
                "ec-p256 | EC-P-256 keygen",
                "ec384 | EC-P-384 keygen",
                "p521 | EC-P-521 keygen",
                "secp256k1 | EC-secp256k1 keygen",
                "ed25519 | Ed25519 keygen",
                "ml-dsa-65 | ML-DSA-65 keygen",
                "something | UNRESOLVED keygen",
                "ec999 | UNRESOLVED keygen",
                "${var.kind} | UNRESOLVED keygen",
            })
    void kinds_of_keys(String kind, String expected) {
        assertThat(algorithms("spire-server.conf", "server { ca_key_type = \"" + kind + "\" }"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TLSv1.2 TLSv1.3 | 1.2,1.3",
                "TLSv1 | 1.0",
                "SSLv3 | SSLv3",
                "TLSv1.2_2021 | 1.2",
                "TLSv9 | ''",
            })
    void versions(String list, String expected) {
        List<String> versions = findings("nginx.conf", "ssl_protocols " + list + ";").stream()
                .map(it -> ((CryptoAsset.Protocol) it.asset()).version().orElse(""))
                .toList();
        assertThat(String.join(",", versions)).isEqualTo(expected);
    }

    @Test
    void a_size_beside_a_curve_is_no_size_of_the_key() {
        assertThat(algorithms("named.conf", "dnssec-policy p { keys { csk lifetime unlimited algorithm 13 2048; }; };"))
                .isEqualTo("ECDSA-P-256-SHA-256 sign");
    }
}
