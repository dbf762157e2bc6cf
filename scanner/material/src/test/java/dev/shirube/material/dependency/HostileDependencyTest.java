package dev.shirube.material.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests made to harm whoever reads them. */
class HostileDependencyTest {

    private static final String BC =
            "<dependencies><dependency><groupId>org.bouncycastle</groupId><artifactId>bcprov-jdk18on</artifactId>"
                    + "<version>&v;</version></dependency></dependencies>";

    /** One of every reader. */
    private static final List<String> LOCATIONS = List.of(
            "pom.xml",
            "build.gradle",
            "gradle/libs.versions.toml",
            "gradle.lockfile",
            "package.json",
            "package-lock.json",
            "bun.lock",
            "yarn.lock",
            "pnpm-lock.yaml",
            "requirements.txt",
            "pyproject.toml",
            "poetry.lock",
            "Pipfile",
            "Pipfile.lock",
            "setup.cfg",
            "setup.py",
            "environment.yml",
            "x.dist-info/METADATA",
            "go.mod",
            "go.sum",
            "vendor/modules.txt",
            "Cargo.toml",
            "Cargo.lock",
            "a.csproj",
            "Directory.Packages.props",
            "packages.config",
            "packages.lock.json",
            "a.deps.json",
            "composer.json",
            "composer.lock",
            "vendor/composer/installed.json",
            "Gemfile",
            "Gemfile.lock",
            "a.gemspec",
            "Dockerfile",
            "var/lib/dpkg/status",
            "lib/apk/db/installed",
            "rpm-qa.txt",
            "bom.json",
            "bom.xml",
            "a.spdx");

    @TempDir
    Path directory;

    private static Detection detect(String location, byte[] bytes) {
        InMemoryInput input = new InMemoryInput(location, bytes);
        assertThat(DependencyScan.DETECTOR.accepts(input)).as(location).isTrue();
        return DependencyScan.DETECTOR.detect(input, InMemoryUnit.of(input));
    }

    private static Detection detect(String location, String text) {
        return detect(location, text.getBytes(StandardCharsets.UTF_8));
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
    void everyReaderEndsInTimeWhateverIsRepeated() {
        String[] pieces = {
            "a",
            "1.",
            "\"",
            "'a:",
            "'a:b:c:d\n",
            "{\"a\":",
            "[",
            "<a>",
            "- a: ",
            "a = [",
            "  a (1)\n",
            "gem 'a',",
            "(",
            "\n",
            "a:\n",
            "P:a\n",
            "FROM a:1\n",
            "ARG a=${a}${a}\n",
            "install_requires=[",
            "=",
            " ",
            "^1 ||",
            "\"a@1\":\n",
            "ab-1-1"
        };
        for (String location : LOCATIONS) {
            for (String piece : pieces) {
                String text = piece.repeat((1 << 17) / piece.length());
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> detect(location, text), location + " " + piece);
            }
        }
    }

    @Test
    void aManifestThatIsTooLargeIsARow() {
        assertThat(detect("build.gradle", new byte[(16 << 20) + 1]).diagnostics())
                .extracting(it -> it.code().id())
                .containsExactly("limit-reached");
    }

    @Test
    void noiseNeverThrowsAndFindsNothing() {
        Random random = new Random(20261123);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            for (String location : LOCATIONS) {
                assertThat(detect(location, noise).findings()).isEmpty();
            }
        }
    }

    @Test
    void manifestsThatPointAtEachOtherEnd() {
        InMemoryInput one = InMemoryInput.of(
                "pom.xml",
                "<project><artifactId>a</artifactId><parent><artifactId>a</artifactId><relativePath>b/pom.xml</relativePath></parent></project>");
        InMemoryInput two = InMemoryInput.of(
                "b/pom.xml",
                "<project><artifactId>a</artifactId><parent><artifactId>a</artifactId></parent></project>");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> DependencyScan.DETECTOR.detect(one, InMemoryUnit.of(one, two)));
    }

    @Test
    void aLockFileThatNamesOnePackageWithoutEndIsReadInTime() {
        InMemoryInput lock = InMemoryInput.of("yarn.lock", "jose@^1:\n  version \"1.2.3\"\n".repeat(200_000));
        InMemoryInput manifest = InMemoryInput.of("package.json", "{\"dependencies\": {\"jose\": \"^1.0.0\"}}");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(DependencyScan.DETECTOR
                                .detect(manifest, InMemoryUnit.of(manifest, lock))
                                .findings())
                        .extracting(it -> it.asset().id())
                        .containsExactly("library:pkg:npm/jose@1.2.3"));
    }

    @Test
    void noTokenOfAnAddressIsTold() {
        for (String text : List.of(
                "{\"dependencies\": {\"jose\": \"git+https://hunter2@example.org/jose.git\"}}",
                "{\"dependencies\": {\"jose\": \"https://example.org/jose.tgz?token=hunter2\"}}",
                "{\"dependencies\": {\"jose\": \"hunter2@example.org:jose.git\"}}")) {
            Detection detection = detect("package.json", text);
            assertThat(detection.findings()).hasSize(1);
            assertThat(detection.toString()).doesNotContain("hunter2");
        }
    }
}
