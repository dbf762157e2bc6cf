package dev.shirube.material.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Category;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryDetectorTest {

    private static final LibraryDetector DETECTOR = new LibraryDetector(LibraryReadiness.standard());

    private static Detection detect(String location, byte[] bytes) {
        InMemoryInput input = new InMemoryInput(location, bytes);
        assertThat(DETECTOR.accepts(input)).as(location).isTrue();
        int inside = location.lastIndexOf("!/");
        return DETECTOR.detect(input, InMemoryUnit.of(input).at(inside < 0 ? "." : location.substring(0, inside)));
    }

    private static List<Finding> find(String location, String text) {
        Detection detection = detect(location, text.getBytes(StandardCharsets.UTF_8));
        assertThat(detection.diagnostics()).isEmpty();
        return detection.findings();
    }

    private static List<String> purls(String location, String text) {
        return find(location, text).stream()
                .map(it -> ((CryptoAsset.Library) it.asset()).purl())
                .toList();
    }

    @Test
    void pomPropertiesAreTheBestEvidenceInAnArchive() {
        Finding finding = find(
                        "app.war!/WEB-INF/lib/n.jar!/META-INF/maven/com.nimbusds/nimbus-jose-jwt/pom.properties",
                        "#Created by Maven\r\nversion=10.5\r\ngroupId=com.nimbusds\r\nartifactId=nimbus-jose-jwt\r\n")
                .get(0);
        assertThat(finding.asset())
                .isEqualTo(new CryptoAsset.Library(
                        "pkg:maven/com.nimbusds/nimbus-jose-jwt@10.5", "nimbus-jose-jwt", "10.5"));
        assertThat(finding.occurrence().line()).hasValue(2);
        assertThat(finding.occurrence().kind()).isEqualTo(EvidenceKind.MANIFEST);
        assertThat(finding.function()).isEqualTo(CryptoFunction.OTHER);
        assertThat(finding.category()).isEqualTo(Category.OTHER);
        assertThat(finding.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(finding.evidence().values()).containsExactly("com.nimbusds:nimbus-jose-jwt:10.5");
    }

    @Test
    void pomPropertiesWithoutCoordinatesAreNamedByTheirFolders() {
        assertThat(purls("a.jar!/META-INF/maven/com.auth0/java-jwt/pom.properties", "version: 4.6.2\n"))
                .containsExactly("pkg:maven/com.auth0/java-jwt@4.6.2");
    }

    @Test
    void aLibraryThatIsNotCryptographicIsPassedOver() {
        assertThat(purls("a.jar!/META-INF/maven/com.google.code.gson/gson/pom.properties", "version=2.1\n"))
                .isEmpty();
        assertThat(purls("a.jar!/META-INF/MANIFEST.MF", "Bundle-SymbolicName: com.acme.app\nBundle-Version: 1\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bcprov-jdk18on-1.84.jar, pkg:maven/org.bouncycastle/bcprov-jdk18on@1.84",
        "bcprov-jdk15on-1.70.jar, pkg:maven/org.bouncycastle/bcprov-jdk15on@1.84",
        "renamed.jar, pkg:generic/bouncycastle-bcprov@1.84",
        "app.jar!/BOOT-INF/lib/bcprov-jdk18on-1.84.jar#2, pkg:maven/org.bouncycastle/bcprov-jdk18on@1.84"
    })
    void aManifestNamesTheLibraryAndTheFileNameOnlyWhichOfItsArtefactsItIs(String archive, String purl) {
        String manifest =
                "Manifest-Version: 1.0\r\nBundle-SymbolicName: bcprov;singleton:=true\r\nBundle-Version: 1.84\r\n";
        assertThat(purls(archive + "!/META-INF/MANIFEST.MF", manifest)).containsExactly(purl);
    }

    @Test
    void aFileNameThatContradictsTheManifestMakesTheClaimOnlyPossible() {
        String manifest = "Bundle-SymbolicName: bctls\nBundle-Version: 1.81\n";
        Finding finding =
                find("bctls-jdk18on-1.70.jar!/META-INF/MANIFEST.MF", manifest).get(0);
        assertThat(finding.confidence()).isEqualTo(Confidence.POSSIBLE);
        assertThat(finding.evidence().values())
                .containsExactly("Bundle-SymbolicName: bctls", "Bundle-Version: 1.81", "file: bctls-jdk18on 1.70");
    }

    @Test
    void theVersionIsSpeltAsTheFileNameHasItWhereOsgiOnlyAddedZeros() {
        String manifest = "Bundle-SymbolicName: com.nimbusds.nimbus-jose-jwt\nBundle-Version: 10.5.0\n";
        assertThat(purls("nimbus-jose-jwt-10.5.jar!/META-INF/MANIFEST.MF", manifest))
                .containsExactly("pkg:maven/com.nimbusds/nimbus-jose-jwt@10.5");
    }

    @Test
    void aFileNameAloneIsAPossibility() {
        Finding finding = find("lib/kafka-clients-4.1.0.jar!/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")
                .get(0);
        assertThat(finding.asset().id()).isEqualTo("library:pkg:maven/org.apache.kafka/kafka-clients@4.1.0");
        assertThat(finding.confidence()).isEqualTo(Confidence.POSSIBLE);
        assertThat(finding.occurrence().line()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsch-0.1.55", "kms-2.31.70", "tink-android-1.8.0", "my-bcprov-jdk18on-1.84"})
    void aNameThatSeveralLibrariesHaveOrThatOnlyContainsOneNamesNone(String archive) {
        assertThat(purls(archive + ".jar!/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"))
                .isEmpty();
    }

    @Test
    void theManifestSaysNothingMoreWherePomPropertiesSaidItAlready() {
        InMemoryInput manifest =
                InMemoryInput.of("a.jar!/META-INF/MANIFEST.MF", "Bundle-SymbolicName: org.bitbucket.b_c.jose4j\n");
        InMemoryUnit alone = InMemoryUnit.of(manifest).at("a.jar");
        InMemoryUnit both =
                alone.with("a.jar!/META-INF/maven/org.bitbucket.b_c/jose4j/pom.properties", "version=0.9.6\n");
        assertThat(DETECTOR.detect(manifest, alone).findings()).hasSize(1);
        assertThat(DETECTOR.detect(manifest, both).findings()).isEmpty();
    }

    @Test
    void severalPomPropertiesInOneArchiveAreSeveralLibraries() {
        InMemoryInput first =
                InMemoryInput.of("a.jar!/META-INF/maven/org.bitbucket.b_c/jose4j/pom.properties", "version=0.9.6\n");
        InMemoryInput second =
                InMemoryInput.of("a.jar!/META-INF/maven/com.auth0/java-jwt/pom.properties", "version=4.6.2\n");
        InMemoryUnit unit = InMemoryUnit.of(first, second).at("a.jar");
        assertThat(List.of(first, second))
                .flatExtracting(it -> DETECTOR.detect(it, unit).findings())
                .extracting(it -> it.asset().id())
                .containsExactly(
                        "library:pkg:maven/org.bitbucket.b_c/jose4j@0.9.6",
                        "library:pkg:maven/com.auth0/java-jwt@4.6.2");
    }

    @Test
    void aModuleDescriptorGoesBeforeTheFileNameAndBehindTheManifest() throws IOException {
        InMemoryInput module = new InMemoryInput(
                "java-jwt-4.6.2.jar!/META-INF/versions/9/module-info.class", ModuleFixture.of("com.auth0.jwt", ""));
        InMemoryInput silent = InMemoryInput.of("java-jwt-4.6.2.jar!/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
        InMemoryUnit unit = InMemoryUnit.of(module, silent).at("java-jwt-4.6.2.jar");
        Finding finding = DETECTOR.detect(module, unit).findings().get(0);
        assertThat(finding.asset().id()).isEqualTo("library:pkg:maven/com.auth0/java-jwt@4.6.2");
        assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(DETECTOR.detect(silent, unit).findings()).isEmpty();

        InMemoryUnit named = InMemoryUnit.of(module)
                .at("java-jwt-4.6.2.jar")
                .with(silent.location(), "Automatic-Module-Name: com.auth0.java-jwt\nImplementation-Version: 4.6.2\n");
        assertThat(DETECTOR.detect(module, named).findings()).isEmpty();
    }

    @Test
    void aModuleMayTellItsVersionAndMeanAForkOfWhatItsNameSays() throws IOException {
        InMemoryInput module =
                new InMemoryInput("x.jar!/module-info.class", ModuleFixture.of("com.jcraft.jsch", "0.2.22"));
        assertThat(DETECTOR.detect(module, InMemoryUnit.of(module).at("x.jar")).findings())
                .extracting(it -> it.asset().id())
                .containsExactly("library:pkg:maven/com.github.mwiede/jsch@0.2.22");
    }

    @Test
    void aRuntimeIsKnownByItsReleaseFileAndNotByWhatCompiledAnArchive() {
        Finding runtime = find(
                        "opt/jdk/release",
                        "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_VERSION=\"25.0.1\"\nMODULES=\"java.base\"\n")
                .get(0);
        assertThat(runtime.asset().id()).isEqualTo("library:pkg:generic/openjdk@25.0.1");
        assertThat(runtime.occurrence().line()).hasValue(2);
        assertThat(purls("etc/release", "NAME=\"Debian\"\n")).isEmpty();
        assertThat(purls(
                        "a.jar!/META-INF/MANIFEST.MF",
                        "Created-By: 27 (Oracle Corporation)\nBuild-Jdk-Spec: 27\nBuild-Jdk: 27\n"))
                .isEmpty();
    }

    @Test
    void anAttributeContinuedOnTheNextLineIsOneAndOnlyTheMainSectionCounts() {
        assertThat(purls(
                        "x.jar!/META-INF/MANIFEST.MF",
                        "Bundle-SymbolicName: bct\r\n ls\r\nImplementation-Version: 1.8\r\n 4\r\n"))
                .containsExactly("pkg:maven/org.bouncycastle/bctls-jdk18on@1.84");
        assertThat(purls("x.jar!/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\nImplementation-Title: xmlsec\n"))
                .isEmpty();
    }

    @Test
    void whatABuildFileAsksForIsAnotherDetectors() {
        for (String location : List.of("pom.xml", "build.gradle", "a.jar!/META-INF/maven/g/a/pom.xml")) {
            assertThat(DETECTOR.accepts(InMemoryInput.of(location, "<project/>")))
                    .isFalse();
        }
    }
}
