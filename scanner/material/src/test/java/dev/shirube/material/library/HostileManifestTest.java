package dev.shirube.material.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Manifests made to harm whoever reads them. */
class HostileManifestTest {

    private static final LibraryDetector DETECTOR = new LibraryDetector(LibraryReadiness.standard());

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
    void invalidUtf8IsReadAsFarAsItGoes() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0xff, (byte) 0xc3, 0x28, '\n'});
        bytes.write("Bundle-SymbolicName: bcprov\nBundle-Version: 1.84\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(detect("a.jar!/META-INF/MANIFEST.MF", bytes.toByteArray()).findings())
                .hasSize(1);
    }

    @Test
    void hugeManifestsAreReadInTimeOrNamedAsTooLarge() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            String name = repeated("a", 8 << 20);
            detect("a.jar!/META-INF/MANIFEST.MF", "Bundle-SymbolicName: " + name);
            detect("a.jar!/META-INF/MANIFEST.MF", "Bundle-SymbolicName: b\n" + repeated(" c\n", 8 << 20));
            detect("a.jar!/META-INF/maven/g/a/pom.properties", "version=" + repeated("1.", 8 << 20));
            detect("b-" + repeated("1-", 100_000) + ".jar!/META-INF/MANIFEST.MF", "x: y\n");
        });
        assertThat(detect("a.jar!/META-INF/MANIFEST.MF", new byte[(16 << 20) + 1])
                        .diagnostics())
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
            for (String location :
                    new String[] {"a.jar!/META-INF/MANIFEST.MF", "a.jar!/META-INF/maven/g/a/pom.properties"}) {
                assertThat(detect(location, noise).findings()).isEmpty();
            }
        }
    }
}
