package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers and settings with something wrong in them: the row or key is named, and nothing is kept by halves. */
class BadFileTest {

    private static final String HEADER = "システムID,情報システム名,影響度\n";

    @TempDir
    Path folder;

    private ShirubeProcess run(String... words) throws IOException {
        return ShirubeProcess.run(folder, words);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    @Test
    void oneBrokenRowKeepsTheWholeRegisterOut() throws IOException {
        write("systems.csv", HEADER + "juki,住民記録,3\nzeimu,税務,九\n");
        ShirubeProcess refused = run("systems", "import", "systems.csv");
        assertThat(refused.endsWith(2, "systems.csv: ", "九", "nothing was kept", "--partial")
                        .out())
                .isEmpty();
        assertThat(folder.resolve("shirube.db")).doesNotExist();

        run("systems", "import", "systems.csv", "--partial", "--dry-run").endsWith(0, "九");
        assertThat(folder.resolve("shirube.db")).doesNotExist();

        assertThat(run("systems", "import", "systems.csv", "--partial")
                        .endsWith(0, "九")
                        .out())
                .isEqualTo("1 system imported (1 new, 0 changed, 0 unchanged)\n");
        assertThat(run("systems", "list").endsWith(0).out()).contains("juki").doesNotContain("zeimu");
    }

    @Test
    void aLaterImportKeepsTheSystemsThatItDoesNotName() throws IOException {
        write("one.csv", HEADER + "juki,住民記録,3\nzeimu,税務,3\n");
        write("two.csv", HEADER + "zeimu,税務（新）,4\n");
        run("systems", "import", "one.csv").endsWith(0);
        run("systems", "import", "two.csv").endsWith(0);
        assertThat(run("systems", "list").out()).contains("juki", "税務（新）");
    }

    @Test
    void aRegisterInShiftJisIsReadAsWhatItIs() throws IOException {
        Files.write(folder.resolve("sjis.csv"), (HEADER + "juki,住民記録,3\n").getBytes(Charset.forName("MS932")));
        run("systems", "import", "sjis.csv").endsWith(0);
        assertThat(run("systems", "list").out()).contains("住民記録");
    }

    @Test
    void whatIsNoTableIsNoRegister() throws IOException {
        Files.write(folder.resolve("systems.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        run("systems", "import", "systems.xlsx").refuses(2, "systems.xlsx");
        write("systems.csv", "");
        run("systems", "import", "systems.csv").endsWith(2, "systems.csv");
        write("other.csv", "a,b\n1,2\n");
        run("systems", "import", "other.csv").endsWith(2, "other.csv");
        run("systems", "import", "no-such.csv").refuses(2, "no-such.csv");
        run("systems", "import", ".").refuses(2, ".");
        assertThat(folder.resolve("shirube.db")).doesNotExist();
    }

    @Test
    void theRegisterGivenBackIsTheRegisterTaken() throws IOException {
        write("systems.csv", HEADER + "juki,\"住民, \"\"記録\"\"\",3\nzeimu,=税務,？\n");
        run("systems", "import", "systems.csv").endsWith(0);
        run("systems", "export", "back.csv", "--lang", "ja").endsWith(0);
        run("systems", "import", "back.csv", "--store", "second.db").endsWith(0);
        assertThat(run("systems", "list", "--store", "second.db").out())
                .isEqualTo(run("systems", "list").out())
                .contains("住民, \"記録\"", "=税務");
        assertThat(run("systems", "show", "juki").out()).contains("systems.csv:2");
        run("systems", "show", "nobody").refuses(2, "\"nobody\"", "systems list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "systm: x|\"systm\"|organisation, store",
                "deadline_reading: never|deadline_reading: never|fiscal-year",
                "crqc: soon|crqc: soon|YYYY-MM",
                "policies: jp-2035|policies|- pack: jp-2035",
                "policies: [ {pack: jp-9999} ]|\"jp-9999\"|jp-2035",
                "organisation: [|is not YAML (line|Correct it",
                "just words|\"just words\"|organisation",
            })
    void aBrokenSettingIsNamedWithTheValuesThereAre(String content, String said, String wayOut) throws IOException {
        write("shirube.yaml", content + "\n");
        run("roadmap", "plan", "--store", "none").refuses(2, said, wayOut);
    }

    @Test
    void settingsThatAreNotThereOrNotUtf8AreNamed() throws IOException {
        run("roadmap", "plan", "--store", "none", "--config", "mine.yaml")
                .refuses(2, "mine.yaml does not exist", "--config");
        Files.write(folder.resolve("sjis.yaml"), "organisation: 市役所\n".getBytes(Charset.forName("MS932")));
        run("roadmap", "plan", "--store", "none", "--config", "sjis.yaml").refuses(2, "sjis.yaml", "UTF-8");
    }

    @Test
    void aStoreInTheSettingsIsMeantFromTheirFolder() throws IOException {
        Path office = Files.createDirectory(folder.resolve("office"));
        Files.writeString(office.resolve("shirube.yaml"), "store: kept.db\n");
        write("systems.csv", HEADER + "juki,住民記録,3\n");
        run("systems", "import", "systems.csv", "--config", "office/shirube.yaml")
                .endsWith(0);
        assertThat(office.resolve("kept.db")).exists();
    }

    @Test
    void anUnknownPolicyPackIsNamedWithThoseThereAre() throws IOException {
        run("policy", "show", "us-9999").refuses(2, "\"us-9999\"", "jp-2035");
        run("scan", ".", "--policy", "us-9999", "--fail-on", "fail").refuses(2, "\"us-9999\"", "jp-2035");
        run("scan", ".", "--policy", "jp-2035").refuses(2, "--policy", "--fail-on");
        assertThat(folder.resolve("shirube.db")).doesNotExist();
    }
}
