package dev.shirube.material.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Resolution;
import dev.shirube.engine.testing.InMemoryInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependencyDetectorTest {

    private static List<Finding> find(String location, String text) {
        DependencyScan scan = DependencyScan.of(location, text.getBytes(StandardCharsets.UTF_8));
        assertThat(scan.diagnostics).isEmpty();
        return scan.findings;
    }

    private static List<String> purls(String location, String text) {
        return find(location, text).stream()
                .map(it -> ((CryptoAsset.Library) it.asset()).purl())
                .toList();
    }

    private static List<String> lines(String... locationsAndTexts) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < locationsAndTexts.length; i += 2) {
            files.put(locationsAndTexts[i], locationsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return DependencyScan.of(files).lines();
    }

    private static String pom(String inside) {
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n" + inside + "\n</project>";
    }

    private static String dependency(String group, String artifact, String version) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId>"
                + (version.isEmpty() ? "" : "<version>" + version + "</version>") + "</dependency>";
    }

    @Test
    void aLibraryThatIsAskedForIsALibraryAndNoUse() {
        Finding finding = find("package.json", "{\"dependencies\": {\n\"@noble/curves\": \"^1.4.0\"}}")
                .get(0);
        assertThat(finding.asset())
                .isEqualTo(new CryptoAsset.Library(
                        "pkg:npm/%40noble/curves?vers=vers:npm/%3E%3D1.4.0%7C%3C2",
                        "@noble/curves", "vers:npm/>=1.4.0|<2"));
        assertThat(finding.function()).isEqualTo(CryptoFunction.OTHER);
        assertThat(finding.category()).isEqualTo(Category.OTHER);
        assertThat(finding.occurrence().kind()).isEqualTo(EvidenceKind.MANIFEST);
        assertThat(finding.occurrence().symbol()).isEqualTo("@noble/curves");
        assertThat(finding.evidence().values()).containsExactly("@noble/curves ^1.4.0");
        assertThat(finding.evidence().reason()).isEqualTo("version-range");
    }

    @Test
    void theLockFileBesideAManifestDecidesTheVersionAndSaysSo() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("a/package.json", "{\"dependencies\": {\"jose\": \"^4.0.0\"}}".getBytes(StandardCharsets.UTF_8));
        files.put(
                "a/package-lock.json",
                "{\"packages\": {\"node_modules/jose\": {\"version\": \"4.15.9\"}}}".getBytes(StandardCharsets.UTF_8));
        Finding manifest = DependencyScan.of(files).findings.stream()
                .filter(it -> it.occurrence().location().endsWith("package.json"))
                .findFirst()
                .orElseThrow();
        assertThat(manifest.asset().id()).isEqualTo("library:pkg:npm/jose@4.15.9");
        assertThat(manifest.evidence().values()).containsExactly("jose ^4.0.0", "package-lock.json: 4.15.9");
    }

    @Test
    void aLockFileAboveDecidesOnlyWhatTheManifestAllows() {
        String lock = "{\"packages\": {\"node_modules/jose\": {\"version\": \"5.2.0\"}}}";
        assertThat(lines("package-lock.json", lock, "a/b/package.json", "{\"dependencies\": {\"jose\": \"^5.0.0\"}}"))
                .contains("a/b/package.json:1 pkg:npm/jose@5.2.0");
        assertThat(lines("package-lock.json", lock, "a/b/package.json", "{\"dependencies\": {\"jose\": \"^4.0.0\"}}"))
                .contains("a/b/package.json:1 pkg:npm/jose vers:npm/>=4.0.0|<5");
        assertThat(lines("package-lock.json", lock, "a/b/package.json", "{\"dependencies\": {\"jose\": \"latest\"}}"))
                .contains("a/b/package.json:1 pkg:npm/jose");
    }

    @Test
    void ofSeveralLockedVersionsOnlyOneThatIsAllowedDecides() {
        String lock = "[[package]]\nname = \"rsa\"\nversion = \"0.8.1\"\nsource = \"x\"\n"
                + "[[package]]\nname = \"rsa\"\nversion = \"0.9.6\"\nsource = \"x\"\n";
        assertThat(lines("Cargo.lock", lock, "Cargo.toml", "[dependencies]\nrsa = \"0.9\"\n"))
                .contains("Cargo.toml:2 pkg:cargo/rsa@0.9.6");
        assertThat(lines("Cargo.lock", lock, "Cargo.toml", "[dependencies]\nrsa = \"*\"\n"))
                .contains("Cargo.toml:2 pkg:cargo/rsa");
    }

    @Test
    void anInstalledPackageIsTheProjectsReleaseAndTheEvidenceSaysWhichPackage() {
        Finding finding = find(
                        "var/lib/dpkg/status",
                        "Package: libssl3\nStatus: install ok installed\nSource: openssl\nVersion: 3.0.15-1~deb12u1\n")
                .get(0);
        assertThat(finding.asset().id()).isEqualTo("library:pkg:generic/openssl@3.0.15");
        assertThat(finding.evidence().values()).containsExactly("openssl (libssl3 3.0.15-1~deb12u1)");
    }

    @Test
    void aDatabaseOfPackagesThatIsNotReadIsARow() {
        DependencyScan scan = DependencyScan.of("image/var/lib/rpm/rpmdb.sqlite", new byte[] {1, 2, 3});
        assertThat(scan.diagnostics).extracting(it -> it.code().id()).containsExactly("format-not-read");
    }

    @Test
    void whatLiesInAnArchiveIsReadThereAndNotOutside() {
        assertThat(lines(
                        "a.zip!/app/package.json",
                        "{\"dependencies\": {\"jose\": \"^4.0.0\"}}",
                        "package-lock.json",
                        "{\"packages\": {\"node_modules/jose\": {\"version\": \"4.15.9\"}}}"))
                .contains("a.zip!/app/package.json:1 pkg:npm/jose vers:npm/>=4.0.0|<5");
    }

    @Test
    void aPomIsReadWithThePropertiesAndTheManagementOfTheSameFile() {
        assertThat(purls(
                        "app/pom.xml",
                        pom("<version>7</version><properties><a>1.${b}</a><b>84</b></properties>"
                                + "<dependencyManagement><dependencies>"
                                + dependency("com.auth0", "java-jwt", "4.6.2")
                                + "</dependencies></dependencyManagement><dependencies>"
                                + dependency("org.bouncycastle", "bcprov-jdk18on", "${a}")
                                + dependency("com.auth0", "java-jwt", "")
                                + dependency("org.bouncycastle", "bctls-jdk18on", " 1.81 ")
                                + "</dependencies>")))
                .containsExactly(
                        "pkg:maven/org.bouncycastle/bcprov-jdk18on@1.84",
                        "pkg:maven/com.auth0/java-jwt@4.6.2",
                        "pkg:maven/org.bouncycastle/bctls-jdk18on@1.81");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${bc.version}", "LATEST", "${loop}", "[1.0,$)", ""})
    void aVersionThatTheFileDoesNotTellStaysUnknown(String version) {
        Finding finding = find(
                        "pom.xml",
                        pom("<properties><loop>${loop}</loop></properties><dependencies>"
                                + dependency("org.bouncycastle", "bcprov-jdk18on", version) + "</dependencies>"))
                .get(0);
        assertThat(finding.asset())
                .isEqualTo(new CryptoAsset.Library("pkg:maven/org.bouncycastle/bcprov-jdk18on", "bcprov-jdk18on", ""));
        assertThat(finding.evidence().expression()).isEqualTo(version);
        assertThat(finding.evidence().resolution()).isEqualTo(Resolution.PARTIAL);
        assertThat(finding.evidence().reason()).isEqualTo("version-unknown");
    }

    @Test
    void whatAPluginNeedsOrADependencyLeavesOutIsNotInWhatIsBuilt() {
        assertThat(purls(
                        "pom.xml",
                        pom("<build><plugins><plugin><dependencies>" + dependency("com.auth0", "java-jwt", "4.6.2")
                                + "</dependencies></plugin></plugins></build><dependencies><dependency>"
                                + "<groupId>a</groupId><artifactId>b</artifactId><exclusions><exclusion>"
                                + "<groupId>org.bouncycastle</groupId><artifactId>bcprov-jdk18on</artifactId>"
                                + "</exclusion></exclusions></dependency></dependencies>")))
                .isEmpty();
    }

    @Test
    void aDependencyOfTheTestsIsTestContextWithItsLine() {
        String text = pom(
                "<dependencies>\n<dependency>\n<groupId>com.hierynomus</groupId>\n"
                        + "<artifactId>sshj</artifactId><version>0.40.0</version><scope>test</scope></dependency></dependencies>");
        Finding finding = find("pom.xml", text).get(0);
        assertThat(finding.occurrence().context()).isEqualTo(CodeContext.TEST);
        assertThat(finding.occurrence().line()).hasValue(3);
    }

    @Test
    void thePomInsideAnArchiveSaysWhatWasUsedToBuildItNotWhatIsInIt() {
        assertThat(DependencyScan.DETECTOR.accepts(InMemoryInput.of("a.jar!/META-INF/maven/g/a/pom.xml", "<project/>")))
                .isFalse();
    }

    @Test
    void gradleNamesCoordinatesInSeveralForms() {
        assertThat(purls("build.gradle.kts", """
                        // implementation("com.auth0:java-jwt:1.0.0")
                        implementation("org.bouncycastle:bcprov-jdk18on:1.84")
                        api 'com.nimbusds:nimbus-jose-jwt'
                        runtimeOnly("io.netty:netty-tcnative-boringssl-static:2.0.70.Final:linux-x86_64@jar")
                        implementation group: 'com.hierynomus', name: 'sshj', version: '0.40.0'
                        implementation("org.bouncycastle:bctls-jdk18on:$bc")
                        implementation("org.slf4j:slf4j-api:2.0.0")
                        """))
                .containsExactly(
                        "pkg:maven/org.bouncycastle/bcprov-jdk18on@1.84",
                        "pkg:maven/com.nimbusds/nimbus-jose-jwt",
                        "pkg:maven/io.netty/netty-tcnative-boringssl-static@2.0.70.Final",
                        "pkg:maven/com.hierynomus/sshj@0.40.0",
                        "pkg:maven/org.bouncycastle/bctls-jdk18on");
        assertThat(find("build.gradle", "testImplementation 'com.auth0:java-jwt:4.6.2'\n"))
                .extracting(it -> it.occurrence().context())
                .containsExactly(CodeContext.TEST);
        assertThat(purls(
                        "gradle/libs.versions.toml",
                        "[libraries]\njwt = { module = \"com.auth0:java-jwt\", version.ref = \"x\" }"))
                .containsExactly("pkg:maven/com.auth0/java-jwt");
    }
}
