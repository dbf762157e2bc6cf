package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of systems as files, in the hands of a user. */
class SystemFilesTest {

    private static final String REGISTER = "台帳,,,\n"
            + "システムID,情報システム名,影響度,次期更改年度,機密性,棚番号,備考\n"
            + "juki,住民記録システム,３,令和11年度,機密性3,A-1,髙﨑🔑\n"
            + "zeimu,税務システム,2,,?,,\n";

    @TempDir
    Path folder;

    @BeforeEach
    void register() throws IOException {
        Files.writeString(folder.resolve("systems.csv"), REGISTER);
    }

    private ShirubeProcess run(String... words) throws IOException {
        return ShirubeProcess.run(folder, words);
    }

    @Test
    void aDryRunShowsEachChangeAndKeepsNothing() throws IOException {
        assertThat(run("systems", "import", "systems.csv", "--dry-run", "--lang", "ja")
                        .endsWith(0, "2 行目 F 列「棚番号」：様式にない列です")
                        .out())
                .contains("新規      juki\n", "    次期更改年度：2029\n", "    棚番号：A-1\n", "新規 2 件、変更 0 件、変更なし 0 件", "保存していません");
        assertThat(folder.resolve("shirube.db")).doesNotExist();

        run("systems", "import", "systems.csv", "--by", "情報政策課", "--as-of", "2026-11-23")
                .endsWith(0);
        Files.writeString(folder.resolve("later.csv"), "id,name,impact\njuki,住民記録システム,4\nzeimu,税務システム,2\n");
        assertThat(run("systems", "import", "later.csv", "--dry-run")
                        .endsWith(0)
                        .out())
                .isEqualTo("changed    juki\n    Impact (1-4): 3 → 4\n"
                        + "2 systems valid (0 new, 1 changed, 1 unchanged); nothing was kept\n");
        assertThat(run("systems", "list", "--format", "json").out())
                .startsWith("{\"schema\":\"shirube-systems/1\",\"systems\":[{\"system_id\":\"juki\"")
                .contains(
                        "\"impact\":3",
                        "\"confidentiality\":3",
                        "\"renewal_fiscal_year\":2029",
                        "\"contract_end\":null",
                        "\"impact\":{\"origin\":\"systems.csv:3\",\"by\":\"情報政策課\",\"on\":\"2026-11-23\"}",
                        "\"others\":{\"棚番号\":\"A-1\"}");
    }

    @Test
    void whatIsExportedChangesNothingWhenItIsImported() throws IOException {
        run("systems", "import", "systems.csv").endsWith(0);
        for (String file : new String[] {"out.csv", "out.xlsx"}) {
            for (String language : new String[] {"ja", "en"}) {
                run("systems", "export", file, "--lang", language).endsWith(0);
                assertThat(run("systems", "import", file).endsWith(0).out())
                        .isEqualTo("2 systems imported (0 new, 0 changed, 2 unchanged)\n");
            }
        }
        assertThat(run("systems", "list", "--format", "json").out())
                .contains("\"origin\":\"systems.csv:3\"", "\"棚番号\":\"A-1\"")
                .doesNotContain("out.xlsx");
    }

    @Test
    void shiftJisIsWrittenWithAListOfWhatItCannotCarry() throws IOException {
        run("systems", "import", "systems.csv").endsWith(0);
        run("systems", "export", "sjis.csv", "--encoding", "cp932", "--lang", "ja")
                .endsWith(0, "2 行目「備考」：🔑（U+1F511）は Shift_JIS で表せないため「〓」としました", "1 文字を置き換えました");
        assertThat(Files.readString(folder.resolve("sjis.csv"), Charset.forName("windows-31j")))
                .startsWith("システムID,")
                .contains("髙﨑〓");
        run("systems", "export", "a.xlsx", "--encoding", "cp932").refuses(2, "A workbook has no --encoding");
        run("systems", "export", "a.ods").refuses(2, "neither .xlsx nor .csv");
    }

    @Test
    void theValidRowsAreTakenOnRequestAndTheOthersCounted() throws IOException {
        Files.writeString(
                folder.resolve("bad.csv"),
                "システムID,情報システム名,機密性,契約満了日\njuki,住民記録,9,令和99年\nzeimu,税務,1,R8.3.31\nｚｅｉｍｕ,同じ,1,\n");
        run("systems", "import", "bad.csv", "--lang", "ja")
                .endsWith(
                        2,
                        "bad.csv: 2 行目 C 列「機密性」：「9」機密性の格付けを 1～3 の整数で",
                        "bad.csv: 2 行目 D 列「契約満了日」：「令和99年」",
                        "bad.csv: 4 行目 A 列「システムID」：「ｚｅｉｍｕ」同じ ID が 3 行目にあります",
                        "誤りが 3 件");
        assertThat(run("systems", "import", "bad.csv", "--partial")
                        .endsWith(0, "Warning: 2 of 3 rows left out (3 problems)")
                        .out())
                .isEqualTo("1 system imported (1 new, 0 changed, 0 unchanged)\n");
    }

    @Test
    void theTemplateKnowsTheSystemsThatScansHaveSeen() throws IOException {
        Files.writeString(
                folder.resolve("A.java"),
                "class A { Object a() throws Exception { return java.security.Signature.getInstance(\"SHA256withRSA\"); } }\n");
        run("scan", "A.java", "--system", "kyuyo").endsWith(0);
        assertThat(run("systems", "template").endsWith(0).out().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("kyuyo");
        run("systems", "template", "--out", "form.xlsx").endsWith(0);
        run("systems", "import", "form.xlsx").endsWith(2, "Row 4, column B (Name (required)): The cell is empty");
        run("systems", "template", "--out", "form.pdf").refuses(2, "neither .xlsx nor .csv");
    }
}
