package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.DirectoryReader;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.Scanner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The detector behind the engine: a JAR is opened, its classes are gone through, and some are looked at once more. */
class ScannedJarTest {

    private static final Path JAR = Jars.of(JWSObject.class);

    private static List<ScanResult> scan() throws Exception {
        List<ScanResult> results = new ArrayList<>();
        new Scanner(List.of(new DirectoryReader()), List.of(new BytecodeDetector()))
                .scan(new ScanTarget.FileTarget(JAR), ScanContext.standard(LocalDate.of(2026, 11, 23)), results::add);
        return results;
    }

    private static List<Finding> findings(List<ScanResult> results) {
        return results.stream().flatMap(it -> it.findings().stream()).toList();
    }

    @Test
    void twoPassesFindWhatOneLookAtTheWholeFinds() throws Exception {
        List<Finding> direct = Jars.findings(JAR, new ArrayList<>());
        List<Finding> scanned = findings(scan());
        assertThat(scanned).hasSameSizeAs(direct);
        assertThat(scanned).allSatisfy(it -> {
            assertThat(it.occurrence().location()).contains(".jar!/com/nimbusds/");
            assertThat(it.evidence().inputDigest()).hasSize(64);
        });
        assertThat(scanned).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void everyClassIsLookedAt() throws Exception {
        Coverage coverage = scan().stream().map(ScanResult::coverage).reduce(Coverage.NONE, Coverage::merge);
        long classes;
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            classes = jar.stream().filter(it -> it.getName().endsWith(".class")).count();
        }
        assertThat(coverage.inputs("bytecode", Coverage.Outcome.READ)).isEqualTo(classes);
    }

    @Test
    void twoScansSayTheSame() throws Exception {
        assertThat(findings(scan())).isEqualTo(findings(scan()));
    }
}
