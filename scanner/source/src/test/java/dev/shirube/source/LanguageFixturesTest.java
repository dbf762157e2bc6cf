package dev.shirube.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Marked sources of every language: exactly the marked findings, on exactly those lines. A file beside others of its
 * language stands alone; a folder in there is one unit, whose files see each other.
 */
class LanguageFixturesTest {

    private static final Path ROOT = Path.of("src/test/fixtures");
    private static final SourceDetector DETECTOR = SourceDetector.standard();
    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    static List<Path> units() throws IOException {
        List<Path> units = new ArrayList<>();
        for (Path language : list(ROOT)) {
            units.addAll(list(language));
        }
        return units;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("units")
    void findsExactlyWhatIsMarked(Path path) throws IOException {
        InMemoryUnit unit = InMemoryUnit.of();
        TreeMap<String, List<Finding>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                unit = unit.with(location(file), Files.readAllBytes(file));
                found.put(location(file), new ArrayList<>());
            }
        }
        List<String> differences = new ArrayList<>();
        for (String location : found.keySet()) {
            var input = unit.input(location).orElseThrow();
            if (DETECTOR.accepts(input)) {
                Detection detection = DETECTOR.detect(input, unit);
                detection.diagnostics().forEach(it -> differences.add(location + ": " + it));
                detection
                        .findings()
                        .forEach(it -> found.get(it.occurrence().location()).add(it));
            }
        }
        for (String location : found.keySet()) {
            String text = Files.readString(ROOT.resolve(location));
            MarkedFixtures.differences(text, found.get(location), REGISTRY)
                    .forEach(it -> differences.add(location + " " + it));
        }
        assertThat(differences).isEmpty();
    }

    private static String location(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
