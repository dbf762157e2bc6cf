package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of {@code scan} that decide about its exit code, and those that touch secrets. */
class ScanOptionsTest {

    private static final Path CITY_HALL =
            Path.of("..", "examples", "cityhall").toAbsolutePath().normalize();
    private static final String PASSWORD = "tsukumo-7-hidden";

    @TempDir
    Path folder;

    @BeforeEach
    void mainAndTestCode() throws IOException {
        signer("src/main/java", "Main", "SHA256withRSA");
        signer("src/test/java", "MainTest", "SHA256withECDSA");
    }

    private void signer(String where, String name, String algorithm) throws IOException {
        Path source = Files.createDirectories(folder.resolve("app").resolve(where));
        Files.writeString(
                source.resolve(name + ".java"),
                "class " + name + " { Object s() throws Exception { return java.security.Signature.getInstance(\""
                        + algorithm + "\"); } }");
    }

    private ShirubeProcess scan(String... more) throws IOException {
        List<String> words = Stream.concat(Stream.of("scan"), Stream.of(more)).toList();
        return ShirubeProcess.run(folder, words.toArray(String[]::new));
    }

    private String lines(String tests) throws IOException {
        return scan("app", "--store", "none", "--out", "-", "--format", "jsonl", "--tests", tests)
                .endsWith(0)
                .out();
    }

    @Test
    void strictIsThreeExactlyWhenSomethingCouldNotBeRead() throws IOException {
        scan("app", "--store", "none", "--strict").endsWith(0);
        Files.writeString(folder.resolve("app/notes.zip"), "only a warning: this is no archive");
        scan("app", "--store", "none", "--strict").endsWith(0);
        Files.write(folder.resolve("app/broken.jar"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        ShirubeProcess lenient = scan("app", "--store", "none", "--out", "-", "--format", "jsonl");
        lenient.endsWith(0, "warning: 1 input could not be read");
        scan("app", "--store", "none", "--strict").endsWith(3, "warning: 1 input could not be read");
    }

    @Test
    void theGateTripsOnFindingsInMainCodeOnly() throws IOException {
        scan("app", "--store", "none", "--fail-on", "finding").endsWith(1, "--fail-on finding");
        scan("app", "--store", "none", "--fail-on", "finding", "--exclude", "**/main/**")
                .endsWith(0);
        scan("app", "--store", "none", "--fail-on", "finding", "--exclude", "**/main/**", "--tests", "include")
                .endsWith(1);
    }

    @Test
    void aRuleThatNobodyAdoptedWarnsAtMostAndOneThatWasAdoptedFailsOnceItsDateIsPast() throws IOException {
        assertThat(gate("warn", "2026-11-23")).isEqualTo(1);
        assertThat(gate("fail", "2036-06-01")).isZero();
        Files.writeString(folder.resolve("shirube.yaml"), "policies:\n- pack: jp-2035\n  adopted_as: internal_rule\n");
        assertThat(gate("fail", "2026-11-23")).isZero();
        assertThat(gate("fail", "2036-06-01")).isEqualTo(1);
    }

    private int gate(String condition, String asOf) throws IOException {
        return scan("app", "--store", "none", "--policy", "jp-2035", "--fail-on", condition, "--as-of", asOf)
                .exit();
    }

    @Test
    void aGateThatTripsIsSaidEvenWhereTheExitCodeIsAnother() throws IOException {
        Files.write(folder.resolve("app/broken.jar"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        scan("app", "--store", "none", "--strict", "--fail-on", "finding").endsWith(3, "--fail-on finding");
    }

    @Test
    void testCodeIsTaggedTakenAsMainOrLeftOut() throws IOException {
        assertThat(lines("tag").lines())
                .anyMatch(it -> it.contains("MainTest.java") && it.contains("\"context\":\"test\""));
        assertThat(lines("include").lines())
                .anyMatch(it -> it.contains("MainTest.java") && it.contains("\"context\":\"main\""));
        assertThat(lines("skip")).contains("SHA256withRSA").doesNotContain("SHA256withECDSA");
    }

    @Test
    void aPasswordOpensItsKeystoreAndAppearsNowhere() throws IOException {
        Path store = CITY_HALL.resolve("ninsho/stores/issuing.p12");
        Path candidates = Files.writeString(folder.resolve("candidates"), "wrong-one\n" + PASSWORD + "\n");
        String locked = scan(store.toString(), "--store", "none", "--out", "-", "--format", "jsonl")
                .out();
        assertThat(locked).contains("\"code\":\"locked\"");

        for (String out : List.of("all.jsonl", "all.cdx.json", "all.cdx16.json", "all.sarif", "all.csv")) {
            ShirubeProcess run = scan(
                    store.toString(), "--store", "kept.db", "--out", out, "--password-file", candidates.toString());
            assertThat(run.endsWith(0).out() + run.err()).doesNotContain(PASSWORD);
        }
        assertThat(Files.readString(folder.resolve("all.jsonl")))
                .contains("\"type\":\"key\"")
                .doesNotContain("\"code\":\"locked\"");
        Files.delete(candidates);
        try (Stream<Path> written = Files.list(folder)) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(PASSWORD, "wrong-one");
            }
        }
    }

    @Test
    void aPasswordFileThatCannotBeReadIsNamed() throws IOException {
        scan("app", "--password-file", "no-such").refuses(2, "no-such", "one password a line");
        Files.write(folder.resolve("latin1"), new byte[] {'p', (byte) 0xE9, '\n'});
        scan("app", "--password-file", "latin1").refuses(2, "latin1", "UTF-8");
        assertThat(folder.resolve("shirube.db")).doesNotExist();
    }
}
