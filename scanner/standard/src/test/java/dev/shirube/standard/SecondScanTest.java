package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.testing.FindingText;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.GatheredIndex;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanCache;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.testing.ZipWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the detectors of the program look at again when a file of a source tree has changed. */
class SecondScanTest {

    @TempDir
    Path root;

    private final Set<String> shown = new ConcurrentSkipListSet<>();
    private final ScanCache.InMemory cache = new ScanCache.InMemory();
    private long clock = 1_700_000_000_000L;

    /** A detector that notes what it is shown. */
    private record Noting(Detector detector, Set<String> shown) implements Detector {
        @Override
        public String id() {
            return detector.id();
        }

        @Override
        public String version() {
            return detector.version();
        }

        @Override
        public Anchors anchors() {
            return detector.anchors();
        }

        @Override
        public Set<String> languages() {
            return detector.languages();
        }

        @Override
        public List<GatheredIndex<?>> gathers() {
            return detector.gathers();
        }

        @Override
        public boolean accepts(ScanInput input) {
            return detector.accepts(input);
        }

        @Override
        public boolean searches(ScanInput input) {
            return detector.searches(input);
        }

        @Override
        public Detection detect(ScanInput input, ScanUnit unit) {
            shown.add(input.location());
            return detector.detect(input, unit);
        }

        @Override
        public List<String> again(ScanUnit unit) {
            return detector.again(unit);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(++clock));
    }

