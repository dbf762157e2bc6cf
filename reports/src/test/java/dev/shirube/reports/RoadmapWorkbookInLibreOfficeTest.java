package dev.shirube.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shirube.domain.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook in the hands of a reader that shares no code with its writer. */
@Tag("slow")
class RoadmapWorkbookInLibreOfficeTest {
    private static final Path SOFFICE = Path.of("/usr/bin/soffice");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsLibreOffice() {
        assumeTrue(Files.isExecutable(SOFFICE), "needs the Debian package libreoffice-calc");
    }

    @Test
    void everySheetOpensWithItsTitlesRowsAndNothingRun() throws Exception {
        List<String> sheets = convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
        assertThat(sheets).hasSize(19);
        assertThat(sheet("様式1")).contains("情報システム名", "住民情報システム", "=cmd|' /C calc'!A0", "× 未調査");
        assertThat(sheet("様式2")).contains("アルゴリズム", CityHall.HOSTILE.replace("\"", "\"\""), "？ 要確認");
        assertThat(sheet("様式4 工程表")).contains("令和17年度", "FY2035", "━", "待", "★");
        assertThat(sheet("様式5")).contains("進捗管理表", "全体", "？ 計画未採用");
        assertThat(sheet("概要付表")).contains("残存（期限なし）", "体制の合計");
        assertThat(sheet("別紙3")).contains("host-unreachable", "未調査");
    }

    @Test
    void printsAsPdfOnA3() throws Exception {
        convert("pdf");
        String pdf = Files.readString(folder.resolve("roadmap.pdf"), StandardCharsets.ISO_8859_1);
        // A3 is 420 by 297 millimetres: 1190.6 by 841.9 points.
        assertThat(pdf).startsWith("%PDF").containsPattern("/MediaBox\\s*\\[\\s*0 0 119\\d(\\.\\d+)? 84\\d");
    }

    private List<String> convert(String format) throws IOException, InterruptedException {
        Path workbook = folder.resolve("roadmap.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook)) {
            RoadmapWorkbook.write(CityHall.roadmap(), CityHall.inventory(), CityHall.SETTINGS, Language.JA, out);
        }
        Process process = new ProcessBuilder(
                        SOFFICE.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        folder.toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return files(".csv").stream().map(path -> path.getFileName().toString()).toList();
    }

    private String sheet(String name) throws IOException {
        for (Path file : files(".csv")) {
            if (file.getFileName().toString().contains(name)) {
                return Files.readString(file);
            }
        }
        throw new AssertionError("LibreOffice wrote no sheet " + name);
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
