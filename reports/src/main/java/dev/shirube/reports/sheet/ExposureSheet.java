package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.planner.exposure.ExposureForecast;
import dev.shirube.planner.exposure.ExposureYear;
import dev.shirube.planner.exposure.QuantumDates;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Makes 様式3付表 年度別の残存リスク. */
public final class ExposureSheet {
    private ExposureSheet() {}

    /** The exposure of that roadmap under the planning distribution. */
    public static Table<?> of(Roadmap roadmap) {
        ExposureForecast forecast = ExposureForecast.of(roadmap, QuantumDates.planning());
        List<ExposureRow> rows = new ArrayList<>();
        for (int i = 0; i < forecast.planned().size(); i++) {
            ExposureYear planned = forecast.planned().get(i);
            ExposureYear without = forecast.unplanned().get(i);
            int year = planned.fiscalYear();
            rows.add(new ExposureRow(
                    new Text("令和" + (year - 2018) + "（" + year + "）年度", "FY" + year),
                    planned.open(),
                    planned.recorded().value(),
                    planned.forgeable().value(),
                    without.recorded().value(),
                    without.forgeable().value(),
                    forecast.dates().toString()));
        }
        return Table.of(ExposureRow.class, rows);
    }
}
