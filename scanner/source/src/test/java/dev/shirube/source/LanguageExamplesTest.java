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
import dev.shirube.source.flow.FollowedLanguage;
import dev.shirube.source.language.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the catalogues of languages that do not run on the JVM, by its own example. */
class LanguageExamplesTest {

    private static final SourceDetector DETECTOR = SourceDetector.standard();

    static Stream<Arguments> rows() {
        Map<String, List<FollowedLanguage>> byCatalogue = new LinkedHashMap<>();
        SourceLanguages.followed(Catalogue.standard(), AlgorithmRegistry.standard()).stream()
                .filter(it -> !it.language().catalogue().isEmpty())
                .forEach(it -> byCatalogue
                        .computeIfAbsent(it.language().catalogue(), key -> new ArrayList<>())
                        .add(it));
        List<Arguments> rows = new ArrayList<>();
        byCatalogue.forEach((catalogue, languages) -> languages
                .get(0)
                .catalogue()
                .points()
                .forEach(row -> rows.add(Arguments.of(catalogue, ending(languages, row), row.id(), row))));
        return rows.stream();
    }

    /** Of the first language of the catalogue that can read the example: C++ is no C. */
    private static String ending(List<FollowedLanguage> languages, ApiPoint row) {
        List<String> endings = languages.stream()
                .map(it -> it.language().fileEndings().stream()
                        .sorted()
                        .findFirst()
                        .orElseThrow())
                .toList();
        for (int i = 0; i < endings.size(); i++) {
            SourceText example =
                    new SourceText("example" + endings.get(i), row.example().orElse(""));
            if (languages.get(i).language().read(example).diagnostics().isEmpty()) {
                return endings.get(i);
            }
        }
        return endings.get(0);
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
        if (!row.shape().silent()) {
            assertThat(detection.findings())
                    .anySatisfy(it -> assertThat(it.evidence().row()).isEqualTo(id));
        }
        assertThat(detection.diagnostics()).isEmpty();
        assertThat(detection.findings())
                .allSatisfy(it -> assertThat(it.evidence().reason()).isNotEqualTo(OpenReason.BUDGET.id()));
    }
}
