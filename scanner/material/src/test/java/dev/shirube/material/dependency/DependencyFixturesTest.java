package dev.shirube.material.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as the tools write them, one folder an ecosystem or a tool's version, with everything that is to be found in {@code
 * expected.txt} beside them and nothing else.
 */
class DependencyFixturesTest {

    private static final String EXPECTED = "expected.txt";

    private static Path root() throws URISyntaxException {
        return Path.of(DependencyFixturesTest.class.getResource("npm3").toURI()).getParent();
    }

    static List<String> folders() throws Exception {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(Files::isDirectory)
                    .filter(it -> Files.exists(it.resolve(EXPECTED)))
                    .map(it -> it.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(it -> {
                try {
                    String location = folder.relativize(it).toString().replace('\\', '/');
                    if (!location.equals(EXPECTED)) {
                        files.put(location, Files.readAllBytes(it));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("folders")
    void exactlyWhatIsExpectedIsFound(String folder) throws Exception {
        DependencyScan scan = DependencyScan.of(files(root().resolve(folder)));
        List<String> expected = Files.readAllLines(root().resolve(folder).resolve(EXPECTED), StandardCharsets.UTF_8);
        assertThat(scan.lines()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.findings.toString()).doesNotContain("hunter2");
    }

    @org.junit.jupiter.api.Test
    void everyEcosystemHasItsFolder() throws Exception {
        assertThat(folders()).hasSizeGreaterThan(20);
    }
}
