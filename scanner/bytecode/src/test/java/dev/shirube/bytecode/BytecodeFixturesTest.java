package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The marked Java fixtures, as the compiler of the running JDK and for old class files. */
class BytecodeFixturesTest {

    private static final Path FIXTURES = Path.of("../catalogue/src/test/fixtures/java");

    @TempDir
    static Path compiled;

    @BeforeAll
    static void compile() throws IOException {
        Compiled.into(compiled, sources(), List.of("--release", "17"));
    }

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyMarkedLineIsFoundAndNothingElse(Path source) throws IOException {
        String name = FIXTURES.relativize(source).toString().replace(".java", "");
        List<Finding> findings = Compiled.findings(compiled).stream()
                .filter(it -> outermost(it).equals(name))
                .toList();
        assertThat(MarkedFixtures.differences(
                        MarkedFixtures.compiled(Files.readString(source)), findings, AlgorithmRegistry.standard()))
                .isEmpty();
    }

    @Test
    void everyFindingBelongsToAFixture() throws IOException {
        List<String> names = sources().stream()
                .map(it -> FIXTURES.relativize(it).toString().replace(".java", ""))
                .toList();
        assertThat(Compiled.findings(compiled))
                .hasSizeGreaterThan(80)
                .allSatisfy(it -> assertThat(names).contains(outermost(it)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "11", "17"})
    void concatenationIsFollowedAsEveryReleaseCompilesIt(String release, @TempDir Path folder) throws IOException {
        String source = """
                import java.security.Signature;
                class Joined {
                    void exact(boolean strong) throws Exception {
                        String digest = strong ? "SHA512" : "SHA256";
                        char with = 'w';
                        Signature.getInstance(digest + with + "ith" + "RSA"); // finds: RSA-PKCS1-1.5-SHA-256 sign; RSA-PKCS1-1.5-SHA-512 sign
                    }
                    void open(String key) throws Exception {
                        Signature.getInstance("SHA256with" + key); // finds: UNRESOLVED sign
                    }
                    void named(boolean strong) throws Exception {
                        StringBuilder name = new StringBuilder("SHA256");
                        if (strong) {
                            name.append("with");
                        }
                        Signature.getInstance(name.append("RSA").toString()); // finds: UNRESOLVED sign
                    }
                    void begun() throws Exception {
                        Signature.getInstance(new StringBuilder("SHA256").append("withRSA").toString()); // finds: RSA-PKCS1-1.5-SHA-256 sign
                    }
                }
                """;
        Compiled.into(folder, "Joined", source, List.of("--release", release, "-Xlint:-options"));
        List<Finding> findings = Compiled.findings(folder);
        assertThat(MarkedFixtures.differences(source, findings, AlgorithmRegistry.standard()))
                .isEmpty();
        assertThat(findings).anySatisfy(it -> {
            assertThat(it.evidence().reason()).isEqualTo("concatenation");
            assertThat(it.evidence().expression()).isEqualTo("\"SHA256with\" + key");
        });
    }

    private static String outermost(Finding finding) {
        String location = finding.occurrence().location().replace(".class", "");
        int inner = location.indexOf('$');
        return inner < 0 ? location : location.substring(0, inner);
    }
}
