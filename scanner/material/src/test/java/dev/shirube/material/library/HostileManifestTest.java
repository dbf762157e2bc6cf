package dev.shirube.material.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.ByteArrayOutputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests made to harm whoever reads them. */
class HostileManifestTest {

    private static final LibraryDetector DETECTOR = new LibraryDetector(LibraryReadiness.standard());
    private static final String BC =
            "<dependencies><dependency><groupId>org.bouncycastle</groupId><artifactId>bcprov-jdk18on</artifactId>"
                    + "<version>&v;</version></dependency></dependencies>";

    @TempDir
    Path directory;

    private static Detection detect(String location, byte[] bytes) {
        InMemoryInput input = new InMemoryInput(location, bytes);
        return DETECTOR.detect(input, InMemoryUnit.of(input).at("a.jar"));
    }

    private static Detection detect(String location, String text) {
        return detect(location, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String repeated(String text, int bytes) {
        return text.repeat(bytes / text.length());
    }

    @Test
    void noEntityOfAPomIsReadFromAFileOrTheNet() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "1.23456");
        try (ServerSocket server = new ServerSocket(0)) {
            server.setSoTimeout(200);
            for (String entity : new String[] {
                "SYSTEM \"" + secret.toUri() + "\"", "SYSTEM \"http://127.0.0.1:" + server.getLocalPort() + "/v\""
            }) {
                Detection detection = detect(
                        "pom.xml", "<!DOCTYPE project [<!ENTITY v " + entity + ">]><project>" + BC + "</project>");
                assertThat(detection.toString()).doesNotContain("1.23456");
                assertThat(detection.findings().isEmpty()
                                && detection.diagnostics().isEmpty())
                        .isFalse();
            }
            assertThatCode(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void entitiesThatGrowAreNotExpanded() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE project [<!ENTITY e0 \"1\">");
        for (int i = 1; i <= 40; i++) {
            dtd.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String text = dtd + "]><project>" + BC.replace("&v;", "&e40;") + "</project>";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> detect("pom.xml", text));
    }

    @Test
    void propertiesThatGrowAreNotExpandedWithoutEnd() {
        StringBuilder properties = new StringBuilder("<properties><e0>1</e0>");
        for (int i = 1; i <= 40; i++) {
            properties
                    .append("<e" + i + ">")
                    .append(("${e" + (i - 1) + "}").repeat(50))
                    .append("</e" + i + ">");
        }
        String text = "<project>" + properties + "</properties>" + BC.replace("&v;", "${e40}") + "</project>";
        Detection detection =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> detect("pom.xml", text));
        assertThat(((CryptoAsset.Library) detection.findings().get(0).asset()).version())
                .isEmpty();
        assertThat(detection.findings().get(0).evidence().expression()).hasSizeLessThan(200);
    }

    @Test
    void aBrokenPomIsARowThatNamesTheLineAndNothingOfTheContent() {
        Detection detection = detect("pom.xml", "<project>\n<password>hunter2</pass></project>");
        assertThat(detection.diagnostics())
                .extracting(it -> it.code().id() + " " + it.arguments())
                .containsExactly("malformed [pom.xml, XML, line 2]");
    }

    @Test
    void invalidUtf8IsReadAsFarAsItGoes() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0xff, (byte) 0xc3, 0x28, '\n'});
        bytes.write("Bundle-SymbolicName: bcprov\nBundle-Version: 1.84\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(detect("a.jar!/META-INF/MANIFEST.MF", bytes.toByteArray()).findings())
                .hasSize(1);
    }

    @Test
    void aPomInAnEncodingOfItsOwnIsRead() throws Exception {
        String text = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><project><name>税務</name>"
                + BC.replace("&v;", "1.84") + "</project>";
        assertThat(detect("pom.xml", text.getBytes("Shift_JIS")).findings()).hasSize(1);
        assertThat(detect("pom.xml", text.replace("Shift_JIS", "no such").getBytes(StandardCharsets.UTF_8))
                        .findings())
                .hasSizeLessThan(2);
        byte[] broken = text.replace("Shift_JIS", "UTF-8").getBytes("Shift_JIS");
        assertThat(detect("pom.xml", broken).findings()).hasSize(1);
    }

    @Test
    void nestingIsNeitherAFaultNorSilence() {
        String deep =
                "<project>" + "<a>".repeat(200_000) + "</a>".repeat(200_000) + BC.replace("&v;", "1.84") + "</project>";
        Detection detection =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> detect("pom.xml", deep));
        // Java 24 and later bound the depth of XML themselves: there it is a diagnostic.
        assertThat(detection.findings().size() + detection.diagnostics().size()).isEqualTo(1);
    }

    @Test
    void hugeManifestsAreReadInTimeOrNamedAsTooLarge() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            String name = repeated("a", 8 << 20);
            detect("a.jar!/META-INF/MANIFEST.MF", "Bundle-SymbolicName: " + name);
            detect("a.jar!/META-INF/MANIFEST.MF", "Bundle-SymbolicName: b\n" + repeated(" c\n", 8 << 20));
            detect("build.gradle", repeated("'a:", 8 << 20));
            detect("build.gradle", repeated("'a:b:c:d\n", 8 << 20));
            detect("a.jar!/META-INF/maven/g/a/pom.properties", "version=" + repeated("1.", 8 << 20));
            detect("b-" + repeated("1-", 100_000) + ".jar!/META-INF/MANIFEST.MF", "x: y\n");
        });
        assertThat(detect("build.gradle", new byte[(16 << 20) + 1]).diagnostics())
                .extracting(it -> it.code().id())
                .containsExactly("limit-reached");
    }

    @Test
    void aVersionThatIsNoneNeverReachesAPackageUrl() {
        for (String version : new String[] {"1.0@evil", "1.0?x=y", "1.0/../x", "1 0", "1.0\u202e", "9".repeat(100)}) {
            Detection detection =
                    detect("a.jar!/META-INF/maven/com.auth0/java-jwt/pom.properties", "version=" + version + "\n");
            assertThat(detection.findings())
                    .extracting(it -> it.asset().id())
                    .containsExactly("library:pkg:maven/com.auth0/java-jwt");
            assertThat(detection.toString()).doesNotContain("\u202e");
        }
    }

    @Test
    void noiseNeverThrows() {
        Random random = new Random(20261123);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            for (String location : new String[] {
                "pom.xml", "build.gradle", "a.jar!/META-INF/MANIFEST.MF", "a.jar!/META-INF/maven/g/a/pom.properties"
            }) {
                assertThat(detect(location, noise).findings()).isEmpty();
            }
        }
    }
}
