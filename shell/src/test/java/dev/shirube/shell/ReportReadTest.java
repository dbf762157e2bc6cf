package dev.shirube.shell;

import static dev.shirube.shell.FilledForm.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report read}: a workbook that offices filled in, as they do it. */
class ReportReadTest {

    private static final String REGISTER =
            "システムID,情報システム名,担当部局,影響度,保護期間(年),次期更改年度\n" + "juki,住民記録,市民課,3,80,2029\n" + "hp,ホームページ,広報課,,,\n";

    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    @BeforeAll
    static void aWorkbookIsSent() throws IOException {
        Files.writeString(prepared.resolve("systems.csv"), REGISTER);
        Files.writeString(
                prepared.resolve("A.java"),
                "class A { void a() throws Exception { java.security.Signature.getInstance(\"SHA256withECDSA\"); } }\n");
        shirube(prepared, "systems", "import", "systems.csv").endsWith(0);
        shirube(prepared, "scan", "A.java", "--system", "juki", "--quiet").endsWith(0);
        shirube(prepared, "report", "xlsx", "--out", "sent.xlsx").endsWith(0);
    }

    @BeforeEach
    void theOfficeHasIt() throws IOException {
        for (String file : List.of("systems.csv", "shirube.db", "sent.xlsx")) {
            Files.copy(prepared.resolve(file), folder.resolve(file));
        }
    }

    private ShirubeProcess shirube(String... words) throws IOException {
        return shirube(folder, words);
    }

    private static ShirubeProcess shirube(Path folder, String... words) throws IOException {
        String[] line = new String[words.length + 4];
        System.arraycopy(words, 0, line, 0, words.length);
        System.arraycopy(new String[] {"--lang", "ja", "--as-of", "2026-11-23"}, 0, line, words.length, 4);
        return ShirubeProcess.run(folder, line);
    }

    private void fill(String from, String to, FilledForm.Filling filling) throws IOException {
        fill("様式1 システム一覧", from, to, filling);
    }

    private void fill(String sheet, String from, String to, FilledForm.Filling filling) throws IOException {
        FilledForm.fill(folder.resolve(from), sheet, folder.resolve(to), filling);
    }

    private List<String> ids(String workbook, String sheet, String title) throws IOException {
        return FilledForm.column(folder.resolve(workbook), sheet, title);
    }

    private String text(String workbook, String sheet, String row, String title) throws IOException {
        return FilledForm.text(folder.resolve(workbook), sheet, row, title);
    }

    private String register() throws IOException {
        shirube("systems", "export", "kept.csv").endsWith(0);
        return Files.readString(folder.resolve("kept.csv"));
    }

    @Test
    void whatAnOwnerWroteIsTakenBackAndNothingElse() throws IOException {
        String before = register();
        fill("sent.xlsx", "back.xlsx", form -> {
            cell(form, "hp", "影響度(1-4)").setCellValue("２");
            cell(form, "hp", "次期更改(年度)").setCellValue("令和12年度");
            cell(form, "juki", "保護期間(月)").setCellValue(360);
            cell(form, "juki", "備考").setCellValue("黄色でない欄");
        });
        assertThat(shirube("report", "read", "back.xlsx", "--dry-run")
                        .endsWith(0)
                        .out())
                .contains("hp", "次期更改年度：? → 2030", "juki", "保護期間(年)：80 → 30", "システム 2 件、計画の様式 0 行が変わります。保存していません");
        assertThat(register()).isEqualTo(before);

        assertThat(shirube("report", "read", "back.xlsx", "--by", "市民課")
                        .endsWith(0)
                        .out())
                .contains("システム 2 件、計画の様式 0 行を変更しました");
        assertThat(register()).contains("juki,住民記録,市民課", ",30,", ",2030,").doesNotContain("黄色でない欄", ",80,");
        assertThat(shirube("systems", "show", "juki").endsWith(0).out()).contains("back.xlsx", "市民課");
        assertThat(shirube("report", "read", "back.xlsx").endsWith(0).out()).contains("システム 0 件、計画の様式 0 行を変更しました");
    }

