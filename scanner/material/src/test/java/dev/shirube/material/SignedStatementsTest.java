package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.AttributeCertificateHolder;
import org.bouncycastle.cert.AttributeCertificateIssuer;
import org.bouncycastle.cert.X509v2AttributeCertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedStatementsTest {

    private static List<String> certificates(MaterialScan scan) {
        return scan.findings.stream()
                .filter(it -> it.asset() instanceof CryptoAsset.Certificate)
                .map(it -> ((CryptoAsset.Certificate) it.asset()).subject())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.crl", "list.crl.pem"})
    void a_revocation_list_names_its_issuer_and_signature(String file) {
        MaterialScan scan = MaterialScan.fixture(file);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.uses()).containsExactly("sign rsassa-pkcs1v15;digest=SHA-384");
        assertThat(scan.finding().evidence().values()).contains("issuer C=JP,O=Example City,CN=Root");
    }

    @Test
    void an_ocsp_response_names_its_signature_and_brings_its_certificates() {
        MaterialScan scan = MaterialScan.fixture("resp.ocsp");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.uses()).containsExactly("digest sha1", "sign rsassa-pkcs1v15;digest=SHA-256");
        assertThat(certificates(scan)).containsExactly("C=JP,O=Example City,CN=Root");
    }

    @Test
    void an_ocsp_request_is_signed_or_not() {
        assertThat(MaterialScan.fixture("req.ocsp").uses()).containsExactly("digest sha1");
        assertThat(MaterialScan.fixture("reqsigned.ocsp").uses())
                .containsExactly("digest sha1", "sign rsassa-pkcs1v15;digest=SHA-256");
    }

    @Test
    void a_time_stamp_response_is_read_down_to_the_certificate() {
        MaterialScan scan = MaterialScan.fixture("r.tsr");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.uses()).contains("sign ecdsa;digest=SHA-256");
        assertThat(certificates(scan)).containsExactly("CN=TSA");
    }

    @Test
    void an_attribute_certificate_names_its_signature() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        X509v2AttributeCertificateBuilder builder = new X509v2AttributeCertificateBuilder(
                new AttributeCertificateHolder(new X500Name("CN=holder")),
                new AttributeCertificateIssuer(new X500Name("CN=issuer")),
                BigInteger.TEN,
                new Date(0),
                new Date(1_000_000_000_000L));
        builder.addAttribute(new ASN1ObjectIdentifier("2.5.4.72"), new DERUTF8String("role"));
        byte[] der = builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .build(generator.generateKeyPair().getPrivate()))
                .getEncoded();

        MaterialScan scan = MaterialScan.of("role.ac", der);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.uses()).containsExactly("sign ecdsa;digest=SHA-256");
        assertThat(scan.finding().occurrence().symbol()).isEqualTo("X.509 AttributeCertificate");
    }

    @Test
    void a_request_has_a_key_and_a_signature() {
        MaterialScan scan = MaterialScan.fixture("p256.csr.pem");

        assertThat(scan.uses()).containsExactly("sign ecdsa;digest=SHA-256");
        assertThat(scan.key().key().identity()).isEqualTo("ec-key;curve=nist/P-256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trusted.pem", "trusted-keyid.pem", "ca.crt.pem"})
    void what_openssl_writes_behind_a_trusted_certificate_is_no_key(String file) {
        MaterialScan scan = MaterialScan.fixture(file);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.certificate().subject()).isEqualTo("C=JP,O=Example City,CN=Root");
    }

    @Test
    void a_certificate_of_version_1_is_one() {
        CryptoAsset.Certificate certificate = MaterialScan.fixture("v1.crt.pem").certificate();

        assertThat(certificate.subject()).isEqualTo("CN=leaf.example");
        assertThat(certificate.issuer()).isEqualTo("C=JP,O=Example City,CN=Root");
        assertThat(certificate.keyUsage()).isEmpty();
    }

    @Test
    void a_key_restricted_to_pss_says_to_what() {
        MaterialScan scan = MaterialScan.fixture("pssonly.crt.pem");

        assertThat(scan.certificate().subjectKey().identity()).isEqualTo("rsassa-pss;parameter=2048");
        assertThat(scan.finding().evidence().values())
                .contains("only hash=SHA-256", "only mgf1=SHA-256", "only saltLength=32", "hash=SHA-256");
    }
}
