package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The thirteen ways in which a one-shot command line can go wrong, each in a process of its own. */
class OneShotTest {

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
    void aPathWithBlanksQuotesAndJapaneseIsScanned() throws IOException {
        Path source = Files.createDirectories(folder.resolve("住民 \"記録\" it's/src"));
        Files.writeString(source.resolve("Signer.java"), SIGNER);
        ShirubeProcess run =
                run("scan", "住民 \"記録\" it's", "--store", "none", "--out", "-", "--format", "jsonl", "--lang", "ja");
        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().findFirst())
                .hasValueSatisfying(it -> assertThat(it).contains("\"schema\":\"shirube-findings/1\""));
        assertThat(run.out())
                .contains("\"location\":\"src/Signer.java\",\"line\":4")
                .contains("SHA256withRSA");
    }

    @Test
    void aMissingArgumentIsNamed() throws IOException {
        assertUsage(run("scan"), "TARGET");
    }

    @Test
    void aMissingRequiredOptionIsNamed() throws IOException {
        assertUsage(run("report", "xlsx"), "--out FILE");
    }

    @Test
    void aValueThatIsNoChoiceIsNamedWithTheChoices() throws IOException {
        assertUsage(run("scan", ".", "--tests", "maybe"), "\"maybe\"", "include, tag, skip");
    }

    @Test
    void anUnknownOptionIsNamed() throws IOException {
        assertUsage(run("scan", ".", "--bogus", "3"), "--bogus");
    }

    @Test
    void anOptionWithoutItsValueIsNamed() throws IOException {
        assertUsage(run("scan", ".", "--system"), "--system needs a value");
    }

    @Test
    void aFlagOnASubCommandNeedsNoValue() throws IOException {
        ShirubeProcess run = run("inventory", "list", "--all", "--store", "none");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anUnknownCommandIsNamedWithItsLikeliestMeaning() throws IOException {
        assertUsage(run("scn", "."), "Did you mean scan?");
    }

    @Test
    void helpIsThereAtEachLevelAndBeginsWithExamples() throws IOException {
        ShirubeProcess program = run("--help");
        assertThat(program.exit()).isZero();
        assertThat(program.out()).contains("shirube demo").contains("Exit codes");
        ShirubeProcess group = run("inventory", "--help");
        assertThat(group.exit()).isZero();
        assertThat(group.out()).contains("inventory summary").contains("inventory coverage");
        ShirubeProcess command = run("scan", "--help", "--lang", "ja");
        assertThat(command.exit()).isZero();
        assertThat(command.out()).startsWith("  shirube scan").contains("オプション：");
        assertThat(run("--version").out()).startsWith("shirube ");
    }

    @Test
    void noArgumentsWithoutATerminalIsAUsageError() throws IOException {
        ShirubeProcess run = run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("shirube scan");
    }

    @Test
    void aBusinessErrorHasItsOwnExitCodeAndNothingWasDone() throws IOException {
        assertUsage(run("scan", "no-such-folder"), "no-such-folder does not exist");
        assertThat(folder.resolve("shirube.db")).doesNotExist();
    }

    @Test
    void logsNeverReachStandardOutput() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        ShirubeProcess run = run("scan", "empty", "--store", "none", "--out", "-", "--format", "jsonl");
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }

    @Test
    void japaneseIsUtf8EvenUnderTheCLocale() throws IOException {
        ShirubeProcess run = ShirubeProcess.run(folder, Map.of("LC_ALL", "C"), "--help", "--lang", "ja");
        assertThat(run.out()).contains("工程表").doesNotContain("???");
    }

    private static void assertUsage(ShirubeProcess run, String... parts) {
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("shirube: ").contains(parts).doesNotContain("\tat ");
    }
}
