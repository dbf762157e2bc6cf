package dev.shirube.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanTarget.FileTarget;
import dev.shirube.engine.testing.FakeDetector;
import dev.shirube.engine.testing.ZipWriter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The containers in which compiled Java is shipped: each is looked into, or said not to be. */
class ContainersTest {

    @TempDir
    private Path root;

    private static byte[] jar() {
        return new ZipWriter().deflated("com/acme/A.class", "RSA").bytes();
    }

    private List<ScanResult> scan(String name, byte[] bytes) throws Exception {
        Files.write(root.resolve(name), bytes);
        return Scans.directory(root, Scans.CONTEXT, Scans.RSA);
    }

    @Test
    void anEarAndTheWarInItAreLookedInto() throws Exception {
        byte[] war = new ZipWriter()
                .deflated("WEB-INF/classes/com/acme/W.class", "RSA")
                .deflated("WEB-INF/lib/lib.jar", jar())
                .bytes();
        byte[] ear = new ZipWriter()
                .deflated("web.war", war)
                .deflated("lib/shared.jar", jar())
                .bytes();
        assertThat(Scans.places(scan("app.ear", ear)))
                .containsExactlyInAnyOrder(
                        "app.ear!/web.war!/WEB-INF/classes/com/acme/W.class:1#0",
                        "app.ear!/web.war!/WEB-INF/lib/lib.jar!/com/acme/A.class:1#0",
                        "app.ear!/lib/shared.jar!/com/acme/A.class:1#0");
    }

    @Test
    void aBootArchiveIsLookedIntoAlsoWithAScriptInFrontAndAnyName() throws Exception {
        byte[] boot = new ZipWriter()
                .deflated("org/springframework/boot/loader/Launcher.class", "RSA")
                .deflated("BOOT-INF/classes/com/acme/B.class", "RSA")
                .stored("BOOT-INF/lib/lib.jar", jar())
                .bytes();
        ByteArrayOutputStream executable = new ByteArrayOutputStream();
        executable.writeBytes("#!/bin/bash\nexec java -jar \"$0\" \"$@\"\n".getBytes("US-ASCII"));
        executable.writeBytes(boot);
        assertThat(Scans.places(scan("payroll", executable.toByteArray())))
                .containsExactlyInAnyOrder(
                        "payroll!/org/springframework/boot/loader/Launcher.class:1#0",
                        "payroll!/BOOT-INF/classes/com/acme/B.class:1#0",
                        "payroll!/BOOT-INF/lib/lib.jar!/com/acme/A.class:1#0");
    }

    @Test
    void theClassesOfAnAndroidLibraryAreLookedInto() throws Exception {
        byte[] aar = new ZipWriter()
                .deflated("AndroidManifest.xml", "<manifest/>")
                .deflated("classes.jar", jar())
                .deflated("libs/inner.jar", jar())
                .bytes();
        assertThat(Scans.places(scan("sdk.aar", aar)))
                .containsExactlyInAnyOrder(
                        "sdk.aar!/classes.jar!/com/acme/A.class:1#0", "sdk.aar!/libs/inner.jar!/com/acme/A.class:1#0");
    }

    @Test
    void dalvikCodeIsSaidNotToBeRead() throws Exception {
        List<ScanResult> results = scan(
                "app.apk",
                new ZipWriter().deflated("classes.dex", "dex\n035\0RSA").bytes());
        assertThat(Scans.diagnostics(results)).anyMatch(it -> it.startsWith("language-not-read"));
    }

    @Test
    void variantsForNewerPlatformsAreKeptApart() throws Exception {
        byte[] archive = new ZipWriter()
                .deflated("META-INF/MANIFEST.MF", "Multi-Release: true\n")
                .deflated("com/acme/A.class", "RSA")
                .deflated("META-INF/versions/11/com/acme/A.class", "RSA")
                .deflated("META-INF/versions/21/com/acme/A.class", "RSA")
                .bytes();
        List<ScanResult> results = scan("lib.jar", archive);
        assertThat(Scans.places(results))
                .containsExactlyInAnyOrder(
                        "lib.jar!/com/acme/A.class:1#0",
                        "lib.jar!/META-INF/versions/11/com/acme/A.class:1#0",
                        "lib.jar!/META-INF/versions/21/com/acme/A.class:1#0");
        assertThat(Scans.diagnostics(results)).isEmpty();
    }

    @Test
    void aJmodFileIsLookedInto() throws Exception {
        ByteArrayOutputStream jmod = new ByteArrayOutputStream();
        jmod.writeBytes(new byte[] {'J', 'M', 1, 0});
        jmod.writeBytes(
                new ZipWriter().deflated("classes/com/acme/J.class", "RSA").bytes());
        assertThat(Scans.places(scan("acme.jmod", jmod.toByteArray())))
                .containsExactly("acme.jmod!/classes/com/acme/J.class:1#0");
    }

    @Test
    void theRuntimeImageOfAJdkIsLookedInto() throws Exception {
        Path image = Path.of(System.getProperty("java.home"), "lib", "modules");
        Assumptions.assumeTrue(Files.exists(image), "this JDK has no runtime image");
        Path lib = Files.createDirectory(root.resolve("lib"));
        Files.copy(image, lib.resolve("modules"));
        List<ScanResult> results = Scans.directory(root, Scans.CONTEXT, FakeDetector.finding("fake", "SHA256withRSA"));
        assertThat(Scans.places(results))
                .hasSizeGreaterThan(15)
                .anyMatch(it -> it.startsWith("lib/modules!/java.base/sun/security/ssl/SignatureScheme.class:"));
        assertThat(Scans.diagnostics(results))
                .map(it -> it.substring(0, it.indexOf(' ')))
                .containsOnly("language-not-read");
    }

    @Test
    void whatOnlyBeginsLikeARuntimeImageIsSaidToBeBroken() throws Exception {
        for (Map.Entry<String, byte[]> image : Map.of(
                        "little", new byte[] {(byte) 0xda, (byte) 0xda, (byte) 0xfe, (byte) 0xca, 0, 0, 1, 0},
                        "big", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xda, (byte) 0xda, 0, 1, 0, 0})
                .entrySet()) {
            List<ScanResult> results = scan(image.getKey(), image.getValue());
            assertThat(Scans.diagnostics(results))
                    .contains("malformed " + image.getKey() + " [Java runtime image (jimage), ends within its header]");
            assertThat(Scans.coverage(results)).contains(image.getKey() + " archive FAILED 1");
        }
    }

    @Test
    void aJmodFileOfTheRunningJdkIsLookedInto() throws Exception {
        Path jmod = Path.of(System.getProperty("java.home"), "jmods", "java.xml.crypto.jmod");
        Assumptions.assumeTrue(Files.exists(jmod), "this JDK has no jmods");
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new DirectoryReader()), List.of(Scans.RSA)).scan(new FileTarget(jmod), Scans.CONTEXT, sink);
        assertThat(Scans.places(sink.results()))
                .anyMatch(it -> it.startsWith(
                        "java.xml.crypto.jmod!/classes/org/jcp/xml/dsig/internal/dom/DOMSignatureMethod.class:"));
        assertThat(Scans.diagnostics(sink.results())).isEmpty();
    }
}
