package dev.shirube.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.catalogue.testing.RowExample;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row's example as source text: with bindings where this JDK has the type, by imports alone where it has not. */
class RowExamplesTest {

    private static final SourceDetector DETECTOR = SourceDetector.standard();

    static Stream<String> rows() {
        return Catalogue.standard().points().stream().map(ApiPoint::id).distinct();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theExampleOfARowIsFound(String id) {
        ApiPoint row = Catalogue.standard().points().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
        String source = RowExample.source(row);
        InMemoryInput input = InMemoryInput.of(RowExample.CLASS_NAME + ".java", source);
        Detection detection = DETECTOR.detect(input, InMemoryUnit.of(input));
        assertThat(MarkedFixtures.differences(source, detection.findings(), AlgorithmRegistry.standard()))
                .isEmpty();
        assertThat(detection.findings())
                .anySatisfy(it -> assertThat(it.evidence().row()).isEqualTo(id));
        assertThat(detection.diagnostics()).isEmpty();
    }
}
