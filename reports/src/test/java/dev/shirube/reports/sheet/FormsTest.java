package dev.shirube.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.CityHall;
import dev.shirube.reports.table.Kind;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormsTest {
    static Stream<Table<?>> forms() {
        Roadmap roadmap = CityHall.roadmap();
        Inventory inventory = CityHall.inventory();
        return Stream.of(
                SystemSheet.of(roadmap, inventory),
                OccurrenceSheet.of(roadmap, inventory, AlgorithmRegistry.standard()),
                RiskSheet.of(roadmap),
                ExposureSheet.of(roadmap),
                IssueSheet.of(roadmap, inventory),
                PolicySheet.of(roadmap),
                RoadmapSheet.of(roadmap, inventory),
                ReasonSheet.of(roadmap),
                ScopeSheet.of(roadmap, inventory));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyColumnHasATitleOfItsOwnInBothLanguages(Table<?> form) {
        for (Language language : Language.values()) {
            List<String> titles = form.columns().stream()
                    .filter(column -> !column.inBand())
                    .map(column -> column.title().in(language))
                    .toList();
            assertThat(titles).doesNotContain("").doesNotHaveDuplicates();
            assertThat(form.note().in(language)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theTermsAreThoseOfTheGlossary(Table<?> form) {
        String words = form.name().ja()
                + form.note().ja()
                + form.columns().stream()
                        .map(TableColumn::title)
                        .map(title -> title.ja())
                        .toList();
        assertThat(words).doesNotContain("暗号資産", "ポスト量子", "耐量子暗号");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatAnOwnerChoosesFromFitsInExcelsList(Table<?> form) {
        for (TableColumn column : form.columns()) {
            if (column.input() && column.kind() == Kind.CHOICE) {
                assertThat(column.choices()).isNotEmpty();
                assertThat(String.join(
                                ",",
                                column.choices().stream()
                                        .map(it -> it.label().ja())
                                        .toList()))
                        .hasSizeLessThan(255);
            }
            if (column.input()) {
                assertThat(column.note().ja()).isNotEmpty();
                assertThat(column.note().en()).isNotEmpty();
            }
        }
    }
}
