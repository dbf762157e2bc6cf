package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that cannot be written, or whose reader goes away: said before the work where possible, never lost in silence. */
class BrokenOutputTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    @BeforeEach
    void aStore() throws IOException {
        Path source = Files.createDirectory(folder.resolve("src"));
        for (int i = 0; i < 300; i++) {
            Files.writeString(
                    source.resolve("Signer" + i + ".java"),
                    "class Signer" + i + " { Object s() throws Exception {"
                            + " return java.security.Signature.getInstance(\"SHA256withRSA\"); } }");
        }
        run("scan", "src", "--quiet").endsWith(0);
    }

    private ShirubeProcess run(String... words) throws IOException {
        return ShirubeProcess.run(folder, words);
    }

    @Test
    void aFolderThatDoesNotExistIsSaidBeforeAnythingIsScanned() throws IOException {
        run("report", "xlsx", "--out", "no/such/x.xlsx").refuses(2, "no/such/x.xlsx", "does not exist", "Make it");
        run("scan", "src", "--out", "no/x.jsonl", "--store", "second.db").refuses(2, "no/x.jsonl", "Make it");
        assertThat(folder.resolve("second.db")).doesNotExist();
        run("report", "cbom", "--out", "").refuses(2, "Name the file");
        run("report", "cbom", "--out", "src").refuses(2, "\"src\"", "Name the file");
        run("inventory", "export", "x.pdf").refuses(2, "x.pdf", ".cdx.json");
        run("scan", "src", "--out", "x.pdf").refuses(2, "x.pdf", ".cdx.json");
    }

    @Test
    void aFullDeviceIsAFaultOfTheMachineAndStaysADevice() throws IOException {
        assumeTrue(Files.exists(FULL), "/dev/full exists on Linux only");
        run("report", "cbom", "--out", "/dev/full").refuses(4, "/dev/full could not be written", "free space");
        assertThat(Files.isRegularFile(FULL)).isFalse();
        ShirubeProcess.under("exec \"$@\" > /dev/full", folder, "inventory", "list")
                .endsWith(4, "standard output could not be written");
    }

    @Test
    void anEarlierFileIsUnchangedWhenANewOneCannotBeWritten() throws IOException {
        Path earlier = Files.writeString(folder.resolve("inventory.cdx.json"), "what was there before");
        ShirubeProcess.under(
                        // A limit on the size of files, in blocks of 512 bytes; ignoring SIGXFSZ makes it a failed
                        // write.
                        "trap '' XFSZ; ulimit -f 16; exec \"$@\"",
                        folder,
                        "scan",
                        "src",
                        "--store",
                        "none",
                        "--out",
                        "inventory.cdx.json")
                .endsWith(4, "inventory.cdx.json");
        assertThat(earlier).hasContent("what was there before");
        assertThat(folder).isDirectoryNotContaining("glob:**partial");
    }

    @Test
    void aLinkIsFollowedAndStaysALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("latest.jsonl"), Path.of("of-today.jsonl"));
        run("inventory", "export", "latest.jsonl").endsWith(0);
        run("inventory", "export", "latest.jsonl").endsWith(0);
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("of-today.jsonl")).isNotEmptyFile();
    }

    @Test
    void aReaderThatHasReadEnoughIsLeftInPeace() throws IOException {
        ShirubeProcess listed =
                ShirubeProcess.under("{ \"$@\"; echo \"ended $?\" >&2; } | head -1", folder, "inventory", "list");
        assertThat(listed.out().lines()).hasSize(1);
        assertThat(listed.err()).isEqualTo("ended 0\n");
        ShirubeProcess scanned = ShirubeProcess.under(
                "{ \"$@\"; echo \"ended $?\" >&2; } | head -1",
                folder,
                "scan",
                "src",
                "--store",
                "none",
                "--out",
                "-",
                "--format",
                "jsonl");
        assertThat(scanned.out().lines()).hasSize(1);
        assertThat(scanned.err()).isEqualTo("ended 0\n");
    }
}
