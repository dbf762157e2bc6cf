package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.shell.cli.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One system, declared beside observed, its dependencies, and what to ask: on the city hall, scanned without systems. */
class SystemShowCommandTest {

    private static final Path CITY_HALL =
            Path.of("..", "examples", "cityhall").toAbsolutePath().normalize();

    private static final int TERMINAL = 80;

    @TempDir
    static Path folder;

    @BeforeAll
    static void scan() throws IOException {
        Files.write(
                folder.resolve("shirube.yaml"),
                List.of(
                        "systems:",
                        "  - {id: hp, paths: ['hp/**', 'ninsho/pki/staff.pem']}",
                        "  - {id: ninsho, paths: ['ninsho/**']}",
                        "  - {id: bousai, paths: ['bousai/**']}",
                        "  - {id: new, paths: ['juki/**']}"));
        run("scan", CITY_HALL.toString());
        run("systems", "import", CITY_HALL.resolve("systems.csv").toString());
    }

    private static ShirubeProcess run(String... words) throws IOException {
        return ShirubeProcess.run(folder, words).endsWith(0);
    }

    @Test
    void declaredStandsBesideObservedAndFitsATerminal() throws IOException {
        for (String language : List.of("en", "ja")) {
            String shown = run("systems", "show", "ninsho", "--lang", language).out();
            assertThat(shown.lines()).allMatch(it -> Columns.width(it) <= TERMINAL);
        }
        String shown = run("systems", "show", "hp", "--lang", "en").out();
        assertThat(shown)
                .containsPattern("(?m)^exposure +internet \\[systems.csv:6[^\n]* +-$")
                .containsPattern("(?m)^contract end +unknown +earliest certificate end$")
                .containsPattern("(?m)^key-agreement +3 ")
                .contains("hp -> ninsho: certificate issuer (by its certificate)")
                .contains("hp = ninsho: the same key");
        assertThat(run("systems", "show", "toshokan", "--lang", "en").out())
                .contains("not scanned: what it uses is unknown, not none")
                .contains("first scan it");
    }

    @Test
    void aSystemOutsideTheRegisterIsAskedEverything() throws IOException {
        String shown = run("systems", "show", "new", "--lang", "en").out();
        assertThat(shown)
                .contains("not in the register")
                .contains("1. What is the impact (1 to 4)?")
                .contains("narrows by ");
        String all = run("systems", "show", "--questions", "--lang", "ja").out();
        assertThat(all).contains("確認事項：new", "確認事項：toshokan", "影響度（1〜4）は？").doesNotContain("確認事項：unassigned");
        assertThat(run("systems", "show", "--questions", "--format", "json").out())
                .contains("\"schema\" : \"shirube-questions/1\"", "\"narrows_at_least\"", "\"field\" : \"impact\"");
    }

    @Test
    void machinesReadTheSame() throws IOException {
        String json = run("systems", "show", "hp", "--format", "json").out();
        assertThat(json)
                .contains("\"schema\" : \"shirube-system/1\"", "\"kind\" : \"issuer-certificate\"")
                .contains("\"standing\" : \"peers-unknown\"", "\"origin\" : \"systems.csv:6\"");
        assertThat(run("systems", "show", "hp", "--format", "json").out()).isEqualTo(json);
        assertThat(run("systems", "dependencies", "--format", "json").out())
                .contains("\"schema\" : \"shirube-dependencies/1\"", "\"libraries\"");
    }

    @Test
    void wrongUsageIsRefused() throws IOException {
        ShirubeProcess.run(folder, "systems", "show", "nobody", "--lang", "en").endsWith(2, "nobody", "systems list");
        ShirubeProcess.run(folder, "systems", "show", "--lang", "ja").refuses(2, "--questions");
    }
}
