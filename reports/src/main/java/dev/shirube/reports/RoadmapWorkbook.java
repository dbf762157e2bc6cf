package dev.shirube.reports;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.office.OfficeForm;
import dev.shirube.domain.register.OfficeReadBack;
import dev.shirube.domain.register.SystemReadBack;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.format.Workbook;
import dev.shirube.reports.sheet.ChangeSheet;
import dev.shirube.reports.sheet.CoverSheet;
import dev.shirube.reports.sheet.ExceptionSheet;
import dev.shirube.reports.sheet.ExposureSheet;
import dev.shirube.reports.sheet.IssueSheet;
import dev.shirube.reports.sheet.OccurrenceSheet;
import dev.shirube.reports.sheet.OverviewSheet;
import dev.shirube.reports.sheet.PolicySheet;
import dev.shirube.reports.sheet.ProgressSheet;
import dev.shirube.reports.sheet.ReasonSheet;
import dev.shirube.reports.sheet.ReportSettings;
import dev.shirube.reports.sheet.RiskSheet;
import dev.shirube.reports.sheet.RoadmapSheet;
import dev.shirube.reports.sheet.ScopeSheet;
import dev.shirube.reports.sheet.SystemSheet;
import dev.shirube.reports.table.Dashboard;
import dev.shirube.reports.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The workbook that an office circulates: cover, overview, forms 1 to 7, the annexes on policies, on changes and on limits. */
public final class RoadmapWorkbook {
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
            Dashboard overview = OverviewSheet.of(roadmap, inventory);
            Table<?> systems = SystemSheet.of(roadmap, inventory);
            Table<?> tasks = RoadmapSheet.of(roadmap, inventory);
            Table<?> reasons = ReasonSheet.of(roadmap);
            workbook.announce(systems).announce(tasks).announce(reasons);
            workbook.cover(CoverSheet.of(roadmap, inventory, settings, language))
                    .dashboard(overview)
                    .sheet(systems)
                    .sheet(OccurrenceSheet.of(roadmap, inventory, AlgorithmRegistry.standard()))
                    .sheet(RiskSheet.of(roadmap))
                    .sheet(ExposureSheet.of(roadmap))
                    .sheet(tasks)
                    .sheet(reasons)
                    .sheet(ProgressSheet.of(roadmap, inventory, settings))
                    .sheet(ExceptionSheet.of(roadmap))
                    .sheet(IssueSheet.of(roadmap, inventory))
                    .sheet(PolicySheet.of(roadmap))
                    .sheet(ChangeSheet.of(roadmap, settings))
                    .sheet(ScopeSheet.of(roadmap, inventory))
                    .values(overview)
                    .hidden(
                            asWritten("1"),
                            SystemReadBack.written(inventory.systems().values()))
                    .hidden(asWritten("4"), written(OfficeForm.TASKS, taskIds(roadmap), roadmap))
                    .hidden(asWritten("6"), written(OfficeForm.EXCEPTIONS, ExceptionSheet.ids(roadmap), roadmap))
                    .hidden(asWritten("7"), written(OfficeForm.ISSUES, IssueSheet.ids(roadmap, inventory), roadmap));
            workbook.write(out);
        }
    }

    /** A hidden sheet with the cells of a form as they were, by which those that were filled in are told. */
    private static Text asWritten(String form) {
        return new Text("控え" + form + "（変更しない）", "As written " + form + " (do not change)");
    }

    private static List<List<String>> written(OfficeForm form, List<String> ids, Roadmap roadmap) {
        return OfficeReadBack.written(form, ids, roadmap.settings().edits());
    }

    private static List<String> taskIds(Roadmap roadmap) {
        return roadmap.tasks().stream().map(it -> it.task().id()).toList();
    }
}
