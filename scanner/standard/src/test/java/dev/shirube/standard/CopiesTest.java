package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.testing.FindingText;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries under other names: their calls of the JDK are the same, and so is what reaches them. */
class CopiesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            com.nimbusds.jose.JWSObject, 49
            com.auth0.jwt.JWT, 7
            """)
    void aRenamedCopyHasTheSameSitesAndValues(String type, int methods) throws Exception {
        Path jar = Scanned.origin(type);
        assertThat(calls(Copies.renamed(jar, folder))).isEqualTo(calls(jar)).hasSize(methods);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            com.nimbusds.jose.JWSObject,         com/nimbusds/,     49
            org.bouncycastle.openssl.PEMParser,  org/bouncycastle/, 80
            """)
    void aShadedCopyHasTheSameSitesAndValues(String type, String prefix, int methods) throws Exception {
        Path jar = Scanned.origin(type);
        assertThat(calls(Copies.relocated(jar, prefix, "com/acme/shaded/", folder)))
                .isEqualTo(calls(jar))
                .hasSize(methods);
    }

    /** The calls of the JDK, method by method, with all that is said of them but the names of the library. */
    private static List<List<String>> calls(Path jar) throws Exception {
        Map<String, List<String>> methods = new TreeMap<>();
        for (Finding finding : Scanned.file(jar).findings("bytecode")) {
            if (finding.occurrence().symbol().startsWith("java")
                    && !finding.occurrence().location().contains("META-INF/versions")) {
                methods.computeIfAbsent(
                                finding.occurrence().location()
                                        + finding.occurrence().member(),
                                it -> new ArrayList<>())
                        .add(call(finding));
            }
        }
        return methods.values().stream()
                .peek(it -> it.sort(null))
                .sorted((one, two) -> one.toString().compareTo(two.toString()))
                .toList();
    }

    private static String call(Finding finding) {
        Evidence evidence = finding.evidence();
        return String.join(
                " | ",
                finding.occurrence().symbol(),
                FindingText.of(finding, AlgorithmRegistry.standard()),
                String.valueOf(evidence.values()),
                evidence.resolution().id(),
                evidence.reason(),
                Integer.toString(evidence.hops()),
                finding.confidence().id());
    }
}
