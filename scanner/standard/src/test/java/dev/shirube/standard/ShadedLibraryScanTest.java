package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.readiness.CryptoLibrary;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.domain.readiness.Presence;
import dev.shirube.domain.readiness.VersionRange;
import dev.shirube.material.fingerprint.FingerprintTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.ASN1Object;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Libraries whose classes were moved into somebody else's package, as published and as made here. */
class ShadedLibraryScanTest {

    private static final Path PUBLISHED = Path.of("target", "published");
    private static final Path BC_1_78_1 = PUBLISHED.resolve("bcprov-jdk18on-1.78.1.jar");
    private static final Path GRPC = PUBLISHED.resolve("grpc-netty-shaded-1.85.1.jar");
    private static final Path BC_1_84 = Scanned.origin(ASN1Object.class);
    private static final String MOVED = "com/acme/shaded/bc";

    @TempDir
    Path folder;

    private static List<Finding> byClasses(Path archive) throws Exception {
        return Scanned.file(archive).findings("library-classes");
    }

    private static CryptoAsset.Library library(Finding finding) {
        return (CryptoAsset.Library) finding.asset();
    }

    private static CryptoLibrary known(Finding finding) {
        return LibraryReadiness.standard().of(library(finding)).orElseThrow();
    }

    /** A JAR without manifest that holds those classes of another in another package. */
    private Path moved(Path jar, String root, String target, Predicate<String> wanted) throws IOException {
        return Copies.relocated(jar, root, target, wanted, folder);
    }

    private static boolean telling(String name) {
        return name.endsWith(".class") && FingerprintTable.standard().mayTell("x.jar!/" + name);
    }

    @Test
    void nettyInsideGrpcIsKnownByItsClassesAndItsVersionByItsNeighbours() throws Exception {
        Finding finding = byClasses(GRPC).get(0);
        assertThat(byClasses(GRPC)).hasSize(1);
        assertThat(finding.asset())
                .isEqualTo(CryptoAsset.Library.of("pkg:maven/io.netty/netty-handler", "4.2.17.Final"));
        assertThat(finding.occurrence().symbol()).isEqualTo("io.grpc.netty.shaded.io.netty");
        assertThat(finding.occurrence().kind()).isEqualTo(EvidenceKind.BYTECODE);
        assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(finding.evidence().row()).isEqualTo("class-fingerprints");
        assertThat(finding.evidence().values())
                .contains("package: io.grpc.netty.shaded.io.netty", "versions: 4.2.17.Final")
                .anyMatch(it -> it.matches("classes: ([0-9]+)/\\1"));
        assertThat(known(finding).hybridAt("4.2.17.Final").orElseThrow().with()).contains("tcnative");
    }

    @Test
    void itsNativePartKnowsTheHybridGroupWhateverItsVersion() throws Exception {
        List<Finding> findings = Scanned.file(GRPC).findings("native-tls");
        assertThat(findings).hasSize(5).allSatisfy(it -> {
            assertThat(library(it).purl()).isEqualTo("pkg:maven/io.netty/netty-tcnative-boringssl-static");
            assertThat(it.evidence().values()).contains("X25519MLKEM768: yes", "X25519Kyber768Draft00: yes");
        });
    }

    @Test
    void aMovedBouncyCastleIsToldFromTheOneWithTheFinalStandards() throws Exception {
        Finding before = byClasses(moved(BC_1_78_1, "org/bouncycastle", MOVED, ShadedLibraryScanTest::telling))
                .get(0);
        assertThat(library(before).purl()).isEqualTo("pkg:generic/bouncycastle-bcprov@1.78.1");
        assertThat(before.occurrence().symbol()).isEqualTo("com.acme.shaded.bc");
        assertThat(known(before).standardAt(library(before).version())).isEqualTo(Presence.NO);

        Finding after = byClasses(moved(BC_1_84, "org/bouncycastle", MOVED, ShadedLibraryScanTest::telling))
                .get(0);
        assertThat(library(after).purl()).isEqualTo("pkg:generic/bouncycastle-bcprov@1.84");
        assertThat(known(after).standardAt(library(after).version())).isEqualTo(Presence.YES);
    }

    @Test
    void fewerClassesAllowMoreVersionsNeverOneThatIsNotIt() throws Exception {
        Finding finding = byClasses(
                        moved(BC_1_78_1, "org/bouncycastle", MOVED, it -> telling(it) && it.contains("/crypto/")))
                .get(0);
        VersionRange range = VersionRange.of(library(finding).version()).orElseThrow();
        assertThat(range.contains("1.78.1")).isTrue();
        assertThat(range.contains("1.79")).isFalse();
        assertThat(library(finding).purl()).startsWith("pkg:generic/bouncycastle-bcprov?vers=vers:maven/");
        assertThat(finding.evidence().reason()).isEqualTo("version-range");
    }

    @Test
    void aFatJarThatKeptThePackageIsKnownTooWhenItsManifestSaysNothing() throws Exception {
        Path fat = moved(BC_1_84, "org/bouncycastle", "org/bouncycastle", ShadedLibraryScanTest::telling);
        assertThat(byClasses(fat)).extracting(it -> library(it).version()).containsExactly("1.84");
    }

    @Test
    void whatTheManifestNamesWithItsVersionIsNotSaidTwice() throws Exception {
        assertThat(byClasses(BC_1_84)).isEmpty();
    }

    @Test
    void namesWithoutTheirClassesAreNoLibrary() throws Exception {
        Path archive = folder.resolve("names.jar");
        int named = 0;
        try (ZipFile in = new ZipFile(BC_1_84.toFile());
                OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry :
                    in.stream().filter(it -> telling(it.getName())).toList()) {
                ClassWriter writer = new ClassWriter(0);
                String name = entry.getName().substring(0, entry.getName().length() - ".class".length());
                writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(writer.toByteArray());
                out.closeEntry();
                named++;
            }
        }
        assertThat(named).isGreaterThan(50);
        assertThat(byClasses(archive)).isEmpty();
    }
}
