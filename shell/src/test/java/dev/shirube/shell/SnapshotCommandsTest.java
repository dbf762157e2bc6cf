package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.shell.cli.CommandLine;
import dev.shirube.shell.cli.Console;
import dev.shirube.shell.cli.Exit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan has a name, is listed with what it was made by, and can be given back as it was. */
class SnapshotCommandsTest {

    @TempDir
    Path folder;

    private void source(String algorithm) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("app")).resolve("Signer.java"),
                "class Signer { void run() throws Exception { java.security.Signature.getInstance(\"" + algorithm
                        + "\"); } }\n");
    }

    /** What a command said in English, in this process. */
    private record Said(Exit exit, String out, String err) {
        Said done() {
            assertThat(exit).as(err).isEqualTo(Exit.DONE);
            return this;
        }

        void refused(String... parts) {
            assertThat(exit).isEqualTo(Exit.USAGE);
            assertThat(err).contains(parts);
        }
    }

    private Said run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--store", folder.resolve("s.db").toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, false, false);
        Exit exit = new CommandLine(Commands.all(), "test").run(line, console);
        console.flush();
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void scan(String system, String name, String day) {
        run("scan", folder.resolve("app").toString(), "--system", system, "--snapshot", name, "--as-of", day, "--quiet")
                .done();
    }

    private String export(String name, String... options) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("inventory", "export", folder.resolve(name).toString()));
        words.addAll(List.of(options));
        run(words.toArray(String[]::new)).done();
        return Files.readString(folder.resolve(name));
    }

    @Test
    void aScanIsNamedListedAndGivenBack() throws IOException {
        source("SHA256withRSA");
        scan("pay", "令和8年度末", "2026-03-31");
        source("ML-DSA-65");
        scan("pay", "令和9年度末", "2027-03-31");
        source("SHA256withECDSA");
        scan("web", "web1", "2027-04-01");

        run("scan", folder.resolve("app").toString(), "--system", "pay", "--snapshot", "令和8年度末")
                .refused("令和8年度末", "--snapshot");
        String listed = run("inventory", "snapshots").done().out();
        assertThat(listed.lines().filter(it -> it.contains("令和")))
                .hasSize(2)
                .first()
                .asString()
                .contains("2026-03-31");
        assertThat(run("inventory", "snapshots", "--format", "json", "--system", "web")
                        .done()
                        .out())
                .contains("\"shirube-snapshots/1\"", "\"web1\"", "2027-04-01")
                .doesNotContain("令和");

        assertThat(export("old.jsonl", "--snapshot", "令和8年度末"))
                .contains("SHA256withRSA")
                .doesNotContain("ML-DSA", "ECDSA");
        assertThat(export("now.jsonl", "--snapshot", "web1"))
                .contains("ML-DSA-65", "SHA256withECDSA")
                .doesNotContain("SHA256withRSA");
        assertThat(export("pay.cdx.json", "--system", "pay", "--as-of", "2027-04-01"))
                .contains("ML-DSA-65")
                .doesNotContain("ECDSA");
        assertThat(export("first.cdx.json", "--system", "pay", "--snapshot", "1"))
                .contains("RSASSA-PKCS1")
                .doesNotContain("ML-DSA");
        assertThat(export("both.jsonl", "--system", "pay,web")).isEqualTo(export("all.jsonl"));
    }

    @Test
    void whatIsNotThereIsNotExported() throws IOException {
        source("SHA256withRSA");
        scan("pay", "one", "2026-03-31");

        run("inventory", "export", folder.resolve("x.jsonl").toString(), "--snapshot", "two")
                .refused("There is no snapshot \"two\"", "one");
        run("inventory", "export", folder.resolve("x.jsonl").toString(), "--system", "nobody")
                .refused("nobody", "pay");
        assertThat(folder.resolve("x.jsonl")).doesNotExist();
    }
}
