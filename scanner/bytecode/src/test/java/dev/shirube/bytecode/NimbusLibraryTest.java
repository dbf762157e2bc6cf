package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import dev.shirube.catalogue.testing.FindingText;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real library: nimbus-jose-jwt, as it is in the registry. */
class NimbusLibraryTest {

    private static final List<Finding> FINDINGS = new ArrayList<>();

    @BeforeAll
    static void scan() throws IOException, URISyntaxException {
        Path jar = Path.of(JWSObject.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".class")) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    Detection detection = Compiled.detect(entry.getName(), bytes);
                    assertThat(detection.diagnostics()).isEmpty();
                    FINDINGS.addAll(detection.findings());
                }
            }
        }
    }

    @Test
    void dump() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Finding f : FINDINGS) {
            counts.merge(f.occurrence().symbol(), 1, Integer::sum);
            System.out.println("DUMP " + f.occurrence().location() + ":"
                    + f.occurrence().line().orElse(-1) + "@"
                    + f.occurrence().offset().orElse(-1) + " " + f.occurrence().member() + " "
                    + f.occurrence().symbol() + " " + FindingText.of(f, AlgorithmRegistry.standard()) + " "
                    + f.evidence().values() + " " + f.evidence().resolution() + " "
                    + f.evidence().reason() + " `" + f.evidence().expression() + "` " + f.confidence());
        }
        counts.forEach((k, v) -> System.out.println("COUNT " + k + " " + v));
    }
}
