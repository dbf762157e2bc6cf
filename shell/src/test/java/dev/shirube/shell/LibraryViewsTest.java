package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crypto libraries in views: apart from what is used, and never called free of post-quantum cryptography unseen. */
class LibraryViewsTest {

    private static final String MANIFEST = """
            module example.org/signer

            go 1.22

            require (
            \tgolang.org/x/crypto v0.31.0
            \tgithub.com/flynn/noise v1.1.0
            )
            """;

    @TempDir
    Path folder;

    private ShirubeProcess run(String... words) throws IOException {
        ShirubeProcess run = ShirubeProcess.run(folder, words);
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    @Test
    void librariesAreCountedByReadinessAndNotAsUnresolved() throws IOException {
        Files.writeString(folder.resolve("go.mod"), MANIFEST);
        String scan = run("scan", "go.mod", "--store", "s.db", "--lang", "en").err();
        String shown = scan
                + run("inventory", "summary", "--store", "s.db", "--lang", "en").out();
        assertThat(shown).contains("3 (with PQC 0, without 1, not known 2)").doesNotContain("not resolved   3");
        assertThat(run("inventory", "list", "--libraries", "--store", "s.db", "--lang", "en")
                        .out()
                        .lines())
                .map(it -> it.replaceAll(" {2,}", "|"))
                .containsExactly(
                        "system|PQC|from version|library|places|first seen at",
                        "unassigned|not known|1.24|go 1.22 or later|1|go.mod:3",
                        "unassigned|not known|-|github.com/flynn/noise 1.1.0|1|go.mod:7",
                        "unassigned|no|0.38.0|golang.org/x/crypto 0.31.0|1|go.mod:6");
    }
}
