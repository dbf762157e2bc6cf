package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that is scanned with its history once, and without it later: what was not looked at is not gone. */
class HistoryAgainTest {

    @TempDir
    Path folder;

    @BeforeEach
    void repository() throws Exception {
        Path tree = folder.resolve("tree");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        try (Git git = Git.init().setDirectory(tree.toFile()).call()) {
            Files.writeString(
                    tree.resolve("server.key"),
                    "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                            + "\n-----END PRIVATE KEY-----\n");
            commit(git);
            Files.delete(tree.resolve("server.key"));
            Files.writeString(tree.resolve("notes.txt"), "nothing");
            commit(git);
        }
        try (Git bare = Git.cloneRepository()
                .setBare(true)
                .setURI(tree.toUri().toString())
                .setDirectory(folder.resolve("app.git").toFile())
                .call()) {
            assertThat(bare.getRepository().isBare()).isTrue();
        }
    }

    private static void commit(Git git) throws Exception {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        git.commit()
                .setMessage("change")
                .setAuthor("a", "a@example.org")
                .setCommitter("a", "a@example.org")
                .setSign(false)
                .call();
    }

    private String exported(String file, String... scan) throws IOException {
        ShirubeProcess.run(folder, scan).endsWith(0);
        ShirubeProcess.run(folder, "inventory", "export", file, "--store", "s.db")
                .endsWith(0);
        return Files.readString(folder.resolve(file));
    }

    @Test
    void whatAScanWithoutTheHistoryDidNotLookAtStays() throws IOException {
        String walked = exported("1.cdx.json", "scan", "app.git", "--store", "s.db", "--history");
        assertThat(walked).contains("server.key").contains(":history");

        String again = exported("2.cdx.json", "scan", "app.git", "--store", "s.db");

        assertThat(again).contains("server.key").contains(":history");
    }
}
