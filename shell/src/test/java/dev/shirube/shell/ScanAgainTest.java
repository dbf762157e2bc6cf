package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scanning the same tree twice: what has not changed is not read, and what is written is the same to the byte. */
class ScanAgainTest {

    @TempDir
    Path folder;

    @BeforeEach
    void tree() throws IOException {
        signer("Main", "Names.RSA");
        constant("SHA256withRSA");
        Files.writeString(folder.resolve("app/notes.txt"), "nothing");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("app/lib.jar")))) {
            zip.putNextEntry(new ZipEntry("In.java"));
            zip.write(
                    "class In { Object s() throws Exception { return java.security.KeyPairGenerator.getInstance(\"EC\"); } }"
                            .getBytes(StandardCharsets.UTF_8));
        }
        try (Stream<Path> files = Files.walk(folder.resolve("app"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
            }
        }
    }

    private void signer(String name, String algorithm) throws IOException {
        Path source = Files.createDirectories(folder.resolve("app/src"));
        Files.writeString(
                source.resolve(name + ".java"),
                "class " + name + " { Object s() throws Exception { return java.security.Signature.getInstance("
                        + algorithm + "); } }");
    }

    private void constant(String value) throws IOException {
        Files.writeString(
                folder.resolve("app/src/Names.java"), "class Names { static final String RSA = \"" + value + "\"; }");
    }

    private String scan(String... more) throws IOException {
        List<String> words = Stream.concat(Stream.of("scan", "app", "--as-of", "2026-11-23"), Stream.of(more))
                .toList();
        ShirubeProcess.run(folder, words.toArray(String[]::new)).endsWith(0);
        return Files.readString(folder.resolve(words.get(words.size() - 1)));
    }

    private List<String> kept(String cache) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(cache))) {
            return files.map(it -> it.getFileName().toString())
                    .map(it -> it.substring(it.lastIndexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theSameBytesComeFromTheCache() throws IOException {
        String first = scan("--store", "a.db", "--out", "1.cdx.json");
        assertThat(first).contains("SHA256withRSA");
        assertThat(kept("a.db.cache")).containsExactly(".archive", ".unit");

        // A file with other bytes but the same size and time is the proof that it was not read.
        hide();
        assertThat(scan("--store", "a.db", "--out", "2.cdx.json")).isEqualTo(first);
        assertThat(scan("--store", "a.db", "--threads", "1", "--out", "3.cdx.json"))
                .isEqualTo(first);
        String hidden = scan("--store", "a.db", "--rehash", "--threads", "4", "--out", "4.cdx.json");
        assertThat(hidden).isNotEqualTo(first).contains("SHA256withDSA").doesNotContain("SHA256withRSA\"");
        assertThat(scan("--store", "a.db", "--out", "5.cdx.json")).isEqualTo(hidden);
        assertThat(scan("--store", "none", "--out", "6.cdx.json")).isEqualTo(hidden);
    }

    /** Changes the constant behind the back of whoever looks at sizes and times. */
    private void hide() throws IOException {
        Path file = folder.resolve("app/src/Names.java");
        long size = Files.size(file);
        constant("SHA256withDSA");
        assertThat(size).isEqualTo(Files.size(file));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
    }

    @Test
    void nothingIsKeptWithoutAStoreUnlessAFolderIsNamed() throws IOException {
        scan("--store", "none", "--out", "1.jsonl");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(it -> it.getFileName().toString())).containsExactlyInAnyOrder("app", "1.jsonl");
        }
        String first = scan("--store", "none", "--cache", "kept/here", "--out", "2.jsonl");
        hide();
        assertThat(scan("--store", "none", "--cache", "kept/here", "--out", "3.jsonl"))
                .isEqualTo(first);
        scan("--store", "b.db", "--cache", "none", "--out", "4.jsonl");
        assertThat(folder.resolve("b.db.cache")).doesNotExist();
        Files.writeString(folder.resolve("file"), "");
        ShirubeProcess.run(folder, "scan", "app", "--cache", "file/in").endsWith(2, "--cache none");
    }

    @Test
    void aCacheThatIsBrokenIsNone() throws IOException {
        String first = scan("--store", "a.db", "--out", "1.jsonl");
        try (Stream<Path> files = Files.list(folder.resolve("a.db.cache"))) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertThat(scan("--store", "a.db", "--out", "2.jsonl")).isEqualTo(first);
    }

    @Test
    void sinceARevisionOnlyWhatDiffersIsLookedAt() throws Exception {
        git("init", "-q", "-b", "main");
        git("add", "-A");
        git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "first");
        git("tag", "v1");
        signer("New", "\"SHA384withECDSA\"");
        git("add", "-A");
        git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "second");

        assertThat(scan("--store", "s.db", "--out", "1.jsonl")).contains("Main.java", "New.java");
        String since = scan("--since", "v1", "--store", "s.db", "--out", "2.jsonl");
        assertThat(since).contains("New.java").doesNotContain("Main.java", "In.java");
        String coverage = ShirubeProcess.run(folder, "inventory", "coverage", "--store", "s.db")
                .endsWith(0)
                .out();
        assertThat(coverage.lines().filter(it -> it.contains("unchanged")).toList())
                .singleElement()
                .asString()
                .containsPattern("unchanged +skipped by that rule +4 ");
        assertThat(coverage.lines()).anyMatch(it -> it.matches(".* file +read +1 .*"));
        ShirubeProcess.run(folder, "scan", "app/src", "--since", "v1", "--store", "none")
                .endsWith(2, "--since");
        ShirubeProcess.run(folder, "scan", "app", "--since", "v9", "--store", "none")
                .endsWith(2, "v9");
    }

    private void git(String... words) throws Exception {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(words)).toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.resolve("app").toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).as("%s", command).isZero();
    }

    @Test
    void helpNamesTheOptionsInBothLanguages() throws IOException {
        assertThat(ShirubeProcess.run(folder, "scan", "--help", "--lang", "en").out())
                .contains("--since REV", "--cache DIR", "--rehash");
        assertThat(ShirubeProcess.run(folder, "scan", "--help", "--lang", "ja").out())
                .contains("--since REV", "--cache DIR", "--rehash", "未変更");
    }
}