    private List<ScanResult> scan(int threads, ScanCache from) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        shown.clear();
        new Scanner(
                        StandardScanner.readers(),
                        StandardScanner.detectors().stream()
                                .<Detector>map(it -> new Noting(it, shown))
                                .toList())
                .scan(
                        new DirectoryTarget(root),
                        ScanContext.standard(LocalDate.of(2026, 11, 23)).withThreads(threads),
                        sink,
                        new ScanJournal.InMemory(),
                        from);
        return sink.results();
    }

    /** What is looked at with the cache; the results must be those of a scan without one. */
    private Set<String> rescan() throws Exception {
        List<ScanResult> cached = scan(2, cache);
        Set<String> looked = Set.copyOf(shown);
        assertThat(cached).isEqualTo(scan(1, ScanCache.NONE));
        return looked;
    }

    @Test
    void aConstantThatChangedConcernsItsDependentsAlone() throws Exception {
        write("py/names.py", "ALG = 'RS256'\n");
        write(
                "py/uses.py",
                "import jwt\nfrom names import ALG\n\ndef s(p, k):\n    return jwt.encode(p, k, algorithm=ALG)\n");
        write("py/alone.py", "import jwt\n\ndef s(p, k):\n    return jwt.encode(p, k, algorithm='ES256')\n");
        write("java/Names.java", "class Names { static final String NAME = \"SHA256withRSA\"; }");
        write(
                "java/Uses.java",
                "class Uses { Object s() throws Exception { return java.security.Signature.getInstance(Names.NAME); } }");
        write(
                "java/Alone.java",
                "class Alone { Object s() throws Exception { return java.security.Signature.getInstance(\"Ed25519\"); } }");
        write("README.md", "# nothing");
        assertThat(rescan()).contains("py/uses.py", "py/alone.py", "java/Uses.java", "java/Alone.java");
        assertThat(rescan()).isEmpty();

        write("py/names.py", "ALG = 'PS384'\n");
        assertThat(rescan()).contains("py/uses.py").doesNotContain("py/alone.py", "java/Uses.java", "java/Alone.java");
        write("java/Names.java", "class Names { static final String NAME = \"SHA512withECDSA\"; }");
        assertThat(rescan()).contains("java/Uses.java").doesNotContain("py/alone.py", "py/uses.py", "java/Alone.java");
        Files.delete(root.resolve("py/names.py"));
        assertThat(rescan()).containsExactly("py/uses.py");
        write("py/names.py", "ALG = 'RS512'\n");
        assertThat(rescan()).contains("py/uses.py").doesNotContain("py/alone.py");
    }

    @Test
    void aSettingThatChangedConcernsTheCodeThatAsksForItAlone() throws Exception {
        write("app/uses.py", "import os\nimport jwt\n\njwt.encode({}, 'k', algorithm=os.environ['SIGN_ALGORITHM'])\n");
        write("app/alone.py", "import jwt\n\njwt.encode({}, 'k', algorithm='ES256')\n");
        write("app/other.env", "OTHER=1\n");
        rescan();
        assertThat(rescan()).isEmpty();
        write("app/.env", "SIGN_ALGORITHM=RS256\n"); // there was none before
        assertThat(rescan()).contains("app/uses.py").doesNotContain("app/alone.py");
        assertThat(values()).contains("RS256");
        write("app/.env", "SIGN_ALGORITHM=PS512\n");
        assertThat(rescan()).contains("app/uses.py").doesNotContain("app/alone.py");
        assertThat(values()).contains("PS512").doesNotContain("RS256");
        write("app/other.env", "OTHER=2\n");
        assertThat(rescan()).doesNotContain("app/uses.py", "app/alone.py");
        Files.delete(root.resolve("app/.env"));
        assertThat(rescan()).contains("app/uses.py").doesNotContain("app/alone.py");
        assertThat(values()).doesNotContain("PS512", "RS256");
        assertThat(rescan()).isEmpty();
    }

    @Test
    void aLockFileThatComesChangesOrGoesConcernsTheManifestsItDecides() throws Exception {
        write("web/package.json", "{\"dependencies\": {\"jose\": \"^5.0.0\"}}");
        write("api/package.json", "{\"dependencies\": {\"elliptic\": \"^6.0.0\"}}");
        write("pom.xml", "<project/>");
        rescan();
        assertThat(rescan()).isEmpty();
        write("web/package-lock.json", "{\"packages\": {\"node_modules/jose\": {\"version\": \"5.2.0\"}}}");
        assertThat(rescan()).contains("web/package.json").doesNotContain("api/package.json", "pom.xml");
        assertThat(values()).contains("package-lock.json: 5.2.0");
        write("web/package-lock.json", "{\"packages\": {\"node_modules/jose\": {\"version\": \"5.9.6\"}}}");
        assertThat(rescan()).contains("web/package.json").doesNotContain("api/package.json", "pom.xml");
        assertThat(values()).contains("package-lock.json: 5.9.6").doesNotContain("package-lock.json: 5.2.0");
        Files.delete(root.resolve("web/package-lock.json"));
        assertThat(rescan()).contains("web/package.json").doesNotContain("api/package.json", "pom.xml");
        assertThat(values()).doesNotContain("package-lock.json: 5.9.6");
    }

    /** What the findings of the tree were decided by. */
    private List<String> values() throws Exception {
        return scan(1, cache).stream()
                .flatMap(it -> it.findings().stream())
                .flatMap(it -> it.evidence().values().stream())
                .toList();
    }

    @Test
    void aCallerOfAWrapperThatComesConcernsTheWrapper() throws Exception {
        write(
                "lib/wrapper.py",
                "import jwt\n\ndef sign_with(payload, key, alg):\n    return jwt.encode(payload, key, algorithm=alg)\n");
        write("app/first.py", "from lib.wrapper import sign_with\n\nsign_with({}, 'k', 'RS256')\n");
        write("app/alone.py", "import jwt\n\njwt.encode({}, 'k', algorithm='ES256')\n");
        rescan();
        write("app/second.py", "from lib.wrapper import sign_with\n\nsign_with({}, 'k', 'PS512')\n");
        assertThat(rescan()).contains("lib/wrapper.py").doesNotContain("app/alone.py");
        Files.delete(root.resolve("app/first.py"));
        assertThat(rescan()).contains("lib/wrapper.py").doesNotContain("app/alone.py");
        assertThat(rescan()).isEmpty();
    }

    /** A JAR with a constant, which a class elsewhere takes for the name of an algorithm. */
    private void writeJar(String name, String type, String algorithm) throws IOException {
        Path made = Files.createTempDirectory(root.getParent(), "made");
        Path source = made.resolve(type + ".java");
        Files.writeString(
                source,
                "package com.acme.lib; public class " + type + " { public static final String NAME = \"" + algorithm
                        + "\"; }");
        assertThat(Compilation.into(made, List.of(source))).isEmpty();
        String entry = "com/acme/lib/" + type + ".class";
        byte[] bytes = new ZipWriter()
                .deflated(entry, Files.readAllBytes(made.resolve(entry)))
                .bytes();
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.fromMillis(++clock));
    }

    private List<String> algorithms(String location) throws Exception {
        return scan(1, cache).stream()
                .flatMap(it -> it.findings().stream())
                .filter(it -> it.occurrence().location().equals(location))
                .map(it -> FindingText.of(it, AlgorithmRegistry.standard()))
                .toList();
    }

    @Test
    void aJarThatComesChangesOrGoesConcernsThoseWhoNameItsClasses() throws Exception {
        write(
                "src/Uses.java",
                "import com.acme.lib.Names; class Uses { Object s() throws Exception { return java.security.Signature.getInstance(Names.NAME); } }");
        write(
                "src/Alone.java",
                "class Alone { Object s() throws Exception { return java.security.Signature.getInstance(\"Ed25519\"); } }");
        rescan();
        assertThat(algorithms("src/Uses.java")).containsExactly("UNRESOLVED sign");
        writeJar("lib/names.jar", "Names", "SHA256withRSA");
        assertThat(rescan()).contains("src/Uses.java").doesNotContain("src/Alone.java");
        assertThat(algorithms("src/Uses.java")).containsExactly("RSA-PKCS1-1.5-SHA-256 sign");
        writeJar("lib/names.jar", "Names", "SHA512withECDSA");
        assertThat(rescan()).contains("src/Uses.java").doesNotContain("src/Alone.java");
        assertThat(algorithms("src/Uses.java")).containsExactly("ECDSA-SHA-512 sign");
        writeJar("lib/other.jar", "Other", "SHA384withECDSA");
        assertThat(rescan()).doesNotContain("src/Uses.java", "src/Alone.java");
        writeJar("lib/first.jar", "Names", "SHA384withECDSA");
        assertThat(rescan()).contains("src/Uses.java").doesNotContain("src/Alone.java");
        assertThat(algorithms("src/Uses.java")).containsExactly("ECDSA-SHA-384 sign");
        Files.delete(root.resolve("lib/first.jar"));
        Files.delete(root.resolve("lib/names.jar"));
        assertThat(rescan()).containsExactly("src/Uses.java");
        assertThat(algorithms("src/Uses.java")).containsExactly("UNRESOLVED sign");
    }
}
