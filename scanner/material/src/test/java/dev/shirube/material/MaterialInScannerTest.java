package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.DirectoryReader;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.material.settings.SettingsDetector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The detectors as the engine runs them: anchors searched, derived inputs followed, ordinals assigned. */
class MaterialInScannerTest {

    @TempDir
    Path directory;

    private ScanResult scan(Path root) throws Exception {
        AlgorithmRegistry registry = AlgorithmRegistry.standard();
        Scanner scanner = new Scanner(
                List.of(new DirectoryReader()),
                List.of(
                        new PemDetector(registry),
                        new DerDetector(registry),
                        new KeystoreDetector(registry),
                        new SshKeyDetector(registry),
                        new SettingsDetector(registry)));
        ResultSink.InMemory sink = new ResultSink.InMemory();
        scanner.scan(new DirectoryTarget(root), ScanContext.standard(LocalDate.EPOCH), sink);
        assertThat(sink.results()).hasSize(1);
        return sink.results().get(0);
    }

    @Test
    void the_fixtures_of_these_tests_are_all_read_and_none_makes_a_detector_fail() throws Exception {
        Path fixtures =
                Path.of(MaterialScan.class.getResource("README.md").toURI()).getParent();
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(fixtures)) {
            for (Path file : files.filter(it -> isFixture(it.toString())).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
                names.add(file.getFileName().toString());
            }
        }

        ScanResult result = scan(directory);

        assertThat(result.diagnostics()).extracting(it -> it.code().id()).containsOnly("locked");
        assertThat(result.findings())
                .extracting(it -> it.occurrence().location().split("!")[0])
                .containsAll(names);
    }

    private static boolean isFixture(String file) {
        return !file.endsWith(".class") && !file.endsWith(".md") && Files.isRegularFile(Path.of(file));
    }

    @Test
    void the_same_certificate_twice_in_one_file_is_two_findings() throws Exception {
        String pem = MaterialScan.text("p256.crt.pem");
        Files.writeString(directory.resolve("bundle.yaml"), "a: |\n" + pem + "\nb: |\n" + pem);

        List<Finding> findings = scan(directory).findings();

        assertThat(findings)
                .extracting(it -> it.occurrence().line().orElse(0))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(findings).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    }
}
