package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;

/** Key files of a TPM, put together after TPM 2.0 part 2 section 12.2 around keys of other fixtures. */
class TpmKeyTest {

    private static byte[] spki(String fixture) {
        return Base64.getMimeDecoder().decode(MaterialScan.text(fixture).replaceAll("-----[^-]*-----", ""));
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int count = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - count, fixed, length - count, count);
        return fixed;
    }

    /** A public area: type, name algorithm, attributes, no policy, then what the type has. */
    private static byte[] file(int type, int[] parameters, byte[]... unique) throws Exception {
        ByteArrayOutputStream area = new ByteArrayOutputStream();
        area.writeBytes(new byte[] {0, (byte) type, 0, 0x0b, 0, 6, 4, 0x72, 0, 0});
        for (int parameter : parameters) {
            area.write(parameter >> 8);
            area.write(parameter);
        }
        for (byte[] part : unique) {
            area.write(part.length >> 8);
            area.write(part.length);
            area.writeBytes(part);
        }
        byte[] sized = new byte[area.size() + 2];
        sized[0] = (byte) (area.size() >> 8);
        sized[1] = (byte) area.size();
        System.arraycopy(area.toByteArray(), 0, sized, 2, area.size());
        ASN1EncodableVector key = new ASN1EncodableVector();
        key.add(new ASN1ObjectIdentifier("2.23.133.10.1.3"));
        key.add(new ASN1Integer(0x40000001));
        key.add(new DEROctetString(sized));
        key.add(new DEROctetString(new byte[64]));
        return new DERSequence(key).getEncoded();
    }

    private static String pem(byte[] der) {
        return "-----BEGIN TSS2 PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END TSS2 PRIVATE KEY-----\n";
    }

    @Test
    void the_key_in_the_tpm_is_the_key_in_the_certificate() throws Exception {
        RSAPublicKey rsa = (RSAPublicKey)
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(spki("rsa2048.spki.pem")));
        ECPublicKey ec = (ECPublicKey)
                KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki("p256.spki.pem")));

        MaterialScan rsaScan = MaterialScan.of(
                "tpm.pem", pem(file(1, new int[] {0x10, 0x14, 0x0b, 2048, 0, 0}, fixed(rsa.getModulus(), 256))));
        MaterialScan ecScan = MaterialScan.of(
                "tpm.pem",
                pem(file(
                        0x23,
                        new int[] {0x10, 0x10, 3, 0x10},
                        fixed(ec.getW().getAffineX(), 32),
                        fixed(ec.getW().getAffineY(), 32))));

        assertThat(rsaScan.diagnostics).isEmpty();
        assertThat(rsaScan.keys()).containsExactly("PRIVATE rsa-key;parameter=2048 2048");
        assertThat(rsaScan.key().fingerprint())
                .isEqualTo(MaterialScan.fixture("rsa2048.spki.pem").key().fingerprint());
        assertThat(ecScan.keys()).containsExactly("PRIVATE ec-key;curve=nist/P-256 256");
        assertThat(ecScan.key().fingerprint())
                .isEqualTo(MaterialScan.fixture("p256.spki.pem").key().fingerprint());
    }

    @Test
    void what_is_no_key_pair_stays_unresolved() throws Exception {
        byte[] digest = new byte[32];

        assertThat(MaterialScan.of("tpm.pem", pem(file(8, new int[] {5, 0x0b}, digest)))
                        .keys())
                .containsExactly("PRIVATE unresolved;row=tpm-key");
    }

    @Test
    void a_length_that_lies_is_told_of() throws Exception {
        byte[] modulus = new byte[256];
        byte[] whole = file(1, new int[] {0x10, 0x10, 2048, 0, 0}, modulus);
        int size = new BigInteger(
                        1, Arrays.copyOfRange(whole, whole.length - 64 - 2 - 258, whole.length - 64 - 2 - 256))
                .intValueExact();
        assertThat(size).isEqualTo(256);
        whole[whole.length - 64 - 2 - 258] = 0x7f;

        assertThat(MaterialScan.of("tpm.pem", pem(whole)).codes()).containsExactly("malformed");
    }
}