    @Test
    void anOlderReportOverwritesNothingThatHasChangedSince() throws IOException {
        Files.writeString(folder.resolve("systems.csv"), REGISTER.replace("2029", "2031"));
        shirube("systems", "import", "systems.csv").endsWith(0);
        assertThat(shirube("report", "read", "sent.xlsx").endsWith(0).out()).contains("システム 0 件");

        fill("sent.xlsx", "back.xlsx", form -> {
            cell(form, "juki", "次期更改(年度)").setCellValue(2030);
            cell(form, "hp", "影響度(1-4)").setCellValue(4);
        });
        shirube("report", "read", "back.xlsx").endsWith(2, "back.xlsx", "次期更改", "作成時「2029」、現在「2031」", "保存していません");
        assertThat(shirube("report", "read", "back.xlsx", "--partial")
                        .endsWith(0)
                        .out())
                .contains("システム 1 件、計画の様式 0 行を変更しました");
        assertThat(register()).contains(",2031,").doesNotContain(",2030,");
    }

    @Test
    void aWrongCellIsNamedAndNothingIsKept() throws IOException {
        fill("sent.xlsx", "back.xlsx", form -> {
            cell(form, "juki", "影響度(1-4)").setCellValue(7);
            Cell id = cell(form, "hp", "システムID");
            Row row = id.getRow();
            int column = id.getColumnIndex();
            row.removeCell(id);
            row.createCell(column).setCellValue("hq");
        });
        shirube("report", "read", "back.xlsx").endsWith(2, "「7」", "1～4 の整数", "「hq」", "台帳にないシステムID");
    }

    /** Ids of the rows of a form, of the column of that title. */
    @Test
    void whatAnOfficeWroteOfItsTasksHoldsInTheNextPlanAndTheNextWorkbook() throws IOException {
        String sheet = "様式4 工程表";
        List<String> tasks = ids("sent.xlsx", sheet, "作業ID");
        assertThat(tasks).hasSizeGreaterThan(2);
        String done = tasks.get(0);
        String later = tasks.get(1);
        fill(sheet, "sent.xlsx", "back.xlsx", form -> {
            cell(form, done, "開始実績").setCellValue("令和8年10月1日");
            cell(form, done, "終了実績").setCellValue("2026/11/20");
            cell(form, done, "状況").setCellValue("○ 完了");
            cell(form, later, "開始指定").setCellValue("R11-2Q");
            cell(form, later, "工数見直し(人日)").setCellValue("７");
            cell(form, later, "担当者").setCellValue("記録係");
            cell(form, later, "状況").setCellValue("？ 要確認");
            cell(form, later, "備考").setCellValue("=委託先の回答待ち");
        });
        assertThat(shirube("report", "read", "back.xlsx", "--dry-run")
                        .endsWith(0)
                        .out())
                .contains(done, "終了実績：2026-11-20", later, "開始指定：2029Q2", "計画の様式 2 行が変わります。保存していません");
        shirube("report", "read", "back.xlsx", "--by", "市民課").endsWith(0);
        assertThat(shirube("report", "read", "back.xlsx").endsWith(0).out()).contains("計画の様式 0 行を変更しました");

        shirube("report", "xlsx", "--out", "next.xlsx").endsWith(0);
        assertThat(text("next.xlsx", sheet, done, "見通し")).isEqualTo("○ 完了");
        assertThat(text("next.xlsx", sheet, later, "開始予定")).isEqualTo("R11-2Q");
        assertThat(text("next.xlsx", sheet, later, "工数(人日)")).isEqualTo("7");
        assertThat(text("next.xlsx", sheet, later, "担当者")).isEqualTo("記録係");
        assertThat(ids("next.xlsx", "様式7 課題・要確認一覧", "識別子")).contains("confirm/" + later);
        // Nobody wrote into the second workbook yet: reading it back changes nothing.
        assertThat(shirube("report", "read", "next.xlsx").endsWith(0).out()).contains("計画の様式 0 行を変更しました");
    }

