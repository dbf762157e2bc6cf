package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerDetectorTest {

    @Test
    void a_certificate_is_known_by_its_digest_names_validity_key_and_signature() {
        CryptoAsset.Certificate certificate =
                MaterialScan.fixture("rsa2048.der").certificate();

        assertThat(certificate.sha256()).isEqualTo(Digests.sha256(MaterialScan.bytes("rsa2048.der")));
        assertThat(certificate.subject()).isEqualTo("C=JP,O=Example City,CN=rsa.example");
        assertThat(certificate.issuer()).isEqualTo(certificate.subject());
        assertThat(certificate.notBefore()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(certificate.notAfter()).isAfter(certificate.notBefore());
        assertThat(certificate.subjectKey().identity()).isEqualTo("rsa-key;parameter=2048");
        assertThat(certificate.signature().identity()).isEqualTo("rsassa-pkcs1v15;digest=SHA-256");
        assertThat(certificate.keyUsage()).containsExactly("digitalSignature", "keyCertSign");
        assertThat(certificate.authority()).isTrue();
    }

    @Test
    void a_certificate_in_pem_is_the_same_asset_as_in_der() {
        assertThat(MaterialScan.fixture("rsa2048.crt.pem").certificate())
                .isEqualTo(MaterialScan.fixture("rsa2048.der").certificate());
    }

    @Test
    void the_parameters_of_a_pss_signature_are_read() {
        Finding finding = MaterialScan.fixture("rsa3072-pss.crt.pem").finding();

        CryptoAsset.Certificate certificate = (CryptoAsset.Certificate) finding.asset();
        assertThat(certificate.signature().identity()).isEqualTo("rsassa-pss;digest=SHA-384");
        assertThat(certificate.subjectKey().identity()).isEqualTo("rsa-key;parameter=3072");
        assertThat(finding.evidence().values()).contains("hash=SHA-384", "mgf1=SHA-384", "saltLength=48");
    }

    @ParameterizedTest
    @CsvSource({
        "rsa2048.pkcs8.pem, PRIVATE, rsa-key;parameter=2048, 2048, PKCS#8",
        "rsa2048.pkcs1.pem, PRIVATE, rsa-key;parameter=2048, 2048, PKCS#1",
        "rsa2048.spki.pem, PUBLIC, rsa-key;parameter=2048, 2048, SubjectPublicKeyInfo",
        "rsa2048.pkcs1pub.pem, PUBLIC, rsa-key;parameter=2048, 2048, PKCS#1",
        "p256.sec1.pem, PRIVATE, ec-key;curve=nist/P-256, 256, SEC1",
        "p256.pkcs8.der, PRIVATE, ec-key;curve=nist/P-256, 256, PKCS#8",
        "p256.spki.pem, PUBLIC, ec-key;curve=nist/P-256, 256, SubjectPublicKeyInfo",
        "p256.csr.pem, PUBLIC, ec-key;curve=nist/P-256, 256, PKCS#10",
        "p256.explicit.pem, PRIVATE, ec-key;curve=nist/P-256, 256, SEC1",
        "bp384.sec1.pem, PRIVATE, ec-key;curve=brainpool/brainpoolP384r1, 384, SEC1",
        "ed25519.pkcs8.pem, PRIVATE, eddsa;curve=other/Ed25519, 256, PKCS#8",
        "ed25519.spki.pem, PUBLIC, eddsa;curve=other/Ed25519, 256, SubjectPublicKeyInfo",
        "x448.pkcs8.pem, PRIVATE, xdh;curve=other/Curve448, 448, PKCS#8",
        "dsa2048.pem, PRIVATE, dsa;parameter=2048, 2048, DSAPrivateKey",
    })
    void a_key_has_type_size_and_curve(String file, KeyKind kind, String identity, int size, String format) {
        Finding finding = MaterialScan.fixture(file).keyFinding();

        CryptoAsset.Key key = (CryptoAsset.Key) finding.asset();
        assertThat(key.kind()).isEqualTo(kind);
        assertThat(key.key().identity()).isEqualTo(identity);
        assertThat(key.size()).hasValue(size);
        assertThat(key.format()).isEqualTo(format);
        assertThat(finding.function()).isEqualTo(CryptoFunction.STORE);
        assertThat(finding.category()).isNotEqualTo(Category.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa2048.pkcs8.pem, rsa2048.spki.pem",
        "rsa2048.pkcs1.pem, rsa2048.spki.pem",
        "rsa2048.pkcs1pub.pem, rsa2048.spki.pem",
        "p256.sec1.pem, p256.spki.pem",
        "p256.pkcs8.der, p256.spki.pem",
        "p256.csr.pem, p256.spki.pem",
        "ed25519.pkcs8.pem, ed25519.spki.pem",
    })
    void a_private_key_has_the_fingerprint_of_its_public_key(String one, String other) {
        assertThat(MaterialScan.fixture(one).key().fingerprint())
                .isPresent()
                .isEqualTo(MaterialScan.fixture(other).key().fingerprint());
    }

    @Test
    void a_certificate_names_the_fingerprint_of_its_key() {
        assertThat(MaterialScan.fixture("p256.crt.pem").certificate().keySha256())
                .isEqualTo(MaterialScan.fixture("p256.spki.pem")
                        .key()
                        .fingerprint()
                        .orElseThrow());
    }

    @Test
    void a_bundle_gives_each_certificate_its_own_place() {
        MaterialScan scan = MaterialScan.fixture("chain.p7b");

        assertThat(scan.derived).containsExactly("chain.p7b!certificate/0", "chain.p7b!certificate/1");
        assertThat(scan.findings)
                .extracting(it -> it.asset().algorithm().orElseThrow().identity())
                .containsExactlyInAnyOrder("rsa-key;parameter=2048", "ec-key;curve=nist/P-256");
    }

    @Test
    void diffie_hellman_parameters_are_not_taken_for_an_rsa_key() {
        Finding finding = MaterialScan.fixture("dh2048.pem").finding();

        assertThat(finding.asset().algorithm().map(Algorithm::identity)).contains("ffdh;parameter=2048");
        assertThat(finding.function()).isEqualTo(CryptoFunction.PARAMETERS);
    }

    @Test
    void several_certificates_in_one_der_file_are_all_read() {
        byte[] one = MaterialScan.bytes("rsa2048.der");
        byte[] twice = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, twice, one.length, one.length);

        assertThat(MaterialScan.of("both.der", twice).findings).hasSize(2);
    }
}
