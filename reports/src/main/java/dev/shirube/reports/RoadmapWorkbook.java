package dev.shirube.reports;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.register.SystemReadBack;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.format.Workbook;
import dev.shirube.reports.sheet.CoverSheet;
import dev.shirube.reports.sheet.ExposureSheet;
import dev.shirube.reports.sheet.IssueSheet;
import dev.shirube.reports.sheet.OccurrenceSheet;
import dev.shirube.reports.sheet.PolicySheet;
import dev.shirube.reports.sheet.ReasonSheet;
import dev.shirube.reports.sheet.ReportSettings;
import dev.shirube.reports.sheet.RiskSheet;
import dev.shirube.reports.sheet.RoadmapSheet;
import dev.shirube.reports.sheet.ScopeSheet;
import dev.shirube.reports.sheet.SystemSheet;
import java.io.IOException;
import java.io.OutputStream;

/** The workbook that an office circulates: cover, forms 1 to 4 and 7, the annexes on policies and on limits. */
public final class RoadmapWorkbook {
    private static final Text AS_WRITTEN = new Text("控え（変更しない）", "As written (do not change)");

    private RoadmapWorkbook() {}

    /**
     * Writes the workbook of that roadmap over that inventory; the same values give the same bytes. The stream is not closed.
     *
     * @throws IOException if the stream or a temporary file cannot be written
     */
    public static void write(
            Roadmap roadmap, Inventory inventory, ReportSettings settings, Language language, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(
                language, settings.organisation(), roadmap.settings().asOf())) {
            workbook.cover(CoverSheet.of(roadmap, inventory, settings, language))
                    .sheet(SystemSheet.of(roadmap, inventory))
                    .sheet(OccurrenceSheet.of(roadmap, inventory, AlgorithmRegistry.standard()))
                    .sheet(RiskSheet.of(roadmap))
                    .sheet(ExposureSheet.of(roadmap))
                    .sheet(RoadmapSheet.of(roadmap, inventory))
                    .sheet(ReasonSheet.of(roadmap))
                    .sheet(IssueSheet.of(roadmap, inventory))
                    .sheet(PolicySheet.of(roadmap))
                    .sheet(ScopeSheet.of(roadmap, inventory))
                    .hidden(
                            AS_WRITTEN,
                            SystemReadBack.written(inventory.systems().values()));
            workbook.write(out);
        }
    }
}
