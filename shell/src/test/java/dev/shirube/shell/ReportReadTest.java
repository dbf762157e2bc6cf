package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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

    private interface Filling {
        void fill(Sheet form);
    }

    private void fill(String from, String to, Filling filling) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(from));
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(folder.resolve(to))) {
            filling.fill(workbook.getSheet("様式1 システム一覧"));
            workbook.write(out);
        }
    }

    /** The cell of that system under that title, which may be broken over lines. */
    private static Cell cell(Sheet form, String system, String title) {
        int column = -1;
        DataFormatter text = new DataFormatter();
        for (Row row : form) {
            for (Cell cell : row) {
                if (text.formatCellValue(cell).replace("\n", "").equals(title)) {
                    column = cell.getColumnIndex();
                }
            }
            for (Cell cell : row) {
                if (column >= 0 && text.formatCellValue(cell).equals(system)) {
                    return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                }
            }
        }
        throw new AssertionError("no cell of " + system + " under " + title);
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
                .contains("hp", "次期更改年度：? → 2030", "juki", "保護期間(年)：80 → 30", "システム 2 件が変わります。保存していません");
        assertThat(register()).isEqualTo(before);

        assertThat(shirube("report", "read", "back.xlsx", "--by", "市民課")
                        .endsWith(0)
                        .out())
                .contains("システム 2 件を変更しました");
        assertThat(register()).contains("juki,住民記録,市民課", ",30,", ",2030,").doesNotContain("黄色でない欄", ",80,");
        assertThat(shirube("systems", "show", "juki").endsWith(0).out()).contains("back.xlsx", "市民課");
        assertThat(shirube("report", "read", "back.xlsx").endsWith(0).out()).contains("システム 0 件を変更しました");
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
                .contains("システム 1 件を変更しました");
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

    @Test
    void whatIsNoReportIsSaidToBeNone() throws IOException {
        shirube("report", "read", "systems.csv").refuses(2, "systems.csv", "shirube report xlsx");
        shirube("report", "read", "none.xlsx").refuses(2, "none.xlsx");
    }

    @Test
    @Tag("slow")
    void aPassThroughLibreOfficeLosesNothing() throws IOException, InterruptedException {
        fill("sent.xlsx", "back.xlsx", form -> cell(form, "hp", "影響度(1-4)").setCellValue(4));
        Path out = Files.createDirectory(folder.resolve("office"));
        Process office;
        try {
            office = new ProcessBuilder(
                            "soffice",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--headless",
                            "--convert-to",
                            "xlsx",
                            "--outdir",
                            out.toString(),
                            folder.resolve("back.xlsx").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("office.log").toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "needs the Debian package libreoffice-calc");
            return;
        }
        assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(shirube("report", "read", "office/back.xlsx").endsWith(0).out())
                .contains("システム 1 件を変更しました", "hp");
    }
}
