package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inventory diff} as its users run it: scan, edit, scan again, compare. */
class DiffCommandTest {

    @TempDir
    Path folder;

    private void source(String name, String... statements) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("app")).resolve(name + ".java"),
                "import java.security.*;\nclass " + name
                        + " {\n  void run(String alg, String name) throws Exception {\n    "
                        + String.join("\n    ", statements) + "\n  }\n}\n");
    }

    private void scan(String target, String system, String day) throws IOException {
        ShirubeProcess.run(folder, "scan", target, "--system", system, "--as-of", day, "--quiet")
                .endsWith(0);
    }

    private ShirubeProcess diff(String... words) throws IOException {
        List<String> line = new java.util.ArrayList<>(List.of("inventory", "diff", "--lang", "en"));
        line.addAll(List.of(words));
        return ShirubeProcess.run(folder, line.toArray(String[]::new));
    }

    private static List<String> rows(ShirubeProcess process) {
        return process.endsWith(0)
                .out()
                .lines()
                .filter(it -> it.matches("(new|gone|moved|changed|re-judged|not looked at) .*"))
                .map(it -> it.replaceAll(" {2,}", "|"))
                .toList();
    }

    @Test
    void whatAnEditDidIsToldInRowsNumbersAndProgress() throws IOException {
        source(
                "Signer",
                "Signature.getInstance(\"SHA256withRSA\");",
                "Signature.getInstance(\"SHA256withDSA\");",
                "Signature.getInstance(alg);");
        source("Old", "KeyPairGenerator.getInstance(\"EC\");");
        scan("app", "pay", "2026-04-01");
        diff().refuses(2, "No target was scanned twice", "pay@2026-04-01#1");

        source(
                "Signer",
                "// a line more",
                "Signature.getInstance(\"ML-DSA-65\");",
                "Signature.getInstance(\"SHA256withDSA\");",
                "Signature.getInstance(name);",
                "MessageDigest.getInstance(\"SHA-256\");");
        Files.delete(folder.resolve("app/Old.java"));
        scan("app", "pay", "2026-11-01");

        ShirubeProcess said = diff();
        assertThat(rows(said))
                .containsExactly(
                        "gone|pay|EC keygen [vulnerable]|Old.java:4",
                        "moved|pay|DSA-SHA-256 sign [vulnerable]|Signer.java:5 -> :6",
                        "changed|pay|RSA-PKCS1-1.5-SHA-256 -> ML-DSA-65 sign|Signer.java:4 -> :5",
                        "changed|pay|unresolved (java.security.Signature#getInstance) sign (expression: alg -> name)"
                                + "|Signer.java:6 -> :7");
        assertThat(said.out()).containsPattern("pay +1 +1 +1 +2 +0 +0").contains("0/3 0.0% -> 2/3 66.6%");
        assertThat(said.err()).contains("1 more rows", "--all");
        assertThat(rows(diff("--all"))).hasSize(5).first().asString().contains("SHA-256 digest");
        assertThat(rows(diff("--kind", "gone,moved"))).hasSize(2);
        assertThat(rows(diff("1", "2"))).isEqualTo(rows(said));
        assertThat(rows(diff("--since", "2026-10-01"))).isEqualTo(rows(said));
        assertThat(rows(diff("2"))).isEmpty();
        assertThat(ShirubeProcess.run(folder, "inventory", "diff", "--lang", "ja")
                        .endsWith(0)
                        .out())
                .contains("同一範囲", "変更", "【脆弱】");
    }

    @Test
    void scanningMoreIsNoStepBack() throws IOException {
        source("Signer", "Signature.getInstance(\"ML-DSA-65\");", "Signature.getInstance(\"SHA256withRSA\");");
        scan("app", "pay", "2026-04-01");
        Files.createDirectories(folder.resolve("more"));
        Files.move(folder.resolve("app/Signer.java"), folder.resolve("Signer.java"));
        source("Legacy", "Signature.getInstance(\"SHA1withDSA\");");
        Files.move(folder.resolve("app/Legacy.java"), folder.resolve("more/Legacy.java"));
        Files.move(folder.resolve("Signer.java"), folder.resolve("app/Signer.java"));
        scan("more", "tax", "2026-05-01");
        scan("app", "pay", "2026-06-01");

        assertThat(diff("1", "3").endsWith(0).out())
                .containsPattern("all +1/2 50.0% -> 1/2 50.0% +0 +0 +1/2 50.0% -> 1/3 33.3%");
        String json = diff("1", "3", "--format", "json", "--level", "system")
                .endsWith(0)
                .out();
        assertThat(json)
                .startsWith("{\n  \"schema\" : \"shirube-diff/1\",")
                .contains("\"compared\" : \"two-states\"", "\"system\" : \"tax\"", "\"classical-removed\" : 0")
                .containsPattern("\"same-set-after\" : \\{\\s+\"migrated\" : 1,\\s+\"total\" : 2");
        // Of what pay has, nothing was looked at between the second snapshot and the first one of tax.
        assertThat(rows(diff("1", "2", "--kind", "not-looked-at")))
                .hasSize(2)
                .allMatch(it -> it.startsWith("not looked at|pay|"));
    }

    @Test
    void aDeadlineThatPassedIsJudgedAgainThoughNothingChanged() throws IOException {
        source("Signer", "Signature.getInstance(\"SHA256withRSA\");");
        scan("app", "pay", "2026-04-01");
        scan("app", "pay", "2036-04-01");

        assertThat(rows(diff())).isEmpty();
        List<String> judged = rows(diff("--policy", "jp-2035"));
        assertThat(judged).isNotEmpty().allMatch(it -> it.startsWith("re-judged|pay|RSA-PKCS1-1.5-SHA-256"));
        assertThat(judged.get(0)).contains("verdict:");
    }

    @Test
    void whatIsWrongIsSaidWithWhatThereIs() throws IOException {
        source("Signer", "Signature.getInstance(\"SHA256withRSA\");");
        diff().refuses(2, "There is no store");
        scan("app", "pay", "2026-04-01");
        scan("app", "pay", "2026-05-01");

        diff("7").refuses(2, "There is no snapshot \"7\"", "1  pay@2026-04-01#1", "2  pay@2026-05-01#2");
        diff("2", "1").refuses(2, "Name the earlier one first");
        diff("--kind", "new,old").refuses(2, "\"old\"", "re-judged");
        diff("--since", "spring").refuses(2, "spring", "2026-04-01");
        diff("--since", "2020-01-01").refuses(2, "no snapshot of 2020-01-01 or before");
        diff("1", "--since", "2026-04-01").refuses(2, "--since");
        diff("--system", "tax").refuses(2, "tax", "pay");
        diff("--policy", "none").refuses(2, "none", "jp-2035");
        diff("--store", "none").refuses(2, "no snapshot");
        assertThat(ShirubeProcess.run(folder, "inventory", "diff", "7", "--lang", "ja")
                        .refuses(2)
                        .err())
                .contains("スナップショット「7」はありません");
    }
}
