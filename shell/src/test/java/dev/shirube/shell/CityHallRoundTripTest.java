package dev.shirube.shell;

import static dev.shirube.shell.FilledForm.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook's whole way on the demo: sent, filled in, saved with LibreOffice, read back, planned again, compared. */
@Tag("slow")
class CityHallRoundTripTest {
    private static final String TASKS = "様式4 工程表";
    private static final String CHANGES = "別紙2 年次差分";

    @TempDir
    Path folder;

    private ShirubeProcess shirube(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--lang", "ja", "--as-of", "2026-11-23"));
        if (!words[0].equals("demo")) {
            line.addAll(List.of(
                    "--store",
                    "demo/shirube.db",
                    "--config",
                    Path.of("..", "examples", "cityhall", "shirube.yaml")
                            .toAbsolutePath()
                            .toString()));
        }
        return ShirubeProcess.run(folder, line.toArray(String[]::new));
    }

    /** Start, end and what happened of each task, as a reader of form 4 sees it. */
    private Map<String, List<String>> tasks(String workbook) throws IOException {
        Path file = folder.resolve(workbook);
        Map<String, List<String>> tasks = new TreeMap<>();
        for (String id : FilledForm.column(file, TASKS, "作業ID")) {
            List<String> cells = new ArrayList<>();
            for (String title : List.of("開始予定", "終了予定", "開始実績", "終了実績")) {
                cells.add(FilledForm.text(file, TASKS, id, title));
            }
            tasks.put(id, cells);
        }
        return tasks;
    }

    @Test
    void theAnnexOfTheSecondWorkbookShowsExactlyWhatChanged() throws Exception {
        shirube("demo", "--out", "demo").endsWith(0);
        shirube("roadmap", "plan", "--adopt", "--by", "CISO").endsWith(0);
        shirube("report", "xlsx", "--out", "first.xlsx").endsWith(0);
        List<String> ids = FilledForm.column(folder.resolve("first.xlsx"), TASKS, "作業ID");
        FilledForm.fill(folder.resolve("first.xlsx"), TASKS, folder.resolve("filled.xlsx"), form -> {
            cell(form, ids.get(0), "開始実績").setCellValue("2026-10-01");
            cell(form, ids.get(0), "終了実績").setCellValue("令和8年11月20日");
            cell(form, ids.get(3), "開始指定").setCellValue("R11-2Q");
        });
        FilledForm.throughLibreOffice(folder.resolve("filled.xlsx"), folder);
        assertThat(shirube("report", "read", "office/filled.xlsx", "--by", "情報政策課")
                        .endsWith(0)
                        .out())
                .contains("システム 0 件、計画の様式 2 行を変更しました");
        shirube("roadmap", "replan").endsWith(0);
        shirube("report", "xlsx", "--out", "second.xlsx").endsWith(0);

        Map<String, List<String>> before = tasks("first.xlsx");
        Map<String, List<String>> after = tasks("second.xlsx");
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(new TreeSet<>(FilledForm.column(folder.resolve("second.xlsx"), CHANGES, "作業ID")))
                .isEqualTo(new TreeSet<>(after.keySet().stream()
                        .filter(id -> !after.get(id).equals(before.get(id)))
                        .toList()))
                .contains(ids.get(0), ids.get(3));
        assertThat(FilledForm.text(folder.resolve("second.xlsx"), CHANGES, ids.get(0), "区分"))
                .isEqualTo("○ 完了");
        assertThat(FilledForm.text(folder.resolve("second.xlsx"), "様式5 進捗管理表", "全体", "完了実績"))
                .isEqualTo("1");
    }
}
