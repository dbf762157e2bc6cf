package dev.shirube.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.catalogue.Catalogue;
import dev.shirube.catalogue.testing.FindingText;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The detector as the engine sees it. */
class SourceDetectorTest {

    private static final SourceDetector DETECTOR = SourceDetector.standard();

    private static List<Finding> findings(InMemoryInput input) {
        return DETECTOR.detect(input, InMemoryUnit.of(input)).findings();
    }

    private static String text(Finding finding) {
        return FindingText.of(finding, AlgorithmRegistry.standard());
    }

    @Test
    void itAcceptsJavaSourceByName() {
        assertThat(DETECTOR.accepts(InMemoryInput.of("src/A.java", ""))).isTrue();
        assertThat(DETECTOR.accepts(InMemoryInput.of("SRC/A.JAVA", ""))).isTrue();
        assertThat(DETECTOR.accepts(InMemoryInput.of("A.class", ""))).isFalse();
        assertThat(DETECTOR.accepts(InMemoryInput.of("A.java.orig", ""))).isFalse();
        assertThat(DETECTOR.languages()).contains("java", "python", "c");
        assertThat(DETECTOR.version()).endsWith(Catalogue.standard().version());
    }

    @Test
    void itsAnchorsAreTheTopLevelTypesAndTheKeys() {
        assertThat(DETECTOR.anchors().texts())
                .contains("Signature", "KeyPairGenerator", "KeyStore", "jdk.tls.namedGroups", "net.schmizz.sshj")
                .doesNotContain("Builder", "System", "Config");
    }

    @Test
    void anInputThatCannotBeReadIsTheEnginesAffair() {
        ScanInput unreadable = new ScanInput() {
            @Override
            public String location() {
                return "A.java";
            }

            @Override
            public long size() {
                return -1;
            }

            @Override
            public byte[] bytes() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> DETECTOR.detect(unreadable, InMemoryUnit.of(unreadable)))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("gone");
    }

    @Test
    void aShiftJisSourceWithABackslashByteBeforeTheQuoteIsReadAsWritten() {
        String source =
                "class 表 { String s = \"表\"; Object f() throws Exception { return java.security.Signature.getInstance(\"SHA256withECDSA\"); /* \"能\" */ } }";
        byte[] bytes = source.getBytes(Charset.forName("windows-31j"));
        InMemoryInput input = new InMemoryInput("表.java", bytes);
        Detection detection = DETECTOR.detect(input, InMemoryUnit.of(input));
        assertThat(detection.diagnostics()).isEmpty();
        assertThat(detection.findings()).singleElement().satisfies(it -> {
            assertThat(text(it)).isEqualTo("ECDSA-SHA-256 sign");
            assertThat(it.confidence()).isEqualTo(Confidence.CERTAIN);
            assertThat(it.occurrence().member()).isEqualTo("表#f()Ljava/lang/Object;");
        });
    }

    @Test
    void keysAndPasswordsInTheSourceAreInNoFinding() {
        String secret = "MIIEvQIBADANBgkq";
        List<Finding> findings = findings(InMemoryInput.of("A.java", """
                import java.security.*; import java.security.spec.*; import java.util.Base64; import javax.crypto.*;
                class A {
                    static final byte[] KEY = {77, 73, 73, 69, 118, 81};
                    void f(KeyStore store) throws Exception {
                        byte[] key = {77, 73, 73, 69, 118, 81};
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode("MIIEvQIBADANBgkq"));
                        new PKCS8EncodedKeySpec("MIIEvQIBADANBgkq".getBytes());
                        new PKCS8EncodedKeySpec(key);
                        new PKCS8EncodedKeySpec(new byte[] {77, 73, 73, 69, 118, 81});
                        new PKCS8EncodedKeySpec(KEY);
                        store.load(null, "MIIEvQIBADANBgkq".toCharArray());
                        store.getKey("alias", new char[] {'M', 'I', 'I', 'E'});
                        Cipher.getInstance(unwrap("MIIEvQIBADANBgkq" + "MIIEvQIBADANBgkq"));
                    }
                }
                """));
        assertThat(findings).hasSizeGreaterThanOrEqualTo(7);
        assertThat(findings.toString().replace(DETECTOR.version(), "")).doesNotContain(secret, "77", "'M'");
    }

    @Test
    void theSameSourceGivesTheSameFindingsAsOftenAsItIsAsked() {
        InMemoryInput input = InMemoryInput.of(
                "A.java",
                "class A { void f(boolean b) throws Exception { java.security.KeyPairGenerator.getInstance(b ? \"RSA\" : \"EC\"); } }");
        assertThat(findings(input)).hasSize(2).isEqualTo(findings(input));
    }

    @Test
    void thisProjectsOwnSourcesAreReadWithoutADiagnostic() throws IOException {
        List<String> digests = new ArrayList<>();
        InMemoryUnit unit = InMemoryUnit.of();
        try (Stream<Path> files = Files.walk(Path.of("../.."))) {
            for (Path file : files.filter(it ->
                            it.toString().endsWith(".java") && it.toString().contains("src"))
                    .filter(it -> it.toString().contains("main"))
                    .sorted()
                    .toList()) {
                InMemoryInput input = new InMemoryInput(file.toString().replace('\\', '/'), Files.readAllBytes(file));
                Detection detection = DETECTOR.detect(input, unit);
                assertThat(detection.diagnostics()).as(file.toString()).isEmpty();
                detection.findings().stream()
                        .filter(it -> text(it).equals("SHA-256 digest"))
                        .forEach(it -> digests.add(input.name()));
            }
        }
        assertThat(digests).contains("StandardCatalogue.java", "ByteDigests.java");
    }
}
