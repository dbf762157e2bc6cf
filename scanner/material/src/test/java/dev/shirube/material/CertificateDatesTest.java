package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Test;

class CertificateDatesTest {

    /** A version 1 certificate with that validity, around the key of a fixture; its signature is the fixture's. */
    private static byte[] certificate(ASN1Encodable notBefore, ASN1Encodable notAfter) throws IOException {
        Certificate model = Certificate.getInstance(MaterialScan.bytes("rsa2048.der"));
        DERSequence tbs = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(1),
            model.getSignatureAlgorithm(),
            new X500Name("CN=issuer"),
            new DERSequence(new ASN1Encodable[] {notBefore, notAfter}),
            new X500Name("CN=subject"),
            model.getSubjectPublicKeyInfo()
        });
        return new DERSequence(new ASN1Encodable[] {
                    tbs,
                    model.getSignatureAlgorithm(),
                    new DERBitString(model.getSignature().getOctets())
                })
                .getEncoded();
    }

    @Test
    void dates_before_1970_and_at_the_end_of_time_are_kept() throws Exception {
        CryptoAsset.Certificate certificate = MaterialScan.of(
                        "v1.der",
                        certificate(new ASN1UTCTime("500101000000Z"), new ASN1GeneralizedTime("99991231235959Z")))
                .certificate();

        assertThat(certificate.notBefore()).isEqualTo(Instant.parse("1950-01-01T00:00:00Z"));
        assertThat(certificate.notAfter()).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(certificate.authority()).isFalse();
        assertThat(certificate.keyUsage()).isEmpty();
    }

    @Test
    void a_certificate_whose_date_is_no_date_still_shows_its_key() throws Exception {
        byte[] good = certificate(new ASN1UTCTime("500101000000Z"), new ASN1GeneralizedTime("99991231235959Z"));
        String text = new String(good, StandardCharsets.ISO_8859_1).replace("99991231235959Z", "9999-tomorrow--");

        MaterialScan scan = MaterialScan.of("odd.der", text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(scan.codes()).containsExactly("malformed");
        assertThat(scan.key().fingerprint())
                .isEqualTo(MaterialScan.fixture("rsa2048.spki.pem").key().fingerprint());
    }
}
