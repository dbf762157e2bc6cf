package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemDetectorTest {

    private static final String PEM = MaterialScan.text("p256.crt.pem").strip();
    private static final CryptoAsset CERTIFICATE =
            MaterialScan.fixture("p256.crt.pem").certificate();

    private static void findsAtLine(MaterialScan scan, String location, int line) {
        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.finding().asset()).isEqualTo(CERTIFICATE);
        assertThat(scan.finding().occurrence().location()).isEqualTo(location);
        assertThat(scan.finding().occurrence().line()).hasValue(line);
    }

    @Test
    void a_block_scalar_of_yaml() {
        String yaml = "tls:\n  # ours\n  certificate: |\n    " + PEM.replace("\n", "\n    ") + "\n  port: 1\n";

        MaterialScan scan = MaterialScan.of("app.yaml", yaml);

        findsAtLine(scan, "app.yaml", 4);
        assertThat(scan.derived).containsExactly("app.yaml!pem@4");
    }

    @Test
    void escaped_line_ends_of_json() {
        String json = "{\n \"cert\": \"" + PEM.replace("\n", "\\n") + "\\n\",\n \"x\": 1}";

        findsAtLine(MaterialScan.of("a.json", json), "a.json", 2);
    }

    @Test
    void doubly_escaped_line_ends_of_json_in_json() {
        findsAtLine(MaterialScan.of("a.json", "{\"a\":\"" + PEM.replace("\n", "\\\\n") + "\"}"), "a.json", 1);
    }

    @Test
    void two_blocks_on_one_line_are_two_inputs() {
        String one = PEM.replace("\n", "\\n");

        MaterialScan scan = MaterialScan.of("a.json", "{\"a\":\"" + one + "\\n" + one + "\"}");

        assertThat(scan.derived).containsExactly("a.json!pem@1", "a.json!pem@1.2");
        assertThat(scan.findings).extracting(it -> it.occurrence().location()).containsOnly("a.json");
    }

    @Test
    void continued_lines_of_properties() {
        findsAtLine(
                MaterialScan.of("a.properties", "# c\ncert=" + PEM.replace("\n", "\\n\\\n  ") + "\n"),
                "a.properties",
                2);
    }

    @Test
    void concatenated_string_literals_of_source() {
        String java = "class A {\n  String s = \"" + PEM.replace("\n", "\\n\"\n    + \"") + "\\n\";\n}";

        findsAtLine(MaterialScan.of("A.java", java), "A.java", 2);
    }

    @Test
    void string_literals_with_the_plus_at_the_end_of_the_line() {
        findsAtLine(MaterialScan.of("a.js", "const s = '" + PEM.replace("\n", "\\n' +\n '") + "';"), "a.js", 1);
    }

    @Test
    void a_comment_in_front_of_every_line() {
        findsAtLine(MaterialScan.of("a.conf", "\n# " + PEM.replace("\n", "\n# ")), "a.conf", 2);
    }

    @Test
    void windows_line_ends_and_character_references() {
        findsAtLine(MaterialScan.of("a.txt", "x\r\n" + PEM.replace("\n", "\r\n")), "a.txt", 2);
        findsAtLine(MaterialScan.of("a.xml", "<c>" + PEM.replace("\n", "&#10;") + "</c>"), "a.xml", 1);
    }

    @Test
    void folded_to_one_line() {
        findsAtLine(MaterialScan.of("a.env", "CERT=\"" + PEM.replace("\n", " ") + "\""), "a.env", 1);
    }

    @Test
    void base64_of_pem_as_in_a_kubernetes_secret() {
        String encoded = Base64.getEncoder().encodeToString(PEM.getBytes(StandardCharsets.US_ASCII));

        MaterialScan scan = MaterialScan.of("secret.yaml", "kind: Secret\ndata:\n  tls.crt: " + encoded + "\n");

        findsAtLine(scan, "secret.yaml", 3);
    }

    @Test
    void a_block_that_moved_is_the_same_finding() {
        String here = MaterialScan.of("a.pem", PEM).finding().fingerprint();

        assertThat(MaterialScan.of("a.pem", "\n\n\n" + PEM).finding().fingerprint())
                .isEqualTo(here);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Paste it between -----BEGIN CERTIFICATE----- and -----END CERTIFICATE----- and save.",
                "-----BEGIN CERTIFICATE-----\n...\n-----END CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----\n<your key here>\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nMIIEvQ... (snip)\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n${TLS_KEY}\n-----END PRIVATE KEY-----",
                "if (s.startsWith(\"-----BEGIN RSA PRIVATE KEY-----\")) { return \"-----END RSA PRIVATE KEY-----\"; }",
                "grep -- '-----BEGIN ' *.pem",
            })
    void talk_about_pem_and_placeholders_are_neither_findings_nor_errors(String text) {
        MaterialScan scan = MaterialScan.of("README.md", text);

        assertThat(scan.findings).isEmpty();
        assertThat(scan.diagnostics).isEmpty();
    }

    @Test
    void a_block_that_was_cut_off_is_told_of_with_its_line() {
        MaterialScan scan = MaterialScan.of("cut.pem", "\n" + PEM.substring(0, 300));

        assertThat(scan.findings).isEmpty();
        assertThat(scan.codes()).containsExactly("malformed");
        assertThat(scan.diagnostics.get(0).location()).isEqualTo("cut.pem:2");
    }

    @Test
    void a_block_with_damaged_base64_is_told_of() {
        assertThat(MaterialScan.of("a.pem", PEM.substring(0, 300) + "!?" + PEM.substring(302))
                        .codes())
                .containsExactly("malformed");
    }

    @Test
    void a_hundred_thousand_blocks_end_at_the_limit_and_say_so() {
        String one = MaterialScan.text("ed25519.spki.pem");

        PemText text = new PemText(one.repeat(100_000));

        assertThat(text.blocks(PemDetector.MAX_BLOCKS)).hasSize(PemDetector.MAX_BLOCKS);
        assertThat(MaterialScan.of("many.pem", one.repeat(PemDetector.MAX_BLOCKS + 1))
                        .codes())
                .containsExactly("limit-reached");
    }

    @Test
    void many_first_markers_without_an_end_cost_no_more_than_their_length() {
        String text = "-----BEGIN CERTIFICATE-----\n".repeat(200_000);

        long start = System.nanoTime();
        MaterialScan scan = MaterialScan.of("evil.pem", text);

        assertThat(scan.findings).isEmpty();
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
}
