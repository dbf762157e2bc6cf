package dev.shirube.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.OpenReason;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the catalogues of languages that do not run on the JVM, by its own example. */
class LanguageExamplesTest {

    private static final SourceDetector DETECTOR = SourceDetector.standard();

    static Stream<Arguments> rows() {
        List<Arguments> rows = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        SourceLanguages.followed(Catalogue.standard(), AlgorithmRegistry.standard())
                .forEach(language -> {
                    String catalogue = language.language().catalogue();
                    if (!catalogue.isEmpty() && seen.add(catalogue)) {
                        String ending = language.language().fileEndings().stream()
                                .sorted()
                                .findFirst()
                                .orElseThrow();
                        language.catalogue()
                                .points()
                                .forEach(row -> rows.add(Arguments.of(catalogue, ending, row.id(), row)));
                    }
                });
        return rows.stream();
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("rows")
    void theExampleOfARowIsFound(String catalogue, String ending, String id, ApiPoint row) {
        String source = row.example().orElse("");
        assertThat(source).as("the row's example").isNotBlank();
        String name = "example" + ending;
        InMemoryInput input = InMemoryInput.of(name, source);
        Detection detection = DETECTOR.detect(input, InMemoryUnit.of(input));
        assertThat(MarkedFixtures.differences(source, detection.findings(), AlgorithmRegistry.standard()))
                .isEmpty();
        assertThat(detection.findings())
                .anySatisfy(it -> assertThat(it.evidence().row()).isEqualTo(id));
        assertThat(detection.diagnostics()).isEmpty();
        assertThat(detection.findings())
                .allSatisfy(it -> assertThat(it.evidence().reason()).isNotEqualTo(OpenReason.BUDGET.id()));
    }
}