    @Test
    void anEnglishWorkbookIsReadByItsOwnTitles() throws IOException {
        ShirubeProcess.run(folder, "report", "xlsx", "--out", "sent.xlsx", "--lang", "en", "--as-of", "2026-11-23")
                .endsWith(0);
        assertThat(shirube("report", "read", "sent.xlsx").endsWith(0).out()).contains("システム 0 件、計画の様式 0 行を変更しました");
        String task = ids("sent.xlsx", "Form 4 Roadmap", "Task ID").get(0);
        fill("Form 4 Roadmap", "sent.xlsx", "back.xlsx", form -> {
            cell(form, task, "Reviseddays").setCellValue(7);
            cell(form, task, "Begun on").setCellValue("2026-11-02");
            cell(form, task, "Status").setCellValue("△ under way");
            cell(form, task, "Start in").setCellValue("FY2026 Q3");
        });
        assertThat(ShirubeProcess.run(folder, "report", "read", "back.xlsx", "--lang", "en", "--as-of", "2026-11-23")
                        .endsWith(0)
                        .out())
                .contains("Revised days: 7", "Begun on: 2026-11-02", "Status: △ under way", "Start in: 2026Q3")
                .contains("0 systems and 1 row of the plan's forms changed");
    }

    @Test
    void theSecondWorkbookSaysWhatBecameOfThePlanInForce() throws IOException {
        assertThat(ids("sent.xlsx", "別紙2 年次差分", "区分")).containsExactly("？ 比較なし");
        shirube("roadmap", "plan", "--adopt", "--by", "CISO").endsWith(0);
        shirube("report", "xlsx", "--out", "first.xlsx").endsWith(0);
        assertThat(ids("first.xlsx", "別紙2 年次差分", "区分")).containsExactly("＝ 変更なし", "？ 比較なし");

        String sheet = "様式4 工程表";
        List<String> tasks = ids("first.xlsx", sheet, "作業ID");
        fill(sheet, "first.xlsx", "back.xlsx", form -> {
            cell(form, tasks.get(0), "開始実績").setCellValue("2026-10-01");
            cell(form, tasks.get(0), "終了実績").setCellValue("2026-11-20");
            cell(form, tasks.get(1), "開始指定").setCellValue("R14-2Q");
        });
        shirube("report", "read", "back.xlsx", "--by", "市民課").endsWith(0);
        shirube("roadmap", "replan").endsWith(0);
        shirube("report", "xlsx", "--out", "second.xlsx").endsWith(0);
        assertThat(ids("second.xlsx", "別紙2 年次差分", "作業ID")).contains(tasks.get(0), tasks.get(1));
        assertThat(text("second.xlsx", "別紙2 年次差分", tasks.get(0), "区分")).isEqualTo("○ 完了");
        assertThat(text("second.xlsx", "別紙2 年次差分", tasks.get(0), "原因"))
                .startsWith("様式4の終了実績 2026-11-20（back.xlsx:")
                .contains("市民課", "2026-11-23");
        assertThat(text("second.xlsx", "別紙2 年次差分", tasks.get(1), "区分")).isEqualTo("→ 後ろ倒し");
        assertThat(text("second.xlsx", "別紙2 年次差分", tasks.get(1), "今回の計画")).startsWith("R14-2Q");
        assertThat(text("second.xlsx", "別紙2 年次差分", tasks.get(1), "原因")).startsWith("様式4の開始指定 2032Q2");
    }

    @Test
    void theAnnexOfChangesTellsWhatScansFoundSinceThePlanWasAdopted() throws IOException {
        Files.copy(prepared.resolve("A.java"), folder.resolve("A.java"));
        shirube("scan", "A.java", "--system", "juki", "--quiet").endsWith(0);
        shirube("roadmap", "plan", "--adopt").endsWith(0);
        Files.writeString(
                folder.resolve("A.java"),
                "class A { void a() throws Exception { java.security.Signature.getInstance(\"SHA256withRSA\"); } }\n");
        shirube("scan", "A.java", "--system", "juki", "--quiet").endsWith(0);
        shirube("report", "xlsx", "--out", "next.xlsx").endsWith(0);
        String annex = "別紙2 年次差分";
        assertThat(ids("next.xlsx", annex, "区分")).contains("＋ 新規", "≠ 変更");
        assertThat(ids("next.xlsx", annex, "内容"))
                .anyMatch(it -> it.contains("RSA"))
                .anyMatch(it -> it.contains("ECDSA"));
        assertThat(ids("next.xlsx", "様式5 進捗管理表", "検出による進捗（同一範囲、採用時→現在）")).anyMatch(it -> it.contains("0.0% (0/1) → "));
    }

