package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.shirube.shell.cli.Columns;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources from a form to what is missing for a plan, as a user types it. */
class ResourceCommandsTest {

    private static final String FREEZES = """
            名称,影響,対象区分,凍結開始,凍結終了,電話
            年末年始,作業停止,全庁,１２月２９日,1月3日,内線1
            決算,切替停止,全体,3/1,3/31,
            """;

    @TempDir
    Path folder;

    private ShirubeProcess run(String... words) throws IOException {
        ShirubeProcess run = ShirubeProcess.run(folder, words);
        assertThat(run.err()).doesNotContain("Exception");
        return run;
    }

    @Test
    void whatIsImportedIsExportedAsAWorkbookAndReadAgain() throws IOException {
        Files.writeString(folder.resolve("teams.csv"), "種別,ID,名称,令和9年度,2028Q1\nチーム,kiban,基盤,40,\n予算,市民課,,1200千円,\n");
        Files.write(folder.resolve("freezes.csv"), FREEZES.getBytes(Charset.forName("windows-31j")));
        assertThat(run("resources", "import", "teams.csv").exit()).isZero();
        ShirubeProcess dry = run("resources", "import", "freezes.csv", "--dry-run", "--lang", "en");
        assertThat(dry.out()).contains("年末年始").contains("nothing was kept").contains("2 changes");
        assertThat(run("resources", "import", "freezes.csv").exit()).isZero();

        assertThat(run("resources", "export", "all.xlsx", "--lang", "en").exit())
                .isZero();
        assertThat(run("resources", "import", "all.xlsx", "--replace", "--lang", "en")
                        .out())
                .contains("4 rows imported, 0 changes");
        assertThat(run("resources", "export", "all.csv", "--lang", "ja").exit()).isZero();
        assertThat(run("resources", "import", "all.csv", "--lang", "en").out()).contains("4 rows imported, 0 changes");

        ShirubeProcess show = run("resources", "show", "--lang", "ja", "--as-of", "2026-11-23");
        assertThat(show.out()).contains("毎年 12-29～01-03").contains("1,200,000").contains("令和9年度より後の人日がありません");
        assertThat(show.out().lines())
                .allSatisfy(it -> assertThat(Columns.width(it)).isLessThan(80));
        String json = run("resources", "show", "--format", "json", "--as-of", "2026-11-23")
                .out();
        assertThat(faults(json)).isEmpty();
        assertThat(faults(json.replace("\"capacity\"", "\"kapacity\""))).hasSize(1);
        assertThat(json)
                .contains("\"schema\" : \"shirube-resources/1\"")
                .contains("\"code\" : \"capacity-ends\"")
                .contains("\"電話\" : \"内線1\"");
    }

    private static List<String> faults(String document) throws IOException {
        Path schema = Path.of("..", "docs", "schema", "shirube-resources-1.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema), InputFormat.JSON)
                .validate(document, InputFormat.JSON)
                .stream()
                .map(it -> it.getInstanceLocation() + ": " + it.getMessage())
                .toList();
    }

    @Test
    void oneWrongCellKeepsEverythingOutUnlessTheRestIsAskedFor() throws IOException {
        Files.writeString(folder.resolve("teams.csv"), "ID,2027\nkiban,many\nnet,40\n");
        ShirubeProcess refused = run("resources", "import", "teams.csv", "--lang", "en");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("Row 2, column B (2027)")
                .contains("many")
                .contains("--partial");
        assertThat(folder.resolve("shirube.db")).doesNotExist();
        ShirubeProcess partial = run("resources", "import", "teams.csv", "--partial", "--lang", "en");
        assertThat(partial.exit()).isZero();
        assertThat(partial.out()).contains("net").contains("1 row imported");
    }

    @Test
    void everyTemplateIsAFormThatIsKnownAgain() throws IOException {
        assertThat(run("resources", "template", "--out", "form.xlsx", "--lang", "ja")
                        .exit())
                .isZero();
        ShirubeProcess empty = run("resources", "import", "form.xlsx", "--lang", "en");
        assertThat(empty.exit()).isEqualTo(2);
        assertThat(empty.err()).contains("no row of data").doesNotContain("not in the form");
        assertThat(run("resources", "template", "--kind", "freeze", "--lang", "en")
                        .out())
                .contains("First day,Last day");
        assertThat(run("resources", "template", "--as-of", "2026-11-23", "--lang", "ja")
                        .out())
                .contains("令和9年度,令和10年度");
        assertThat(run("resources", "template", "--out", "form.txt").exit()).isEqualTo(2);
    }
}
