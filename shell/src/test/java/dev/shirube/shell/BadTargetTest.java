package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that cannot be had, or are not what they seem: each is named, and the rest is scanned. */
class BadTargetTest {

    private static final String SIGNER =
            "class Signer { Object s() throws Exception { return java.security.Signature.getInstance(\"SHA256withRSA\"); } }";

    @TempDir
    Path folder;

    private ShirubeProcess scan(String... words) throws IOException {
        String[] all = new String[words.length + 1];
        all[0] = "scan";
        System.arraycopy(words, 0, all, 1, words.length);
        return ShirubeProcess.run(folder, all);
    }

    @Test
    void aLinkThatLeadsNowhereIsNamedAndNothingElseIsScanned() throws IOException {
        Files.writeString(folder.resolve("Signer.java"), SIGNER);
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
        scan("Signer.java", "dangling").refuses(2, "dangling does not exist", "scan --help");
        assertThat(folder.resolve("shirube.db")).doesNotExist();
    }

    @Test
    void aFolderThatContainsItselfIsScannedOnce() throws IOException {
        Path source = Files.createDirectory(folder.resolve("src"));
        Files.writeString(source.resolve("Signer.java"), SIGNER);
        Files.createSymbolicLink(source.resolve("again"), source);
        assertThat(scan("src", "--store", "none").endsWith(0).out()).startsWith("1 finding in 1 unit");
    }

    @Test
    void archivesThatCannotBeReadAreNamedAndTheOthersAreScanned() throws IOException {
        Path archives = Files.createDirectory(folder.resolve("lib"));
        Files.write(archives.resolve("empty.jar"), new byte[0]);
        Files.writeString(archives.resolve("text.zip"), "これは ZIP ではありません");
        byte[] whole = zip("Signer.java", SIGNER);
        Files.write(archives.resolve("whole.zip"), whole);
        byte[] truncated = java.util.Arrays.copyOf(whole, whole.length / 2);
        Files.write(archives.resolve("truncated.zip"), truncated);
        // The archive that breaks off, and the entry in it that does.
        ShirubeProcess run = scan("lib", "--store", "none").endsWith(0, "warning: 2 inputs could not be read");
        assertThat(run.out())
                .contains("empty.jar: ", "text.zip: ", "truncated.zip: ", "Get an intact copy")
                .contains("1 finding in ");
        scan("lib", "--store", "none", "--strict").endsWith(3, "warning: 2 inputs could not be read");
    }

    @Test
    void anEncryptedArchiveIsNamed() throws IOException {
        byte[] zip = zip("Signer.java", SIGNER);
        // The encryption bit in the local header and in the directory (PKWARE APPNOTE 4.4.4, bit 0).
        zip[6] |= 1;
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        zip[directory + 8] |= 1;
        Files.write(folder.resolve("locked.zip"), zip);
        ShirubeProcess run = scan("locked.zip", "--store", "none", "--strict").endsWith(3);
        assertThat(run.out()).contains("locked.zip!/Signer.java", "encrypted");
    }

    @Test
    void anEntryThatClimbsOutOfItsArchiveWritesNothing() throws IOException {
        Files.write(folder.resolve("climbing.zip"), zip("../../climbed/Signer.java", SIGNER));
        scan("climbing.zip", "--store", "none").endsWith(0);
        assertThat(folder.getParent().resolve("climbed")).doesNotExist();
        assertThat(folder.resolve("climbed")).doesNotExist();
    }

    @Test
    void aRepositoryWithoutCommitsIsNoEmptyResult() throws IOException, GitAPIException {
        Git.init()
                .setBare(true)
                .setDirectory(folder.resolve("new.git").toFile())
                .call()
                .close();
        ShirubeProcess run = scan("new.git", "--store", "none").endsWith(0);
        assertThat(run.out()).contains("The repository has no commit.").doesNotContain("could be read.");
    }

    @Test
    void aRevisionThatDoesNotExistIsNamedWithThoseThatDo() throws IOException, GitAPIException {
        Path work = Files.createDirectory(folder.resolve("app"));
        try (Git git =
                Git.init().setInitialBranch("trunk").setDirectory(work.toFile()).call()) {
            Files.writeString(work.resolve("Signer.java"), SIGNER);
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("one")
                    .setSign(false)
                    .setAuthor("a", "a@example.jp")
                    .setCommitter("a", "a@example.jp")
                    .call();
        }
        scan("app#v9.9").refuses(2, "\"v9.9\" is not in app", "trunk");
        assertThat(folder.resolve("shirube.db"))
                .satisfiesAnyOf(
                        it -> assertThat(it).doesNotExist(),
                        it -> assertThat(ShirubeProcess.run(folder, "inventory", "list")
                                        .out())
                                .isEmpty());
    }

    @Test
    void aRemoteThatCannotBeHadIsNamedWithAWayOut() throws IOException {
        scan("http://127.0.0.1:" + closedPort() + "/app.git", "--store", "none")
                .refuses(2, "/app.git could not be cloned", "git clone --bare");
    }

    @Test
    void aHostThatRefusesIsARowOfTheResult() throws IOException {
        String target = "tls://127.0.0.1:" + closedPort();
        ShirubeProcess run = scan(target, "--store", "none").endsWith(0, "1 input could not be read");
        assertThat(run.out()).contains(target + ": No connection could be made (refused)");
        scan(target, "--store", "none", "--strict").endsWith(3);
    }

    @Test
    void aHostThatStallsIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String target = "tls://127.0.0.1:" + silent.getLocalPort();
            ShirubeProcess run = scan(target, "--store", "none", "--strict").endsWith(3);
            assertThat(run.out()).contains(target + ": The host stopped answering");
        }
    }

    @Test
    void aHostThatSpeaksSomethingElseIsNotTakenForOneWithoutCryptography() throws IOException, InterruptedException {
        Thread server;
        try (ServerSocket web = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server = new Thread(() -> answerInHttp(web));
            server.start();
            String target = "tls://127.0.0.1:" + web.getLocalPort();
            ShirubeProcess run = scan(target, "--store", "none", "--strict").endsWith(3);
            assertThat(run.out()).contains(target + ": ", "TLS");
        }
        server.join();
    }

    private static void answerInHttp(ServerSocket web) {
        while (!web.isClosed()) {
            try (Socket client = web.accept();
                    InputStream in = client.getInputStream();
                    OutputStream out = client.getOutputStream()) {
                in.read();
                out.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The scanner has hung up, or the test is over.
                continue;
            }
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static byte[] zip(String name, String content) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
