package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.shell.cli.Columns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code policy list | show | check | conflicts | diff} as a user meets them. */
class PolicyCommandsTest {

    private static final String DAY = "2026-11-23";

    @TempDir
    Path folder;

    private ShirubeProcess policy(String... more) throws IOException {
        List<String> words = Stream.concat(Stream.of("policy"), Stream.of(more)).toList();
        return ShirubeProcess.run(folder, words.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void everyPackIsListedWithItsEvidenceAgeAndUse(String language) throws IOException {
        String out =
                policy("list", "--lang", language, "--as-of", DAY).endsWith(0).out();
        boolean ja = language.equals("ja");
        assertThat(line(out, "us-ir8547-draft")).contains("6/6", ja ? "要再確認" : "stale");
        assertThat(line(out, "jp-2035")).contains("6/13", ja ? "有効" : "fresh", ja ? "表示" : "shown");
        assertThat(line(out, "ca ")).contains(ja ? "不明" : "unknown");
        assertThat(out.lines().mapToInt(Columns::width).max().orElse(0)).isLessThanOrEqualTo(80);
        assertThat(out.lines().filter(it -> !it.startsWith(" "))).hasSize(18);
    }

    @Test
    void whatIsAdoptedIsListedAsAdoptedAndAgesWithTheDay() throws IOException {
        settings(
                "policies:\n- {pack: jp-2035, adopted_as: internal_rule}\n- {pack: us-eo14412, adopted_as: in_scope}\n");
        String out = policy("list", "--lang", "en", "--as-of", "2028-01-01")
                .endsWith(0)
                .out();
        assertThat(line(out, "jp-2035")).contains("adopted", "stale");
        assertThat(line(out, "us-eo14412")).contains("in scope");
        assertThat(line(out, "jp-cryptrec-strength")).endsWith("-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-ir8547-draft", "cnsa2", "info-europe", "jp-roadmap"})
    void aPackIsShownWithinANarrowTerminalInBothLanguages(String pack) throws IOException {
        for (String language : List.of("ja", "en")) {
            String out = policy("show", pack, "--lang", language).endsWith(0).out();
            assertThat(out.lines()
                            .filter(it -> !it.startsWith("sha256"))
                            .mapToInt(Columns::width)
                            .max()
                            .orElse(0))
                    .isLessThanOrEqualTo(80);
        }
    }

    @Test
    void aDraftIsMarkedOnEveryRuleAndTheReadingOfYearsIsPrinted() throws IOException {
        settings("deadline_reading: fiscal-year\n");
        String draft =
                policy("show", "us-ir8547-draft", "--lang", "ja").endsWith(0).out();
        assertThat(draft.lines().filter(it -> it.startsWith("  - "))).hasSize(6).allMatch(it -> it.contains("【案】"));
        policy("show", "jp-2035", "--lang", "en").endsWith(0);
        assertThat(policy("show", "jp-2035", "--lang", "en").out())
                .contains("jp-migrate-2035  migration complete, last day 2036-03-31", "fiscal year (to 2036-03-31)");
    }

    @Test
    void conflictsCiteBothSides() throws IOException {
        String all = policy("conflicts", "--lang", "en").endsWith(0).out();
        assertThat(all)
                .contains("hybrid-split", "kem-level", "slh-dsa", "psk-qkd", "rsa2048-clock", "jp-two-clocks")
                .contains("(au-hybrid)", "(bsi-hyb-ke)", "(fr-visa)", "unverified", "draft");
        String two = policy("conflicts", "--lang", "ja", "--pack", "bsi,au")
                .endsWith(0)
                .out();
        assertThat(two).contains("hybrid-split", "kem-level").doesNotContain("slh-dsa");
        policy("conflicts", "--pack", "uk", "--lang", "en").endsWith(0);
        String json = policy("conflicts", "--format", "json", "--pack", "jp-2035,jp-cryptrec-strength")
                .endsWith(0)
                .out();
        assertThat(json).contains("\"schema\" : \"shirube-policy-conflicts/1\"", "\"clocks\"", "\"jp-s-112-new\"");
        policy("conflicts", "--pack", "xx").refuses(2, "\"xx\"", "us-eo14412");
    }

    @Test
    void targetsAreThoseOfTheAuthoritiesAskedFor() throws IOException {
        String out = policy("targets", "--lang", "en").endsWith(0).out();
        assertThat(out).contains("no signature target is named", "WAIT").doesNotContain("ML-DSA-87", "FN-DSA", "HQC");
        assertThat(out.lines().mapToInt(Columns::width).max().orElse(0)).isLessThanOrEqualTo(80);
        String two = policy("targets", "tls13-kex", "--pack", "cnsa2,bsi", "--lang", "ja")
                .endsWith(0)
                .out();
        assertThat(two).contains("すべてが受け入れる：SecP384r1MLKEM1024");
        String json = policy("targets", "--pack", "cnsa2", "--format", "json")
                .endsWith(0)
                .out();
        assertThat(json).contains("\"shirube-policy-targets/1\"", "\"ML-DSA-87\"");
        policy("targets", "telepathy").refuses(2, "\"telepathy\"", "tls13-kex");
        policy("targets", "--pack", "sg").refuses(2, "sg", "--pack");
    }

    @Test
    void whatIsForInformationOnlyCannotBeAdopted() throws IOException {
        settings("policies:\n- {pack: info-us, adopted_as: internal_rule}\n");
        policy("list").refuses(2, "\"info-us\"", "information only");
        settings("policies:\n- {pack: eu, adopted_as: law}\n");
        policy("list").refuses(2, "adopted_as: law", "internal_rule, in_scope");
        settings("answers: high\n");
        policy("list").refuses(2, "answers", "use_case_risk: high");
    }

    @Test
    void theInventoryIsCheckedAndTheGateIsAskedForOnly() throws IOException {
        Files.createDirectories(folder.resolve("app"));
        Files.writeString(
                folder.resolve("app/A.java"),
                "class A { Object s() throws Exception {"
                        + " java.security.KeyPairGenerator g = java.security.KeyPairGenerator.getInstance(\"RSA\");"
                        + " g.initialize(2048); return java.security.Signature.getInstance(\"SHA256withRSA\"); } }");
        policy("check").refuses(2, "shirube.db");
        ShirubeProcess.run(folder, "scan", "app", "--system", "payroll").endsWith(0);
        settings(
                "policies:\n- {pack: jp-cryptrec-strength, adopted_as: internal_rule}\n- {pack: eu}\nanswers: {use_case_risk: low}\n");
        String now = policy("check", "--as-of", DAY, "--lang", "en").endsWith(0).out();
        assertThat(line(now, "payroll")).contains("warning");
        assertThat(now).contains("2030-12-31", "open: jp-s-112-new").doesNotContain("eu-2030-high");
        policy("check", "--as-of", DAY, "--fail-on", "fail").endsWith(0);
        policy("check", "--as-of", DAY, "--fail-on", "warn").endsWith(1, "--fail-on warn");
        policy("check", "--as-of", "2031-01-01", "--fail-on", "fail").endsWith(1);
        policy("check", "--as-of", "2031-01-01", "--fail-on", "fail", "--system", "nothing")
                .endsWith(0);
        String json = policy("check", "--as-of", "2031-01-01", "--format", "json")
                .endsWith(0)
                .out();
        assertThat(json)
                .contains("\"shirube-policy-check/1\"", "\"outcome\" : \"fail\"", "\"effective\" : \"2030-12-31\"");
        String scopeless = policy("check", "--pack", "us-eo14412", "--as-of", "2032-01-01", "--lang", "en")
                .endsWith(0)
                .out();
        assertThat(scopeless).contains("needs confirmation").doesNotContain("fail");
    }

    @Test
    void theDayTheSlotIsFilledShowsWhatChanges() throws IOException {
        Path file = folder.resolve("roadmap.yaml");
        String pack = """
                id: jp-roadmap
                version: "1"
                name: {ja: "工程表", en: "roadmap"}
                jurisdiction: JP
                policies:
                - id: p
                  name: {ja: "工程表", en: "roadmap"}
                  jurisdiction: JP
                  issuer: "x"
                  status: "an example of a test"
                  draft: false
                  binding: agency_requirement
                  scope: {ja: "政府機関等", en: "government bodies"}
                  stale_after: 180
                  evidence: P
                  verified: true
                  sources: ["a test"]
                  rules:
                  - id: r
                    about: asset
                    by: 2033-03-31
                    state: transition
                    functions: [key_establishment]
                    match: {class: qv}
                    wording: {ja: "鍵共有", en: "keys"}
                    evidence: P
                    verified: true
                """;
        Files.writeString(file, pack);
        settings("policies:\n- {pack: jp-roadmap, adopted_as: in_scope}\n");
        String out = policy("diff", "jp-roadmap", "roadmap.yaml", "--lang", "en")
                .endsWith(0)
                .out();
        assertThat(out).contains("new rules: 1", "last day 2033-03-31", "changes: 6", "(2033-03-31)");
        Files.writeString(file, pack.replace("transition", "banned"));
        policy("diff", "jp-roadmap", "roadmap.yaml").refuses(2, "roadmap.yaml", "banned");
        Files.writeString(file, pack.replace("2033-03-31", "2033-02-31"));
        policy("diff", "jp-roadmap", "roadmap.yaml").refuses(2, "roadmap.yaml", "2033-02-31");
        Files.writeString(file, pack.replace("  binding: agency_requirement\n", ""));
        policy("diff", "jp-roadmap", "roadmap.yaml").refuses(2, "roadmap.yaml", "policy p", "binding");
        Files.writeString(file, pack);
        policy("diff", "eu", "roadmap.yaml").refuses(2, "jp-roadmap", "eu");
        Files.writeString(file, "[".repeat(100_000));
        policy("diff", "jp-roadmap", "roadmap.yaml").refuses(2, "roadmap.yaml", "YAML");
        policy("diff", "jp-roadmap", "nothing.yaml").refuses(2, "nothing.yaml");
    }

    private void settings(String yaml) throws IOException {
        Files.writeString(folder.resolve("shirube.yaml"), yaml, StandardCharsets.UTF_8);
    }

    private static String line(String out, String start) {
        return out.lines().filter(it -> it.startsWith(start)).findFirst().orElse("");
    }
}
