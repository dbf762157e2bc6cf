package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {

    private static final byte[] DER = MaterialScan.bytes("rsa2048.der");
    private static final String ONE = Base64.getEncoder().encodeToString(DER);
    private static final String WRAPPED =
            Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(DER);
    private static final CryptoAsset CERTIFICATE =
            MaterialScan.fixture("rsa2048.der").certificate();

    private static void findsAtLine(String file, String text, int line) {
        MaterialScan scan = MaterialScan.of(file, text);
        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.finding().asset()).isEqualTo(CERTIFICATE);
        assertThat(scan.finding().occurrence().location()).isEqualTo(file);
        assertThat(scan.finding().occurrence().line()).hasValue(line);
    }

    @Test
    void a_value_of_a_setting() {
        findsAtLine("a.json", "{\n\"x5c\": [\"" + ONE + "\"]}", 2);
        findsAtLine("a.properties", "# c\n\ncert=" + ONE + "\n", 3);
        findsAtLine("a.tf", "certificate_body = base64decode(\"" + ONE + "\")", 1);
        findsAtLine("a.xml", "<a>\n<X509Certificate>" + ONE + "</X509Certificate></a>", 2);
        findsAtLine("a.html", "data:application/x-x509-ca-cert;base64," + ONE, 1);
    }

    @Test
    void a_value_without_padding() {
        findsAtLine("a.txt", "cert: " + ONE.replace("=", "") + "\nnext: line", 1);
    }

    @Test
    void a_value_over_many_lines() {
        findsAtLine("a.xml", "<c>\n      " + WRAPPED.replace("\n", "\n      ") + "\n</c>", 2);
        findsAtLine("a.yaml", "cert: >\n  " + WRAPPED.replace("\n", "\n  ") + "\nother: x\n", 2);
        findsAtLine("a.xml", "<c>" + WRAPPED.replace("\n", "&#13;\n") + "</c>", 1);
        findsAtLine("a.properties", "cert=" + WRAPPED.replace("\n", "\\\n   ") + "\n", 1);
        findsAtLine("a.txt", WRAPPED.replace("\n", " "), 1);
    }

    @Test
    void a_value_in_escapes() {
        findsAtLine("a.json", "{\"c\":\"" + WRAPPED.replace("\n", "\\n") + "\"}", 1);
        findsAtLine("a.json", "{\"c\":\"\\n" + ONE.replace("/", "\\/") + "\"}", 1);
        findsAtLine("a.json", "{\"c\":\"" + ONE.replace("+", "\\u002B").replace("=", "\\u003D") + "\"}", 1);
    }

    @Test
    void a_value_put_together_of_literals() {
        findsAtLine("A.java", "String c = \"" + WRAPPED.replace("\n", "\"\n    + \"") + "\";", 1);
        findsAtLine("a.js", "const c = '" + WRAPPED.replace("\n", "'+\n '") + "';", 1);
        findsAtLine("a.php", "$c = '" + WRAPPED.replace("\n", "' .\n '") + "';", 1);
        findsAtLine("a.py", "c = (\"" + WRAPPED.replace("\n", "\"\n  \"") + "\")", 1);
    }

    @Test
    void escapes_inside_of_pem() {
        String pem = "-----BEGIN CERTIFICATE-----\n" + WRAPPED + "\n-----END CERTIFICATE-----\n";

        findsAtLine("a.json", "{\"c\":\"" + pem.replace("/", "\\/").replace("\n", "\\n") + "\"}", 1);
        findsAtLine("a.json", "{\"c\":\"" + pem.replace("+", "\\u002B").replace("\n", "\\n") + "\"}", 1);
    }

    @Test
    void pem_put_together_of_parts_that_are_apart() {
        findsAtLine(
                "a.js",
                "const h = '-----BEGIN CERTIFICATE-----';\nconst b = '" + ONE
                        + "';\nconst f = '-----END CERTIFICATE-----';",
                2);
    }

    @Test
    void what_stands_in_a_block_of_pem_is_found_once() {
        String pem = "-----BEGIN CERTIFICATE-----\n" + WRAPPED + "\n-----END CERTIFICATE-----\n";

        MaterialScan scan = MaterialScan.of("a.txt", pem + "\n\n" + ONE + "\n\n" + pem);

        assertThat(scan.findings).hasSize(3);
        assertThat(scan.derived)
                .containsExactlyInAnyOrder(
                        "a.txt!pem@1",
                        "a.txt!base64@" + (pem.split("\n").length + 3),
                        "a.txt!pem@" + (pem.split("\n").length + 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p256.spki.pem",
                "ed25519.spki.pem",
                "ed25519.pkcs8.pem",
                "p256.sec1.pem",
                "rsa2048.pkcs8.pem",
                "rsa2048.pkcs1pub.pem",
                "bp384.sec1.pem",
                "p256.csr.pem",
                "chain.p7b.pem",
                "rsa2048.pbes2.pem"
            })
    void short_keys_and_other_structures(String file) {
        String text = MaterialScan.text(file);
        String body = text.substring(text.lastIndexOf("-----BEGIN"))
                .replaceAll("-----.*-----", "")
                .replace("\n", "");
        List<CryptoAsset> expected =
                MaterialScan.fixture(file).findings.stream().map(Finding::asset).toList();

        MaterialScan scan = MaterialScan.of("a.env", "X=1\nKEY=" + body + "\n");

        assertThat(scan.findings.stream().map(Finding::asset).toList())
                .hasSameElementsAs(expected)
                .isNotEmpty();
    }

    @Test
    void keystores_in_secrets() {
        String p12 = Base64.getEncoder().encodeToString(MaterialScan.bytes("modern.p12"));

        MaterialScan scan = MaterialScan.of("secret.yaml", "data:\n  keystore.p12: " + p12 + "\n");

        assertThat(scan.findings).hasSize(2);
        assertThat(scan.findings)
                .allSatisfy(it -> assertThat(it.occurrence().line()).hasValue(2));
    }

    @Test
    void java_keystores_in_secrets() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setCertificateEntry(
                "partner", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(DER)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "nobody-knows-this".toCharArray());
        String wrapped = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(out.toByteArray());

        for (String text : List.of(
                "data:\n  truststore.jks: |\n    " + wrapped.replace("\n", "\n    ") + "\n",
                "data:\n\nSTORE=" + wrapped.replace("\n", "") + "\n")) {
            MaterialScan scan = MaterialScan.of("s.yaml", text);
            assertThat(scan.diagnostics).isEmpty();
            assertThat(scan.finding().asset()).isEqualTo(CERTIFICATE);
            assertThat(scan.finding().occurrence().place()).isEqualTo("s.yaml!partner:3");
        }
    }

    @Test
    void pem_encoded_again_and_wrapped() {
        String pem = "-----BEGIN CERTIFICATE-----\n" + WRAPPED + "\n-----END CERTIFICATE-----\n";
        String again =
                Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(pem.getBytes(StandardCharsets.US_ASCII));

        findsAtLine("s.yaml", "data:\n  tls.crt: |\n    " + again.replace("\n", "\n    ") + "\n  tls.key: x\n", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signed.eml", "opaque.eml"})
    void the_signature_of_a_mail(String file) {
        MaterialScan scan = MaterialScan.fixture(file);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.uses()).contains("digest sha2;parameter=256", "sign rsassa-pkcs1v15;digest=SHA-256");
    }

    @Test
    void an_encrypted_mail() {
        assertThat(MaterialScan.fixture("enc.eml").uses()).contains("encrypt rsaes-pkcs1v15");
    }

    @Test
    void look_alikes_are_nothing() {
        Random random = new Random(7);
        byte[] noise = new byte[900];
        random.nextBytes(noise);
        String lorem = Base64.getEncoder().encodeToString(noise);
        for (String text : List.of(
                "MIIC stands for nothing, and MII neither; MIIxabcd",
                "MIIDXTCCAkWgAwIBAgIJ...",
                "\"x5c\": [\"MIIDQjCCAiqgAwIBAgIGATz/FuLiMA0GCSqGSIb3DQEB...\"]",
                ONE.substring(0, 160) + "...",
                ONE.substring(0, 400) + "...\n",
                "MII" + lorem,
                "MIIC" + lorem,
                "token=MIIEowIBAAKCAQEA" + lorem.substring(0, 100),
                "MIICAT" + "MIICAT".repeat(400),
                "xMII" + ONE.substring(3),
                ONE.substring(0, 300) + "\u00e9" + ONE.substring(301))) {
            MaterialScan scan = MaterialScan.of("a.txt", text);
            assertThat(scan.findings).as(text).isEmpty();
        }
    }

    @Test
    void a_value_that_is_cut_off_is_told_of() {
        MaterialScan scan = MaterialScan.of("a.env", "A=1\nCERT=" + ONE.substring(0, 700) + "\n");

        assertThat(scan.findings).isEmpty();
        assertThat(scan.codes()).containsExactly("malformed");
        assertThat(scan.diagnostics.get(0).location()).isEqualTo("a.env:2");
    }

    @Test
    @Timeout(30)
    void many_beginnings_cost_no_more_than_their_length() {
        String line = "MIL//zCC//8" + "/".repeat(53) + "\n";

        MaterialScan scan = MaterialScan.of("evil.txt", "MII\n" + line.repeat(100_000));

        assertThat(scan.findings).isEmpty();
        assertThat(scan.codes()).contains("limit-reached");
        assertThat(MaterialScan.of("evil.txt", "MII ".repeat(2_000_000)).findings)
                .isEmpty();
    }
}
