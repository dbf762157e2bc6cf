package dev.shirube.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.reports.format.RowReader;
import dev.shirube.reports.format.TextRow;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that a spreadsheet program which shares no code with us opened and saved again. */
@Tag("slow")
class RegisterInLibreOfficeTest {
    private static final Path SOFFICE = Path.of("/usr/bin/soffice");

    @TempDir
    Path folder;

    @Test
    void whatLibreOfficeSavesIsTheSameRegister() throws Exception {
        assumeTrue(Files.isExecutable(SOFFICE), "needs the Debian package libreoffice-calc");
        List<InformationSystem> systems = SystemRegister.read(
                        List.of(
                                List.of("id", "name", "影響度", "保護期間", "署名の信頼期間", "次期更改年度", "接続区分", "備考", "棚"),
                                List.of("001", "住民記録", "3", "0.5", "R17.3.31", "R11", "閉域", "=1+1", "改行\nあり"),
                                List.of("zeimu", "税務", "", "80", "", "2030", "内部", "2035-03-31", "007")),
                        "systems.csv")
                .value();
        List<List<String>> rows = SystemRegister.rows(systems, Language.JA);
        int own = SystemRegister.columns().size();
        RegisterWorkbook workbook = new RegisterWorkbook(
                new Text("台帳", "Register"),
                new Text("記入", "Fill in"),
                SystemRegister.columns(),
                rows.get(0).subList(own, rows.get(0).size()),
                rows.subList(1, rows.size()),
                5);
        Path ours = folder.resolve("ours.xlsx");
        try (OutputStream out = Files.newOutputStream(ours)) {
            workbook.write(Language.JA, LocalDate.of(2026, 11, 23), out);
        }
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        for (String format : List.of("xlsx:Calc MS Excel 2007 XML", "ods", "xls")) {
            convert(ours, theirs, format);
        }
        assertThat(read(theirs.resolve("ours.xlsx")))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*origin")
                .isEqualTo(systems);
        for (String kind : List.of(".ods", ".xls")) {
            assertThatThrownBy(() -> RowReader.read(theirs.resolve("ours" + kind)))
                    .hasMessageContaining(kind)
                    .hasMessageContaining("Save it as .xlsx");
        }
    }

    private static List<InformationSystem> read(Path file) throws Exception {
        List<List<String>> table = new ArrayList<>();
        for (TextRow row : RowReader.read(file)) {
            table.add(row.cells());
        }
        var reading = SystemRegister.read(table, "again");
        assertThat(reading.complete()).as(reading.problems().toString()).isTrue();
        return reading.value();
    }

    private void convert(Path file, Path out, String format) throws Exception {
        Process process = new ProcessBuilder(
                        SOFFICE.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        out.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
