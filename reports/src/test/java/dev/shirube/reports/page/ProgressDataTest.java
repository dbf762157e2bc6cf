package dev.shirube.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.planner.exposure.ExposureBand;
import dev.shirube.reports.CityHall;
import dev.shirube.reports.sheet.OverviewSheet;
import dev.shirube.reports.sheet.ReportSettings;
import dev.shirube.reports.table.Chart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProgressDataTest {

    @Test
    void withoutAPlanInForceNothingIsSaidToBeKeptOrUnchanged() throws IOException {
        PageText page = page(CityHall.SETTINGS);
        JsonNode progress = page.data().get("progress");
        assertThat(progress.has("inForce")).isFalse();
        assertThat(progress.get("compared").asBoolean()).isFalse();
        assertThat(page.column("progress", "state")).isNotEmpty().containsOnly("？ 計画未採用");
        assertThat(page.column("progress", "done")).containsOnly("");
        assertThat(page.column("changes", "work")).singleElement().asString().contains("roadmap plan --adopt");
    }

    @Test
    void aPlanInForceIsHeldAgainstWhatWasReportedAndScanned() throws IOException {
        PageText page = page(AdoptedHall.settings(true));
        JsonNode progress = page.data().get("progress");
        assertThat(progress.get("inForce").asString()).isEqualTo("2026-04-01");
        assertThat(progress.get("reported").asInt()).isEqualTo(1);
        assertThat(progress.get("compared").asBoolean()).isTrue();
        assertThat(page.column("progress", "state")).contains("× 遅れ", "― 今後");
        assertThat(page.column("progress", "scanned")).anyMatch(it -> it.contains(" → "));
        assertThat(page.column("changes", "kind")).contains("○ 完了", "→ 後ろ倒し").anyMatch(it -> it.startsWith("＋"));
    }

    @Test
    void whatWasNotScannedSinceIsToldAsSuch() throws IOException {
        PageText page = page(AdoptedHall.settings(false));
        assertThat(page.data().get("progress").get("compared").asBoolean()).isFalse();
        assertThat(page.column("changes", "kind")).contains("？ 比較なし");
    }

    @Test
    void theBandsAreTheNumbersOfTheForm() throws IOException {
        PageText page = page(CityHall.SETTINGS);
        JsonNode exposure = page.data().get("exposure");
        for (String column : List.of("recorded", "forgeable", "recordedWithout", "forgeableWithout")) {
            List<String> bands = new ArrayList<>();
            for (JsonNode it : exposure.get(column)) {
                bands.add(new ExposureBand(
                                it.get(0).asInt(), it.get(1).asInt(), it.get(2).asInt())
                        .value());
            }
            assertThat(bands)
                    .as(column)
                    .hasSize(exposure.get("years").size())
                    .isEqualTo(page.column("exposure", column));
        }
        assertThat(page.column("exposure", "recorded")).anyMatch(it -> !it.equals("0"));
        assertThat(page.column("exposure", "distribution"))
                .containsOnly(exposure.get("dates").asString());
    }

    @Test
    void theChartsAreThoseOfTheWorkbook() throws IOException {
        PageText page = page(CityHall.SETTINGS);
        List<Chart> charts =
                OverviewSheet.of(AdoptedHall.roadmap(), CityHall.inventory()).charts();
        JsonNode drawn = page.data().get("overview").get("charts");
        assertThat(drawn.size()).isEqualTo(charts.size());
        for (int i = 0; i < charts.size(); i++) {
            List<Chart.Series> series = charts.get(i).series();
            for (int j = 0; j < series.size(); j++) {
                JsonNode of = drawn.get(i).get("series").get(j);
                assertThat(page.data().get("texts").get(of.get("name").asInt()).toString())
                        .contains(series.get(j).name().ja());
                List<OptionalInt> values = new ArrayList<>();
                of.get("values")
                        .forEach(it -> values.add(it.isNull() ? OptionalInt.empty() : OptionalInt.of(it.asInt())));
                assertThat(values).isEqualTo(series.get(j).values());
            }
        }
    }

    private static PageText page(ReportSettings settings) throws IOException {
        Inventory inventory = CityHall.inventory();
        return PageText.of(AdoptedHall.roadmap(), inventory, settings, Language.JA);
    }
}
