package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;

class ParameterBlocksTest {

    private static final String P384 = "-----BEGIN EC PARAMETERS-----\nBgUrgQQAIg==\n-----END EC PARAMETERS-----\n";

    @Test
    void the_name_of_a_curve_that_stands_alone() {
        MaterialScan scan = MaterialScan.of("ecparam.pem", "# ours\n" + P384);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.algorithms()).containsExactly("parameters ec-key;curve=nist/P-384");
        assertThat(scan.finding().occurrence().line()).hasValue(2);
    }

    @Test
    void explicit_parameters_that_stand_alone() {
        String both = MaterialScan.text("p256.explicit.pem");
        String alone = both.substring(both.indexOf("-----BEGIN EC PARAMETERS"), both.indexOf("-----BEGIN EC PRIVATE"));

        assertThat(MaterialScan.of("ecparam.pem", alone).algorithms())
                .containsExactly("parameters ec-key;curve=nist/P-256");
        assertThat(MaterialScan.fixture("p256.explicit.pem").algorithms()).isEmpty();
    }

    @Test
    void parameters_of_dsa_that_stand_alone() throws Exception {
        byte[] p = new byte[257];
        p[1] = (byte) 0x80;
        p[256] = 1;
        ASN1EncodableVector numbers = new ASN1EncodableVector();
        numbers.add(new ASN1Integer(p));
        numbers.add(new ASN1Integer(7));
        numbers.add(new ASN1Integer(2));
        String body = Base64.getMimeEncoder().encodeToString(new DERSequence(numbers).getEncoded());
        String pem = "-----BEGIN DSA PARAMETERS-----\n" + body + "\n-----END DSA PARAMETERS-----\n";

        assertThat(MaterialScan.of("dsaparam.pem", pem).algorithms()).containsExactly("parameters dsa;parameter=2048");
    }

    @Test
    void what_is_no_curve_is_told_of_or_nothing() {
        assertThat(MaterialScan.of("a.pem", P384.replace("BgUrgQQAIg==", "BgUrgQ=="))
                        .codes())
                .containsExactly("malformed");
        assertThat(MaterialScan.of("a.pem", P384.replace("BgUrgQQAIg==", "...")).codes())
                .isEmpty();
    }
}
