package dev.shirube.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Language;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    @Test
    void writesAByteOrderMarkCrLfAndQuotesOnlyWhereNeeded() throws Exception {
        String text = new String(write("a,\"b\""), StandardCharsets.UTF_8);
        assertThat(text)
                .isEqualTo("\uFEFF名前,件数,期日,色,行,令和8年度 1Q,令和8年度 2Q\r\n"
                        + "\"a,\"\"b\"\"\",1234567,2031-03-31,青,\"a\nb\",,━\r\n");
    }

    @Test
    void aFormulaIsGuardedAndComesBackUnchanged(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("x.csv");
        Files.write(file, write("=cmd|' /C calc'!A0"));
        assertThat(Files.readString(file)).contains("\r\n'=cmd");
        assertThat(RowReader.read(file).get(1).cell(0)).isEqualTo("=cmd|' /C calc'!A0");
    }

    private static byte[] write(String name) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Csv.write(SampleRow.table(name), Language.JA, out);
        return out.toByteArray();
    }
}
