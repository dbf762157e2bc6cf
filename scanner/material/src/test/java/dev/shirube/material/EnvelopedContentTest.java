package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

class EnvelopedContentTest {

    @Test
    void a_key_transported_by_rsa() {
        MaterialScan scan = MaterialScan.fixture("rsa.p7m");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.uses()).containsExactly("encrypt aes;parameter=256;mode=cbc", "encrypt rsaes-pkcs1v15");
    }

    @Test
    void a_key_transported_by_oaep_to_authenticated_content() {
        assertThat(MaterialScan.fixture("gcm.p7m").uses())
                .containsExactly(
                        "encrypt aes;parameter=256;mode=gcm", "encrypt rsaes-oaep;digest=SHA-256;padding=oaep");
    }

    @Test
    void a_key_agreed_on_a_curve() {
        assertThat(MaterialScan.fixture("ecdh.p7m").uses())
                .containsExactly(
                        "encrypt aes;parameter=128;mode=cbc",
                        "key-agreement ecdh;digest=SHA-1",
                        "key-wrap aes;parameter=128;mode=wrap");
    }

    @Test
    void a_key_encapsulated_by_ml_kem() throws Exception {
        byte[] der = enveloped(OtherRecipientInfo.getInstance(new OtherRecipientInfo(
                new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.13.3"),
                new KEMRecipientInfo(
                        new RecipientIdentifier(new DEROctetString(new byte[20])),
                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_768),
                        new DEROctetString(new byte[1088]),
                        new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.3.28")),
                        new ASN1Integer(32),
                        null,
                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap),
                        new DEROctetString(new byte[40])))));

        MaterialScan scan = MaterialScan.of("mail.p7m", der);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.uses()).contains("kem ml-kem;parameter=768", "key-wrap aes;parameter=256;mode=wrap");
    }

    @Test
    void a_recipient_of_a_type_that_is_not_known_is_told_of() throws Exception {
        byte[] der = enveloped(new OtherRecipientInfo(new ASN1ObjectIdentifier("1.2.3.4"), new ASN1Integer(1)));

        assertThat(MaterialScan.of("mail.p7m", der).codes()).containsExactly("format-not-read");
    }

    @Test
    void a_thousand_recipients_are_one_claim_and_more_are_told_of() throws Exception {
        OtherRecipientInfo[] recipients = new OtherRecipientInfo[1001];
        for (int i = 0; i < recipients.length; i++) {
            recipients[i] = new OtherRecipientInfo(
                    new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.13.3"),
                    new KEMRecipientInfo(
                            new RecipientIdentifier(new DEROctetString(new byte[] {(byte) i, (byte) (i >> 8)})),
                            new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_512),
                            new DEROctetString(new byte[8]),
                            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
                            new ASN1Integer(32),
                            null,
                            new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap),
                            new DEROctetString(new byte[40])));
        }

        MaterialScan scan = MaterialScan.of("mail.p7m", enveloped(recipients));

        assertThat(scan.uses()).hasSize(4);
        assertThat(scan.codes()).containsExactly("limit-reached");
    }

    private static byte[] enveloped(OtherRecipientInfo... recipients) throws Exception {
        ASN1EncodableVector infos = new ASN1EncodableVector();
        for (OtherRecipientInfo recipient : recipients) {
            infos.add(new RecipientInfo(recipient));
        }
        byte[] vector = new byte[16];
        new SecureRandom(new byte[] {1}).nextBytes(vector);
        EnvelopedData data = new EnvelopedData(
                null,
                new DERSet(infos),
                new EncryptedContentInfo(
                        PKCSObjectIdentifiers.data,
                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector)),
                        new DEROctetString(new byte[32])),
                (org.bouncycastle.asn1.cms.Attributes) null);
        return new ContentInfo(CMSObjectIdentifiers.envelopedData, data).getEncoded("DER");
    }
}
