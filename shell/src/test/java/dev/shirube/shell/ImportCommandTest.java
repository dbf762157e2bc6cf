package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inventory import} and {@code scan cdx:} as their user runs them. */
class ImportCommandTest {

    private static final String CBOM = """
            {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,
             "metadata":{"tools":[{"vendor":"x","name":"toolbox","version":"7"}]},
             "components":[
              {"type":"library","name":"bcprov-jdk18on","group":"org.bouncycastle","version":"1.70",
               "purl":"pkg:maven/org.bouncycastle/bcprov-jdk18on@1.70"},
              {"type":"cryptographic-asset","bom-ref":"a","name":"SHA256withRSA",
               "evidence":{"occurrences":[{"location":"Signer.java","line":4}]},
               "cryptoProperties":{"assetType":"algorithm","algorithmProperties":{"primitive":"signature","cryptoFunctions":["sign"]}}}]}
            """;

    private static final String SIGNER = """
            import java.security.Signature;
            class Signer {
                Signature signature() throws Exception {
                    return Signature.getInstance("SHA256withRSA");
                }
            }
            """;

    @TempDir
    Path folder;

    private ShirubeProcess run(String... words) throws IOException {
        return ShirubeProcess.run(folder, words);
    }

    @Test
    void whatIsExportedImportedAndExportedAgainIsTheSame() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("src")).resolve("Signer.java"), SIGNER);
        Files.writeString(folder.resolve("found.json"), CBOM);
        assertThat(run("scan", "src", "--system", "tax", "--as-of", "2026-11-23")
                        .exit())
                .isZero();
        assertThat(run("inventory", "import", "found.json", "--system", "tax", "--as-of", "2026-11-23")
                        .exit())
                .isZero();
        for (String ending : new String[] {"cdx.json", "cdx16.json", "jsonl"}) {
            String store = ending + ".db";
            assertThat(run("inventory", "export", "a." + ending, "--as-of", "2026-11-23")
                            .exit())
                    .isZero();
            assertThat(run("inventory", "import", "a." + ending, "--store", store, "--as-of", "2026-11-23")
                            .exit())
                    .isZero();
            assertThat(run("inventory", "export", "b." + ending, "--store", store, "--as-of", "2026-11-23")
                            .exit())
                    .isZero();
            assertThat(folder.resolve("b." + ending)).hasSameBinaryContentAs(folder.resolve("a." + ending));
        }
        // Observed and imported stand side by side, each with its origin, and a second import changes nothing.
        String once = Files.readString(folder.resolve("a.jsonl"));
        assertThat(once).contains("\"detector\":\"source\"").contains("\"detector\":\"import:toolbox\"");
        assertThat(once).contains("pkg:maven/org.bouncycastle/bcprov-jdk18on@1.70");
        assertThat(run("scan", "cdx:found.json", "--system", "tax", "--as-of", "2026-11-23")
                        .exit())
                .isZero();
        run("inventory", "export", "c.jsonl", "--as-of", "2026-11-23");
        assertThat(Files.readString(folder.resolve("c.jsonl"))).isEqualTo(once);
    }

    @Test
    void aDryRunAndABrokenFileKeepNothingAndPartialKeepsWhatWasRead() throws IOException {
        Files.writeString(folder.resolve("found.json"), CBOM);
        Files.writeString(folder.resolve("cut.json"), CBOM.substring(0, CBOM.length() - 8));
        assertThat(run("inventory", "import", "found.json", "--dry-run", "--lang", "en")
                        .out())
                .contains("2 findings", "nothing was kept");
        assertThat(folder.resolve("shirube.db")).doesNotExist();
        ShirubeProcess broken = run("inventory", "import", "found.json", "cut.json", "--lang", "en");
        assertThat(broken.exit()).isEqualTo(2);
        assertThat(broken.err()).contains("cut.json", "--partial").doesNotContain("REDACTED", "Exception");
        assertThat(folder.resolve("shirube.db")).doesNotExist();
        assertThat(run("inventory", "import", "cut.json", "--partial").exit()).isZero();
        assertThat(folder.resolve("shirube.db")).exists();
    }

    @Test
    void anUnknownFormatIsNamedWithThoseThatAreAccepted() throws IOException {
        Files.writeString(folder.resolve("odd.txt"), "Dear Sir\u001b[2J");
        for (String[] words : new String[][] {
            {"inventory", "import", "odd.txt", "--lang", "en"}, {"scan", "cdx:odd.txt", "--lang", "en"}
        }) {
            ShirubeProcess run = run(words);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .contains("odd.txt", "Dear Sir", "CycloneDX", "SPDX")
                    .doesNotContain("\u001b");
        }
        assertThat(run("inventory", "import", "none.json").exit()).isEqualTo(2);
    }
}
