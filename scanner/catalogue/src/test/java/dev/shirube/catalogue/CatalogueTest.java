package dev.shirube.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.data.DataNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    void everyAuthoredFileIsInTheListOfLibraries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/data/dev/shirube/catalogue"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(StandardCatalogue.LIBRARIES.stream()
                            .map(library -> library + ".yaml")
                            .toList());
        }
    }

    @Test
    void aMemberIsFoundByItsOwner() {
        assertThat(CATALOGUE.find("java.security.Signature", "getInstance"))
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.library()).isEqualTo("JDK JCA");
                    assertThat(point.argument()).hasValue(0);
                    assertThat(point.service()).hasValue("Signature");
                });
        assertThat(CATALOGUE.find("java.security.Signature", "sign")).isEmpty();
        assertThat(CATALOGUE.find("com.acme.Signature", "getInstance")).isEmpty();
    }

    @Test
    void noTwoRowsHaveTheSameId() {
        Set<String> ids = new HashSet<>();
        assertThat(CATALOGUE.points())
                .isNotEmpty()
                .allSatisfy(
                        point -> assertThat(ids.add(point.id())).as(point.id()).isTrue());
    }

    @Test
    void everyRowHasAnExampleThatUsesItsMember() {
        assertThat(CATALOGUE.points()).allSatisfy(point -> {
            String name = point.member().startsWith("<")
                    ? point.owner()
                            .substring(point.owner().lastIndexOf('.') + 1)
                            .replace('$', '.')
                    : point.member();
            assertThat(point.example().orElse("")).contains(name).contains("// finds: ");
        });
    }

    @Test
    void aTypeThatOnlyWaitsForKeysIsNoOwner() {
        assertThat(CATALOGUE.owners())
                .isSorted()
                .contains("java.security.Signature")
                .doesNotContain("java.lang.System");
        assertThat(CATALOGUE.keys())
                .isSorted()
                .contains("jdk.tls.namedGroups")
                .noneMatch(key -> key.contains("assword"));
    }

    @Test
    void theVersionChangesWithTheRows() {
        DataNode table = table("java.security.Signature#getInstance", "algorithm");
        DataNode other = table("java.security.Signature#getInstance", "transformation");
        assertThat(new StandardCatalogue(List.of(table)).version())
                .hasSize(12)
                .isEqualTo(new StandardCatalogue(List.of(table)).version())
                .isNotEqualTo(new StandardCatalogue(List.of(other)).version());
    }

    @Test
    void aRowThatIsNotWellFormedNamesItself() {
        assertThatThrownBy(() -> new StandardCatalogue(List.of(table("java.security.Signature#getInstance", "magic"))))
                .hasMessageContaining("java.security.Signature#getInstance")
                .hasMessageContaining("there is no meaning magic");
        assertThatThrownBy(() -> new StandardCatalogue(List.of(table("Signature", "algorithm"))))
                .hasMessageContaining("owner#member");
    }

    @Test
    void aRowThatRefersToNamesThatAreNotThereNamesThem() {
        Map<String, DataNode> row = new LinkedHashMap<>(table("com.acme.Keys#of", "algorithm")
                .get("rows")
                .items()
                .get(0)
                .entries());
        row.put("names", new DataNode.Text("numbers"));
        DataNode table = new DataNode.Mapping(Map.of(
                "library", new DataNode.Text("A library"),
                "rows", new DataNode.Sequence(List.of(new DataNode.Mapping(row)))));
        assertThatThrownBy(() -> new StandardCatalogue(List.of(table)))
                .hasMessageContaining("com.acme.Keys#of")
                .hasMessageContaining("there are no names numbers");
    }

    @Test
    void parametersOfADescriptorAreCounted() {
        assertThat(Descriptors.arity("()V")).isZero();
        assertThat(Descriptors.arity("([Ljava/lang/String;[[IJLjava/lang/Object;)V"))
                .isEqualTo(4);
    }

    private static DataNode table(String point, String meaning) {
        Map<String, DataNode> row = new LinkedHashMap<>();
        row.put("point", new DataNode.Text(point));
        row.put("kind", new DataNode.Text("static-method"));
        row.put("meaning", new DataNode.Text(meaning));
        row.put("function", new DataNode.Text("sign"));
        Map<String, DataNode> table = new LinkedHashMap<>();
        table.put("library", new DataNode.Text("A library"));
        table.put("rows", new DataNode.Sequence(List.of(new DataNode.Mapping(row))));
        return new DataNode.Mapping(table);
    }
}
