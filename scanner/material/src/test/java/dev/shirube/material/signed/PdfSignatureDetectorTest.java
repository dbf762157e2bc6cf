package dev.shirube.material.signed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import dev.shirube.material.DerDetector;
import dev.shirube.material.MaterialScan;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents written by hand after ISO 32000, around signatures made with OpenSSL. */
class PdfSignatureDetectorTest {

    private static final String CMS = HexFormat.of().formatHex(cms());

    private static byte[] cms() {
        String mail = MaterialScan.text("signed.eml");
        String part = mail.substring(mail.lastIndexOf("filename=\"smime.p7s\""));
        return Base64.getMimeDecoder().decode(part.substring(part.indexOf("MII"), part.indexOf("\n------")));
    }

    private static String pdf(String... objects) {
        StringBuilder text = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        text.append("1 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>\nendobj\n");
        text.append("3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 9 0 R >>\nendobj\n");
        for (int i = 0; i < objects.length; i++) {
            text.append(10 + i).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
            text.append("xref\n0 1\n0000000000 65535 f \ntrailer << /Prev 17 /Root 1 0 R >>\nstartxref\n17\n%%EOF\n");
        }
        return text.toString();
    }

    private static String signature(String filter, String contents) {
        return "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /" + filter
                + "\n/ByteRange [0 840 2000 400]\n/Contents <" + contents + "> /M (D:20260401) >>";
    }

    private static Detection detect(String text) {
        PdfSignatureDetector detector = new PdfSignatureDetector(AlgorithmRegistry.standard());
        InMemoryInput input = new InMemoryInput("form.pdf", text.getBytes(StandardCharsets.ISO_8859_1));
        return detector.accepts(input) ? detector.detect(input, InMemoryUnit.of()) : Detection.NOTHING;
    }

    private static List<String> codes(Detection detection) {
        return detection.diagnostics().stream()
                .map(Diagnostic::code)
                .map(it -> it.id())
                .toList();
    }

    @Test
    void the_signature_of_each_incremental_update_is_handed_on() {
        Detection detection = detect(pdf(
                signature("adbe.pkcs7.detached", CMS + "0".repeat(2000)),
                signature("ETSI.CAdES.detached", CMS.toUpperCase(java.util.Locale.ROOT) + "00")));

        assertThat(codes(detection)).isEmpty();
        assertThat(detection.derived())
                .extracting(it -> it.location())
                .containsExactly("form.pdf!signature/1", "form.pdf!signature/2");
        assertThat(detection.derived()).allSatisfy(it -> {
            Detection inner = new DerDetector(AlgorithmRegistry.standard()).detect(it, InMemoryUnit.of());
            assertThat(inner.diagnostics()).isEmpty();
            assertThat(inner.findings())
                    .extracting(
                            finding -> finding.asset().algorithm().orElseThrow().identity())
                    .contains("rsassa-pkcs1v15;digest=SHA-256", "rsa-key;parameter=2048");
        });
    }

    @Test
    void keys_may_stand_in_any_order_and_digits_over_lines() {
        String wrapped = CMS.replaceAll("(.{80})", "$1\n");

        Detection detection = detect(pdf("<</Contents<" + wrapped + ">/ByteRange[0 1 2 3]/SubFilter/ETSI.RFC3161>>"));

        assertThat(codes(detection)).isEmpty();
        assertThat(detection.derived()).hasSize(1);
    }

    @Test
    void a_bare_signature_is_told_by_its_filter() {
        Detection detection = detect(
                pdf(signature("adbe.x509.rsa_sha1", "0481" + "80".repeat(129)).replace("<0481", "<3481")));

        assertThat(detection.derived()).isEmpty();
        assertThat(detection.findings())
                .singleElement()
                .satisfies(it -> assertThat(it.asset().algorithm().orElseThrow().identity())
                        .isEqualTo("rsassa-pkcs1v15;digest=SHA-1"));
    }

    @Test
    void the_recipients_of_an_encrypted_document() {
        String enveloped = HexFormat.of().formatHex(MaterialScan.bytes("rsa.p7m"));

        Detection detection = detect(pdf("<< /Filter /Adobe.PubSec /V 4 /CF << /DefaultCryptFilter << /Recipients [ <"
                + enveloped + "> <" + enveloped + "> ] >> >> >>"));

        assertThat(detection.derived()).hasSize(2);
        assertThat(new DerDetector(AlgorithmRegistry.standard())
                        .detect(detection.derived().get(0), InMemoryUnit.of())
                        .findings())
                .hasSize(2);
    }

    @Test
    void pages_annotations_and_unsigned_fields_are_nothing() {
        Detection detection = detect(pdf(
                "<< /Type /Annot /Contents (a note about /Recipients of a text) >>",
                "<< /Type /Annot /Contents <feff0041" + "0042".repeat(80) + "> >>",
                signature("adbe.pkcs7.detached", "0".repeat(4000)),
                "<< /Contents << /a 1 >> /Type /Sig >>"));

        assertThat(detection.derived()).isEmpty();
        assertThat(codes(detection)).isEmpty();
    }

    @Test
    void what_is_not_read_is_told_of() {
        assertThat(codes(detect(pdf(signature("adbe.pkcs7.detached", CMS), "<< /DSS 20 0 R >>"))))
                .containsExactly("format-not-read");
        assertThat(codes(detect(pdf("<< /Type /Sig /ByteRange [0 1 2 3] /Contents (0\\202) >>"))))
                .containsExactly("format-not-read");
        assertThat(codes(detect(pdf(signature("adbe.pkcs7.detached", CMS.substring(0, 200) + "xyz" + CMS)))))
                .containsExactly("malformed");
        String cut = pdf(signature("adbe.pkcs7.detached", CMS));
        assertThat(codes(detect(cut.substring(0, cut.indexOf(CMS) + 500)))).containsExactly("malformed");
    }

    @Test
    @Timeout(30)
    void references_without_end_lead_nowhere_and_repetitions_are_bounded() {
        String endless = pdf("<< /Type /XRef /Prev 17 >>").repeat(20_000);
        assertThat(detect(endless).derived()).isEmpty();

        String many = "%PDF-1.7\n" + ("1 0 obj\n" + signature("x", CMS.substring(0, 400)) + "\nendobj\n").repeat(3000);
        assertThat(codes(detect(many))).contains("limit-reached");
        assertThat(detect(many).derived()).hasSize(1000);

        assertThat(detect("%PDF-1.7\n" + "/Contents <30".repeat(200_000)).derived())
                .isEmpty();
        assertThat(detect("%PDF-1.7\n" + "/Recipients [<30".repeat(200_000)).derived())
                .isEmpty();
    }

    @Test
    void whatever_is_changed_nothing_is_thrown() {
        String whole = pdf(signature("adbe.pkcs7.detached", CMS));
        Random random = new Random(9);
        for (int round = 0; round < 300; round++) {
            StringBuilder changed = new StringBuilder(whole);
            for (int i = 0; i <= round % 6; i++) {
                changed.setCharAt(random.nextInt(changed.length()), (char) random.nextInt(256));
            }
            assertThat(detect("%PDF-" + changed.substring(random.nextInt(500)))).isNotNull();
        }
    }
}
