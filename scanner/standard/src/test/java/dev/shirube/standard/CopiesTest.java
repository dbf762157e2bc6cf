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
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries under other names: their calls of the JDK are the same, and so is what reaches them. */
class CopiesTest {

    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            com.nimbusds.jose.JWSObject, 40
            com.auth0.jwt.JWT, 6
            """)
    void aRenamedCopyHasTheSameSitesAndValues(String type, int least) throws Exception {
        Path jar = Scanned.origin(type);
        assertThat(calls(Copies.renamed(jar, folder))).isEqualTo(calls(jar)).hasSizeGreaterThan(least);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            com.nimbusds.jose.JWSObject,        com/nimbusds,     40
            org.bouncycastle.openssl.PEMParser, org/bouncycastle, 70
            """)
    void aShadedCopyHasTheSameSitesAndValues(String type, String root, int least) throws Exception {
        Path jar = Scanned.origin(type);
        Path shaded = Copies.relocated(jar, root, "com/acme/shaded", it -> true, folder);
        assertThat(calls(shaded)).isEqualTo(calls(jar)).hasSizeGreaterThan(least);
    }

    /** The library's own members are known by the names that shading gave them. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            com.nimbusds.jose.JWSObject,     com/nimbusds, 150
            io.netty.handler.ssl.SslContext, io/netty,     50
            """)
    void aShadedLibraryIsKnownByItsOwnMembers(String type, String root, int least) throws Exception {
        Path jar = Scanned.origin(type);
        Path shaded = Copies.relocated(jar, root, "com/acme/shaded/" + root, it -> true, folder);
        assertThat(calls(shaded, it -> true)).isEqualTo(calls(jar, it -> true)).hasSizeGreaterThan(least);
    }

    /** The calls of the JDK, method by method, with all that is said of them but the names of the library. */
    private static List<List<String>> calls(Path jar) throws Exception {
        return calls(jar, it -> it.startsWith("java"));
    }

    private static List<List<String>> calls(Path jar, Predicate<String> symbols) throws Exception {
        Map<String, List<String>> methods = new TreeMap<>();
        for (Finding finding : Scanned.file(jar).findings("bytecode")) {
            if (symbols.test(finding.occurrence().symbol())
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
