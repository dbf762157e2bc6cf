package dev.shirube.reports.page;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.format.CellText;
import dev.shirube.reports.sheet.ChangeSheet;
import dev.shirube.reports.sheet.CoverSheet;
import dev.shirube.reports.sheet.ExposureSheet;
import dev.shirube.reports.sheet.OccurrenceSheet;
import dev.shirube.reports.sheet.OverviewSheet;
import dev.shirube.reports.sheet.ProgressSheet;
import dev.shirube.reports.sheet.ReportSettings;
import dev.shirube.reports.sheet.ScopeSheet;
import dev.shirube.reports.sheet.SystemSheet;
import dev.shirube.reports.table.Cover;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The page that an office passes on: one HTML file for a file share, with systems, uses, roadmap, progress, policies and
 * what was not looked at. Its tables are those of the workbook; its reader changes the language in the page.
 */
public final class RoadmapPage {
    private RoadmapPage() {}

    /**
     * Writes the page of that roadmap over that inventory; the same values give the same bytes. The stream is not closed.
     *
     * @param language the one it opens in
     * @throws IOException if the stream cannot be written
     */
    public static void write(
            Roadmap roadmap, Inventory inventory, ReportSettings settings, Language language, OutputStream out)
            throws IOException {
        PageFrame frame = PageFrame.standard();
        Cover cover = CoverSheet.of(roadmap, inventory, settings, language);
        String title = settings.organisation().isEmpty()
                ? cover.title()
                : CellText.clean(settings.organisation()) + " " + cover.title();
        out.write(utf8(frame.head(id(language), title)));
        PageJson.write(out, json -> data(json, roadmap, inventory, settings, language));
        out.write(utf8(frame.tail()));
        out.flush();
    }

    private static void data(
            PageJson json, Roadmap roadmap, Inventory inventory, ReportSettings settings, Language language) {
        PlanSettings plan = roadmap.settings();
        json.text("schema", "shirube-page/1");
        json.text("language", id(language));
        json.text("organisation", settings.organisation());
        json.text("tool", settings.toolVersion());
        json.text("asOf", plan.asOf().toString());
        json.number("horizon", PlanData.index(plan.horizon()));
        json.said("basis", roadmap.basis().label());
        json.object("cover", it -> {
            for (Language each : Language.values()) {
                cover(json, each, CoverSheet.of(roadmap, inventory, settings, each));
            }
        });
        json.object("tables", it -> {
            TableData.write(json, "systems", SystemSheet.of(roadmap, inventory));
            TableData.write(json, "findings", OccurrenceSheet.of(roadmap, inventory, AlgorithmRegistry.standard()));
            TableData.write(json, "scope", ScopeSheet.of(roadmap, inventory));
            TableData.write(json, "progress", ProgressSheet.of(roadmap, inventory, settings));
            TableData.write(json, "changes", ChangeSheet.of(roadmap, settings));
            TableData.write(json, "exposure", ExposureSheet.of(roadmap));
        });
        json.object("findingAssets", it -> assets(inventory).write(json));
        PlanData.write(json, roadmap);
        ScopeData.write(json, roadmap, inventory);
        ProgressData.write(json, roadmap, inventory, settings, OverviewSheet.of(roadmap, inventory));
    }

    /** The asset of each row of the uses, by which a system's assets lead to their places. */
    private static CodedColumn assets(Inventory inventory) {
        CodedColumn assets = new CodedColumn();
        for (AssignedFinding finding : inventory.findings()) {
            assets.add(finding.finding().asset().id());
        }
        return assets;
    }

    private static void cover(PageJson json, Language language, Cover cover) {
        json.object(id(language), it -> {
            json.text("title", cover.title());
            json.text("subtitle", cover.subtitle());
            json.list(
                    "sections",
                    sections -> cover.sections()
                            .forEach(section -> json.object(item -> {
                                json.text("title", section.title());
                                json.list(
                                        "entries",
                                        entries -> section.entries()
                                                .forEach(entry -> json.list(pair -> {
                                                    json.text(entry.label());
                                                    json.text(entry.value());
                                                })));
                            })));
        });
    }

    private static String id(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
