package dev.shirube.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fixtures that the bytecode scanner is held to as well: exactly the marked findings, on exactly those lines. */
class MarkedJavaTest {

    private static final Path SHARED = Path.of("../catalogue/src/test/fixtures/java");
    private static final SourceDetector DETECTOR = SourceDetector.standard();
    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    static List<Path> shared() throws IOException {
        try (Stream<Path> files = Files.walk(SHARED)) {
            return files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static InMemoryUnit unit() throws IOException {
        InMemoryUnit unit = InMemoryUnit.of();
        for (Path path : shared()) {
            unit = unit.with(location(path), Files.readAllBytes(path));
        }
        return unit;
    }

    private static String location(Path path) {
        return SHARED.relativize(path).toString().replace('\\', '/');
    }

    @ParameterizedTest
    @MethodSource("shared")
    void findsExactlyWhatIsMarked(Path path) throws IOException {
        InMemoryUnit unit = unit();
        Detection detection = DETECTOR.detect(unit.input(location(path)).orElseThrow(), unit);
        assertThat(detection.diagnostics()).isEmpty();
        assertThat(MarkedFixtures.differences(Files.readString(path), detection.findings(), REGISTRY))
                .isEmpty();
    }

    @Test
    void theFixturesAreThere() throws IOException {
        long marks = shared().stream()
                .mapToLong(path -> MarkedFixtures.expected(read(path)).size())
                .sum();
        assertThat(marks).isGreaterThan(50);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
