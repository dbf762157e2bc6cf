package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings go to systems by rules and by explicit assignments: one scan of the whole city hall, told no system. */
class MappingCommandsTest {

    private static final Path CITY_HALL =
            Path.of("..", "examples", "cityhall").toAbsolutePath().normalize();

    @TempDir
    static Path once;

    @TempDir
    Path folder;

    @BeforeAll
    static void scan() throws IOException {
        assertThat(CITY_HALL.resolve("zeimu/target/zeimu.jar"))
                .as("the sample JAR; build it with ./mvnw verify")
                .exists();
        ShirubeProcess.run(once, "scan", CITY_HALL.toString(), "--store", "s.db")
                .endsWith(0);
        ShirubeProcess.run(
                        once,
                        "systems",
                        "import",
                        CITY_HALL.resolve("systems.csv").toString(),
                        "--store",
                        "s.db")
                .endsWith(0);
    }

    @BeforeEach
    void copy() throws IOException {
        Files.copy(once.resolve("s.db"), folder.resolve("shirube.db"));
    }

    private ShirubeProcess run(String... words) throws IOException {
        return ShirubeProcess.run(folder, words).endsWith(0);
    }

    private void settings(String... lines) throws IOException {
        Files.write(folder.resolve("shirube.yaml"), java.util.List.of(lines));
    }

    private String findings(String system) throws IOException {
        return run("inventory", "list", "--all", "--system", system, "--lang", "en")
                .out();
    }

    @Test
    void whatBelongsToNoSystemIsAListWithRulesThatAssignAllOfIt() throws IOException {
        String shown = run("systems", "unassigned", "--lang", "en").out();
        assertThat(shown).contains("  - id: juki\n").contains("    paths: ['" + CITY_HALL + "/juki/**']");
        assertThat(run("systems", "list", "--lang", "ja").out()).containsPattern("unassigned  検出 [0-9]+ 件（7 か所）");
        Files.writeString(folder.resolve("shirube.yaml"), "systems:\n" + shown.substring(shown.indexOf("\n") + 1));
        assertThat(run("systems", "unassigned", "--lang", "en").out())
                .isEqualTo("Every finding belongs to a system.\n");
        assertThat(findings("juki")).contains("CertificateIssuer.java").doesNotContain("nginx.conf");
        assertThat(run("systems", "unassigned", "--format", "json").out())
                .contains("\"schema\" : \"shirube-unassigned/1\"", "\"groups\" : [ ]");
    }

    @Test
    void anotherRuleAssignsAnewAndEveryViewFollows() throws IOException {
        settings("systems:", "  - {id: hp, paths: ['hp/**']}");
        assertThat(findings("hp")).contains("hp/nginx.conf");
        assertThat(run("inventory", "summary", "--lang", "en").out())
                .containsPattern("(?m)^hp +[1-9]")
                .containsPattern("(?m)^unassigned +[1-9]");
        assertThat(run("roadmap", "plan", "--lang", "en").out()).contains("hp");
        settings("systems:", "  - {id: shinsei, paths: ['hp/**']}");
        assertThat(findings("hp")).isEmpty();
        assertThat(findings("shinsei")).contains("hp/nginx.conf");
    }

    @Test
    void rulesThatDoNotWorkAreToldOfWithTheirLine() throws IOException {
        settings("systems:", "  - id: nobody", "    paths:", "      - 'hp/**'", "      - 'hp/**'", "      - './x'");
        String said = run("systems", "unassigned", "--lang", "en").err()
                + run("inventory", "summary", "--lang", "ja").err();
        assertThat(said)
                .contains("shirube.yaml:4：システム「nobody」は台帳にありません")
                .contains("shirube.yaml:5：")
                .contains("shirube.yaml:6：");
        settings("systems:", "  - id: hp", "    hosts: ['https://hp.example.jp']");
        ShirubeProcess.run(folder, "systems", "list", "--lang", "en")
                .refuses(2, "shirube.yaml:3", "https://hp.example.jp", "without scheme");
        settings("systems:", "  - id: hp", "    glob: ['a']");
        ShirubeProcess.run(folder, "systems", "list", "--lang", "en").refuses(2, "shirube.yaml:3", "glob");
    }

    @Test
    void anAssignmentIsTriedListedKeptAndTakenBack() throws IOException {
        settings("systems:", "  - {id: juki, paths: ['juki/**', 'hp/**']}");
        String[] assign = {"systems", "assign", "--system", "hp", "--path", "hp/**", "--lang", "en"};
        String[] tried = java.util.Arrays.copyOf(assign, assign.length + 1);
        tried[assign.length] = "--dry-run";
        String dry = run(tried).out();
        assertThat(dry).containsPattern("(?m)^5 +juki +hp$").contains("nothing was kept");
        assertThat(findings("hp")).isEmpty();
        run("systems", "assign", "--system", "hp", "--path", "hp/**", "--by", "佐藤", "--as-of", "2026-04-01");
        assertThat(findings("hp")).contains("hp/nginx.conf");
        assertThat(run("systems", "assign", "--list", "--lang", "en").out())
                .containsPattern("(?m)^1 +hp +2026-04-01 +佐藤 +path hp/\\*\\*$");
        assertThat(run("systems", "assign", "--remove", "1", "--lang", "en").out())
                .containsPattern("(?m)^5 +hp +juki$");
        assertThat(findings("hp")).isEmpty();
    }

    @Test
    void wrongUsageIsRefusedAndSaysWhatToDo() throws IOException {
        ShirubeProcess.run(folder, "systems", "assign", "--lang", "en").refuses(2, "--system ID");
        ShirubeProcess.run(folder, "systems", "assign", "--system", "hp", "--path", "a", "--host", "b")
                .refuses(2, "--list");
        ShirubeProcess.run(folder, "systems", "assign", "--remove", "3", "--lang", "ja")
                .refuses(2, "番号 3", "--list");
        ShirubeProcess.run(folder, "systems", "assign", "--system", "hp", "--path", "a[b", "--lang", "en")
                .refuses(2, "a[b", "close");
    }
}
