package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that cannot be used: a message, the right code, and nothing that was kept is lost. */
class BadStoreTest {

    @TempDir
    Path folder;

    @BeforeEach
    void somethingToScan() throws IOException {
        Path source = Files.createDirectory(folder.resolve("src"));
        for (int i = 0; i < 20; i++) {
            Files.writeString(
                    source.resolve("Signer" + i + ".java"),
                    "class Signer" + i + " { Object s() throws Exception {"
                            + " return java.security.Signature.getInstance(\"SHA256withRSA\"); } }");
        }
    }

    private ShirubeProcess run(String... words) throws IOException {
        return ShirubeProcess.run(folder, words);
    }

    private Connection open(String store) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(store));
    }

    @Test
    void aStoreInAFolderThatDoesNotExistIsRefused() throws IOException {
        run("scan", "src", "--store", "no/such/shirube.db").refuses(2, "no/such/shirube.db", "--store");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void aFileThatIsNoStoreIsNotTouched() throws IOException, SQLException {
        Path words = Files.writeString(folder.resolve("words.txt"), "大事なメモ");
        run("scan", "src", "--store", "words.txt").refuses(2, "words.txt is not a store", "--store");
        assertThat(words).hasContent("大事なメモ");
        try (Connection connection = open("other.db");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE mine (x)");
        }
        run("scan", "src", "--store", "other.db").refuses(2, "other.db is not a store", "--store");
        run("scan", "src", "--store", "src").refuses(2, "src is a directory");
        run("scan", "src", "--store", "jdbc:oracle:thin:@x").refuses(2, "jdbc:oracle:", "--store");
    }

    @Test
    void aStoreOfANewerVersionIsNotTouched() throws IOException, SQLException {
        run("scan", "src", "--quiet").endsWith(0);
        try (Connection connection = open("shirube.db");
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 999");
        }
        run("inventory", "list").refuses(2, "shirube.db", "newer version");
        run("scan", "src").refuses(2, "shirube.db", "newer version");
    }

    @Test
    void lookingIntoAStoreThatIsNotThereMakesNone() throws IOException {
        run("inventory", "list").refuses(2, "There is no store shirube.db", "Scan");
        run("roadmap", "plan", "--store", "typo.db", "--lang", "ja").refuses(2, "typo.db", "まだありません");
        assertThat(run("doctor").endsWith(0).out()).contains("none yet");
        assertThat(folder.resolve("shirube.db")).doesNotExist();
        assertThat(folder.resolve("typo.db")).doesNotExist();
    }

    @Test
    void aStoreThatAnotherProcessKeepsLockedIsNamed() throws IOException, SQLException {
        run("systems", "list", "--store", "none").endsWith(0);
        run("scan", "src", "--quiet").endsWith(0);
        try (Connection connection = open("shirube.db");
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            run("scan", "src", "--quiet").refuses(4, "shirube.db");
            statement.execute("ROLLBACK");
        }
        assertThat(run("inventory", "list").endsWith(0).out().lines()).hasSize(20);
    }
}
