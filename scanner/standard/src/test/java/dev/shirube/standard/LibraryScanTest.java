package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.readiness.CryptoLibrary;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.domain.readiness.Presence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.bouncycastle.asn1.ASN1Object;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries as they lie on disks: published JARs, alone and in the layouts of applications. */
class LibraryScanTest {

    private static final Path BC = Scanned.origin(ASN1Object.class);
    private static final Path NIMBUS = Scanned.origin(JWSObject.class);
    private static final Path SSHD = Scanned.origin(SecurityUtils.class);

    @TempDir
    Path folder;

    private static String version(Path jar) {
        return jar.getParent().getFileName().toString();
    }

    private static String purl(String name, Path jar) {
        return "pkg:maven/" + name + "@" + version(jar);
    }

    private Path archive(String name, Map<String, byte[]> entries) throws IOException {
        Path archive = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return archive;
    }

    private static List<String> libraries(Scanned scanned) {
        return scanned.findings("library").stream()
                .map(it -> it.occurrence().location() + " " + ((CryptoAsset.Library) it.asset()).purl())
                .toList();
    }

    @Test
    void bouncyCastleIsKnownByItsManifestSinceItHasNoPomProperties() throws Exception {
        assertThat(libraries(Scanned.file(BC)))
                .containsExactly(
                        BC.getFileName() + "!/META-INF/MANIFEST.MF " + purl("org.bouncycastle/bcprov-jdk18on", BC));
    }

    @Test
    void itsReadinessIsThatOfItsVersion() throws Exception {
        Finding finding = Scanned.file(BC).findings("library").get(0);
        CryptoAsset.Library library = (CryptoAsset.Library) finding.asset();
        CryptoLibrary known = LibraryReadiness.standard().of(library).orElseThrow();
        assertThat(known.standardAt(library.version())).isEqualTo(Presence.YES);
    }

    @Test
    void everyLibraryOfABootApplicationIsFoundWhereItLies() throws Exception {
        Map<String, byte[]> entries = new TreeMap<>();
        for (Path jar : List.of(NIMBUS, SSHD)) {
            entries.put("BOOT-INF/lib/" + jar.getFileName(), Files.readAllBytes(jar));
        }
        entries.put("META-INF/MANIFEST.MF", "Implementation-Title: payroll\n".getBytes("UTF-8"));
        Path inner = archive("app.war", entries);
        Path outer = archive("app.ear", Map.of("app.war", Files.readAllBytes(inner)));
        assertThat(libraries(Scanned.file(outer)))
                .containsExactly(
                        "app.ear!/app.war!/BOOT-INF/lib/" + NIMBUS.getFileName()
                                + "!/META-INF/maven/com.nimbusds/nimbus-jose-jwt/pom.properties "
                                + purl("com.nimbusds/nimbus-jose-jwt", NIMBUS),
                        "app.ear!/app.war!/BOOT-INF/lib/" + SSHD.getFileName()
                                + "!/META-INF/maven/org.apache.sshd/sshd-common/pom.properties "
                                + purl("org.apache.sshd/sshd-common", SSHD));
    }

    @Test
    void aRenamedLibraryIsStillFound() throws Exception {
        Path renamed = Files.copy(NIMBUS, folder.resolve("x.bin"));
        assertThat(libraries(Scanned.file(renamed)))
                .singleElement()
                .asString()
                .endsWith(purl("com.nimbusds/nimbus-jose-jwt", NIMBUS));
    }
}
