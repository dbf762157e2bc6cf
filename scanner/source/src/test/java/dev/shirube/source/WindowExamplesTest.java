package dev.shirube.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Confidence;
import dev.shirube.source.flow.FollowedLanguage;
import dev.shirube.source.flow.UnitSources;
import dev.shirube.source.language.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where tree-sitter cannot be loaded, most of the examples of the catalogue are read by words as they are marked. */
class WindowExamplesTest {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    @ParameterizedTest
    @CsvSource({
        "python,97,0",
        "go,97,1",
        "rust,97,0",
        "javascript,97,0",
        "php,97,0",
        "c,97,2",
        "csharp,97,0",
        "ruby,97,0"
    })
    void mostExamplesAreReadAsMarked(String id, int floor, int wrongAtMost) {
        FollowedLanguage language = language(id);
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (ApiPoint row : language.catalogue().points()) {
            String source = row.example().orElse("");
            String ending = language.language().fileEndings().stream()
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            boolean cpp = id.equals("c") && source.contains("::");
            FollowedLanguage reader = cpp ? language("cpp") : language;
            String location = "example" + (cpp ? ".cpp" : ending);
            var reading = reader.read(new SourceText(location, source), UnitSources.NONE, "test", "1");
            assertThat(reading.findings())
                    .allSatisfy(it -> assertThat(it.confidence()).isNotEqualTo(Confidence.CERTAIN));
            SortedMap<Integer, List<String>> marked = MarkedFixtures.expected(source);
            SortedMap<Integer, List<String>> found = MarkedFixtures.actual(reading.findings(), REGISTRY);
            all++;
            if (!marked.equals(found)) {
                missed.add(row.id() + " marked " + marked + " found " + found + "\n" + source);
            }
            if (!missesOnly(marked, found)) {
                wrong.add(row.id() + " marked " + marked + " found " + found + "\n" + source);
            }
        }
        assertThat(wrong).as("values that are not marked").hasSizeLessThanOrEqualTo(wrongAtMost);
        assertThat((all - missed.size()) * 100.0 / all)
                .as(String.join("\n", missed.subList(0, Math.min(3, missed.size()))))
                .isGreaterThanOrEqualTo(floor);
    }

    /** Whole little programs, which follow values in every way: of those not all is found without a grammar. */
    @ParameterizedTest
    @CsvSource({
        "python,py,65",
        "go,go,55",
        "rust,rs,50",
        "javascript,js,60",
        "typescript,ts,45",
        "php,php,60",
        "c,c,65",
        "cpp,cpp,45",
        "csharp,cs,55",
        "ruby,rb,50",
        "kotlin,kt,50"
    })
    void muchOfWholeProgramsIsReadAsMarked(String id, String ending, int floor) throws IOException {
        FollowedLanguage language = language(id);
        int marks = 0;
        int right = 0;
        for (Path file : files(id, ending)) {
            String source = Files.readString(file);
            var reading = language.read(new SourceText("a." + ending, source), UnitSources.NONE, "test", "1");
            SortedMap<Integer, List<String>> marked = MarkedFixtures.expected(source);
            SortedMap<Integer, List<String>> found = MarkedFixtures.actual(reading.findings(), REGISTRY);
            for (int line : marked.keySet()) {
                List<String> left = new ArrayList<>(marked.get(line));
                found.getOrDefault(line, List.of()).forEach(left::remove);
                marks += marked.get(line).size();
                right += marked.get(line).size() - left.size();
            }
        }
        assertThat(right * 100.0 / marks).isGreaterThanOrEqualTo(floor);
    }

    private static List<Path> files(String id, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/fixtures", id))) {
            return files.filter(it -> it.toString().endsWith("." + ending))
                    .sorted()
                    .toList();
        }
    }

    private static boolean missesOnly(SortedMap<Integer, List<String>> marked, SortedMap<Integer, List<String>> found) {
        TreeMap<Integer, List<String>> left = new TreeMap<>();
        for (var line : found.entrySet()) {
            List<String> more = new ArrayList<>(line.getValue());
            marked.getOrDefault(line.getKey(), List.of()).forEach(more::remove);
            if (!more.isEmpty()) {
                left.put(line.getKey(), more);
            }
        }
        return left.isEmpty();
    }

    private static FollowedLanguage language(String id) {
        return WithoutNativeLibrary.followed().stream()
                .filter(it -> it.language().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
