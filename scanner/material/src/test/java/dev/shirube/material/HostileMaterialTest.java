package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    /** Found by fuzzing: the key's bit string ends within a byte. */
    @Test
    void a_key_that_is_no_whole_number_of_bytes_is_malformed() {
        MaterialScan scan = MaterialScan.fixture("broken/unaligned-key.der");

        assertThat(scan.findings).isEmpty();
        assertThat(scan.codes()).containsExactly("malformed");
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
    @Timeout(60)
    void numbers_of_ten_megabytes_are_neither_computed_with_nor_written_out() throws Exception {
        byte[] huge = new byte[10 << 20];
        Arrays.fill(huge, (byte) 0x5b);
        ASN1Integer number = new ASN1Integer(huge);
        ASN1Integer one = new ASN1Integer(1);
        Certificate certificate = Certificate.getInstance(Der.parse(MaterialScan.bytes("rsa2048.der")));
        ASN1Sequence parts = ASN1Sequence.getInstance(certificate.getTBSCertificate());
        ASN1EncodableVector changed = new ASN1EncodableVector();
        for (int i = 0; i < parts.size(); i++) {
            changed.add(i == 1 ? number : parts.getObjectAt(i));
        }
        AlgorithmIdentifier pss = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS, new DERSequence(new DERTaggedObject(true, 2, number)));
        for (ASN1Encodable object : new ASN1Encodable[] {
            new DERSequence(new ASN1Encodable[] {number, one}),
            new DERSequence(new ASN1Encodable[] {number, number, number}),
            new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), number, one, one, one, one, one, one, one}),
            new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                    new DERSequence(new ASN1Encodable[] {number, number})),
            new SubjectPublicKeyInfo(pss, new DERSequence(new ASN1Encodable[] {number, one})),
            new DERSequence(new ASN1Encodable[] {
                new DERSequence(changed), certificate.getSignatureAlgorithm(), certificate.getSignature()
            })
        }) {
            MaterialScan scan =
                    MaterialScan.of("huge.der", object.toASN1Primitive().getEncoded());

            assertThat(scan.findings.toString().length()).isLessThan(10_000);
        }
    }

    @Test
    @Timeout(60)
    void names_without_end_are_neither_compared_nor_written_out() throws Exception {
        X500NameBuilder name = new X500NameBuilder();
        X500NameBuilder other = new X500NameBuilder();
        for (int i = 0; i < 50_000; i++) {
            name.addRDN(BCStyle.CN, "n" + i);
            other.addRDN(BCStyle.CN, "n" + (i * 7919) % 50_000);
        }
        Certificate certificate = Certificate.getInstance(Der.parse(MaterialScan.bytes("rsa2048.der")));
        ASN1Sequence parts = ASN1Sequence.getInstance(certificate.getTBSCertificate());
        ASN1EncodableVector changed = new ASN1EncodableVector();
        for (int i = 0; i < parts.size(); i++) {
            changed.add(i == 3 ? name.build() : i == 5 ? other.build() : parts.getObjectAt(i));
        }
        byte[] der = new DERSequence(new ASN1Encodable[] {
                    new DERSequence(changed), certificate.getSignatureAlgorithm(), certificate.getSignature()
                })
                .getEncoded();

        MaterialScan scan = MaterialScan.of("names.der", der);

        assertThat(scan.codes()).containsExactly("malformed");
        assertThat(scan.key().key().identity()).isEqualTo("rsa-key;parameter=2048");
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
