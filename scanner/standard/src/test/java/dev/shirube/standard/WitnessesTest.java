package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.catalogue.testing.RowExample;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources and the classes compiled from them, in one folder before the whole scanner: both witnesses say the same of
 * every line, and what they say is what is marked there.
 */
class WitnessesTest {

    private static final Path FIXTURES = Path.of("../catalogue/src/test/fixtures/java");
    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    @TempDir
    Path folder;

    @Test
    void agreeOnEveryFixture() throws Exception {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                Path copy = folder.resolve(FIXTURES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                sources.add(Files.copy(file, copy));
            }
        }
        assertThat(sources).hasSizeGreaterThan(5);
        assertThat(Compilation.into(folder, sources)).isEmpty();
        Scanned scanned = Scanned.directory(folder);
        assertThat(scanned.diagnostics()).isEmpty();
        assertAgreement(scanned, sources);
    }

    @Test
    void agreeOnTheExampleOfEveryRowOfTheJdk() throws Exception {
        List<Path> sources = new ArrayList<>();
        List<String> newer = new ArrayList<>();
        int number = 0;
        for (ApiPoint row : ofTheJdk()) {
            Path place = Files.createDirectories(folder.resolve("row" + number++));
            Path source = Files.writeString(place.resolve(RowExample.CLASS_NAME + ".java"), RowExample.source(row));
            if (Compilation.into(place, List.of(source)).isEmpty()) {
                sources.add(source);
            } else {
                assertThat(row.verified())
                        .as("descriptors of what this JDK lacks, " + row.id())
                        .isNotEmpty();
                newer.add(row.id());
                Files.delete(source);
            }
        }
        // Rows of libraries, and those newer than this JDK, are compiled against stubs where the bytecode scanner is
        // tested.
        assertThat(newer).hasSizeLessThan(sources.size() / 4);
        assertAgreement(Scanned.directory(folder), sources);
    }

    private static List<ApiPoint> ofTheJdk() {
        return Catalogue.standard().points().stream()
                .filter(row -> ClassLoader.getPlatformClassLoader()
                                .getResource(row.owner().replace('.', '/') + ".class")
                        != null)
                .toList();
    }

    private void assertAgreement(Scanned scanned, List<Path> sources) throws IOException {
        Map<String, List<Finding>> bySource = byClass(scanned.findings("source"), ".java");
        Map<String, List<Finding>> byClass = byClass(scanned.findings("bytecode"), ".class");
        assertThat(byClass.keySet()).isNotEmpty().isEqualTo(bySource.keySet());
        List<String> names = new ArrayList<>();
        for (Path source : sources) {
            String name = folder.relativize(source).toString().replace(".java", "");
            names.add(name);
            List<Finding> inSource = bySource.getOrDefault(name, List.of());
            List<Finding> inClass = byClass.getOrDefault(name, List.of());
            String text = Files.readString(source);
            assertThat(MarkedFixtures.differences(text, inSource, REGISTRY))
                    .as("source of " + name)
                    .isEmpty();
            // Where the two may differ, since classes see more of the whole, the line itself says how.
            assertThat(MarkedFixtures.differences(MarkedFixtures.compiled(text), inClass, REGISTRY))
                    .as("classes of " + name)
                    .isEmpty();
            Set<Integer> differing = differing(text);
            assertThat(rows(inClass, differing)).as("rows of " + name).isEqualTo(rows(inSource, differing));
        }
        assertThat(names).containsAll(bySource.keySet());
    }

    /** Lines that say themselves how the two differ. */
    private static Set<Integer> differing(String text) {
        Set<Integer> lines = new TreeSet<>();
        String[] all = text.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            if (all[i].contains("// compiled:") || all[i].contains("// source:")) {
                lines.add(i + 1);
            }
        }
        return lines;
    }

    private static List<String> rows(List<Finding> findings, Set<Integer> differing) {
        return findings.stream()
                .filter(it -> !differing.contains(it.occurrence().line().orElse(0)))
                .map(it ->
                        it.occurrence().line().orElse(0) + " " + it.evidence().row())
                .sorted()
                .toList();
    }

    /** By the outermost class, which is also the source's name here. */
    private static Map<String, List<Finding>> byClass(List<Finding> findings, String ending) {
        Map<String, List<Finding>> grouped = new TreeMap<>();
        for (Finding finding : findings) {
            String name = finding.occurrence().location().replace(ending, "").replaceFirst("\\$.*", "");
            grouped.computeIfAbsent(name, it -> new ArrayList<>()).add(finding);
        }
        return grouped;
    }
}
