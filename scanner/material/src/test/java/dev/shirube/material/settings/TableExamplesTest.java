package dev.shirube.material.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryUnit;
import dev.shirube.material.settings.table.Product;
import dev.shirube.material.settings.table.Row;
import dev.shirube.material.settings.table.SettingTables;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row's example is its test: a file of the product that holds it gives what its marks say, and nothing else. */
class TableExamplesTest {

    private static final SettingTables TABLES = SettingTables.standard();
    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final SettingsDetector DETECTOR = new SettingsDetector(REGISTRY);

    @TestFactory
    Stream<DynamicTest> examples() {
        return TABLES.products().stream()
                .flatMap(product -> product.rows().stream()
                        .filter(row -> !row.example().isEmpty())
                        .map(row -> DynamicTest.dynamicTest(
                                product.name() + ": "
                                        + row.example().lines().findFirst().orElse(""),
                                () -> example(product, row))));
    }

    private static void example(Product product, Row row) {
        String marked = row.example();
        String plain = marked.replaceAll("[ \t]*#\\s*finds:[^\n]*", "");
        Detection detection = DETECTOR.read(product.sample(plain), plain, InMemoryUnit.of());
        assertThat(MarkedFixtures.expected(marked)).isNotEmpty();
        assertThat(MarkedFixtures.differences(marked, detection.findings(), REGISTRY))
                .isEmpty();
    }

    @Test
    void everyRowThatTellsOfAnAlgorithmHasAnExample() {
        for (Product product : TABLES.products()) {
            List<Row> without = product.rows().stream()
                    .filter(row -> row.example().isEmpty() && !row.meaning().isSilent())
                    .toList();
            assertThat(without).as(product.name()).isEmpty();
        }
    }

    @Test
    void noExampleNeedsWhatThePrefilterWouldNotFind() {
        for (Product product : TABLES.products()) {
            for (Row row : product.rows()) {
                assertThat(product.anchors())
                        .as(product.name() + ": " + row.example())
                        .matches(anchors ->
                                row.example().isEmpty() || anchors.stream().anyMatch(row.example()::contains));
            }
        }
    }
}