    @Test
    void exceptionsAndAnswersAreKeptAndWrongOnesNamed() throws IOException {
        String issue = ids("sent.xlsx", "様式7 課題・要確認一覧", "識別子").get(0);
        fill("様式7 課題・要確認一覧", "sent.xlsx", "answered.xlsx", form -> {
            cell(form, issue, "回答状況").setCellValue("△ 確認中");
            cell(form, issue, "回答").setCellValue("来月までに回答");
        });
        FilledForm.Filling exception = form -> {
            cell(form, "E-001", "システムID").setCellValue("juki");
            cell(form, "E-001", "根拠規則").setCellValue("no-such-rule");
            cell(form, "E-001", "理由").setCellValue("更改まで変更できない");
            cell(form, "E-001", "承認日").setCellValue("2026-11-01");
            cell(form, "E-001", "期限").setCellValue("2028-03-31");
        };
        fill("様式6 例外措置一覧", "answered.xlsx", "back.xlsx", exception);
        shirube("report", "read", "back.xlsx")
                .endsWith(2, "様式6", "「no-such-rule」", "別紙1", "承認者", "空欄です", "「2028-03-31」", "1 年以内", "保存していません");

        String rule = ids("sent.xlsx", "別紙1 方針と期限", "規則ID").get(0);
        fill("様式6 例外措置一覧", "back.xlsx", "right.xlsx", form -> {
            cell(form, "E-001", "根拠規則").setCellValue(rule);
            cell(form, "E-001", "承認者").setCellValue("CISO");
            cell(form, "E-001", "期限").setCellValue("2026-12-31");
        });
        assertThat(shirube("report", "read", "right.xlsx").endsWith(0).out()).contains("計画の様式 2 行を変更しました");
        shirube("report", "xlsx", "--out", "next.xlsx").endsWith(0);
        assertThat(text("next.xlsx", "様式6 例外措置一覧", "E-001", "状態")).isEqualTo("△ 期限間近");
        assertThat(text("next.xlsx", "様式7 課題・要確認一覧", issue, "回答")).isEqualTo("来月までに回答");
        assertThat(ids("next.xlsx", "様式7 課題・要確認一覧", "識別子")).contains("exception/E-001");
    }

    @Test
    void aTaskCannotBeDoneTomorrowNorBeforeItWasBegun() throws IOException {
        String sheet = "様式4 工程表";
        List<String> tasks = ids("sent.xlsx", sheet, "作業ID");
        fill(sheet, "sent.xlsx", "back.xlsx", form -> {
            cell(form, tasks.get(0), "開始実績").setCellValue("2026-11-24");
            cell(form, tasks.get(1), "終了実績").setCellValue("2026-11-01");
            cell(form, tasks.get(2), "状況").setCellValue("△ 対応中");
        });
        shirube("report", "read", "back.xlsx").endsWith(2, "基準日 2026-11-23 より後", "開始実績が空欄", "実績の日付と合いません");
        fill(
                sheet,
                "sent.xlsx",
                "vague.xlsx",
                form -> cell(form, tasks.get(2), "開始指定").setCellValue("そのうち"));
        shirube("report", "read", "vague.xlsx").endsWith(2, "「そのうち」", "R10-2Q");
    }

    @Test
    void whatIsNoReportIsSaidToBeNone() throws IOException {
        shirube("report", "read", "systems.csv").refuses(2, "systems.csv", "shirube report xlsx");
        shirube("report", "read", "none.xlsx").refuses(2, "none.xlsx");
    }

    @Test
    @Tag("slow")
    void aPassThroughLibreOfficeLosesNothing() throws IOException, InterruptedException {
        String task = ids("sent.xlsx", "様式4 工程表", "作業ID").get(0);
        fill("sent.xlsx", "half.xlsx", form -> cell(form, "hp", "影響度(1-4)").setCellValue(4));
        fill("様式4 工程表", "half.xlsx", "back.xlsx", form -> {
            cell(form, task, "開始実績").setCellValue("2026-11-02");
            cell(form, task, "状況").setCellValue("△ 対応中");
        });
        FilledForm.throughLibreOffice(folder.resolve("back.xlsx"), folder);
        assertThat(shirube("report", "read", "office/back.xlsx").endsWith(0).out())
                .contains("システム 1 件、計画の様式 1 行を変更しました", task, "状況：△ 対応中", "hp");
    }
}
