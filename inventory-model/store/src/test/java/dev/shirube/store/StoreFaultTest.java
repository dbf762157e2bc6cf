package dev.shirube.store;

import static dev.shirube.store.Samples.plain;
import static dev.shirube.store.Samples.rsa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shirube.domain.Finding;
import dev.shirube.domain.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFaultTest {

    @TempDir
    Path directory;

    private static StoreException refused(String url) {
        return catchThrowableOfType(StoreException.class, () -> Store.open(url, 200));
    }

    private static void says(StoreException e, String file, String english, String japanese) {
        assertThat(e).isNotNull();
        assertThat(e.message(Language.EN)).contains(file).contains(english);
        assertThat(e.message(Language.JA)).contains(file).contains(japanese);
    }

    private Path store() {
        Path file = directory.resolve("s.db");
        try (Store store = Store.open(file.toString())) {
            ScanSession session = store.begin("s", List.of("t"), LocalDate.EPOCH, "1");
            session.accept(plain(".", rsa("a", 1)));
            session.complete();
        }
        return file;
    }

    private static void sql(Path file, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void a_missing_directory_a_directory_and_an_unknown_kind() {
        String missing = directory.resolve("no/such/s.db").toString();

        says(refused(missing), missing, "--store", "--store");
        says(refused(directory.toString()), directory.toString(), "is a directory", "ディレクトリです");
        says(refused("jdbc:mysql://db/x"), "jdbc:mysql://db/x", "shirube.db", "未対応");
        assertThat(directory.resolve("no")).doesNotExist();
    }

    @Test
    void a_text_file_is_not_touched() throws IOException {
        Path file = Files.writeString(directory.resolve("notes.txt"), "not a database, but long enough ".repeat(50));

        says(refused(file.toString()), file.toString(), "not a store", "ストアではありません");
        assertThat(Files.readString(file)).startsWith("not a database");
        assertThat(directory.toFile().list()).containsExactly("notes.txt");
    }

    @Test
    void another_programs_database_is_not_touched() throws Exception {
        Path file = directory.resolve("other.db");
        sql(file, "CREATE TABLE customer (id INTEGER)", "PRAGMA user_version = 0");
        byte[] before = Files.readAllBytes(file);

        says(refused(file.toString()), file.toString(), "not a store", "ストアではありません");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_newer_store_is_not_touched() throws Exception {
        Path file = store();
        sql(file, "PRAGMA user_version = 999");
        byte[] before = Files.readAllBytes(file);

        says(refused(file.toString()), file.toString(), "update Shirube", "更新");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void an_empty_file_becomes_a_store() throws IOException {
        Path file = Files.createFile(directory.resolve("new.db"));

        try (Store store = Store.open(file.toString())) {
            assertThat(store.stats().findings()).isZero();
        }
    }

    @Test
    void a_damaged_store_says_so() throws Exception {
        Path file = directory.resolve("s.db");
        try (Store store = Store.open(file.toString())) {
            ScanSession session = store.begin("s", List.of("t"), LocalDate.EPOCH, "1");
            session.accept(plain(
                    ".", IntStream.range(0, 3000).mapToObj(i -> rsa("f" + i, 1)).toArray(Finding[]::new)));
        }
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 20_000; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        Files.write(file, bytes);

        StoreException e = catchThrowableOfType(StoreException.class, () -> {
            try (Store store = Store.open(file.toString())) {
                store.inventory();
            }
        });

        says(e, file.toString(), "damaged", "壊れています");
    }

    @Test
    void a_store_that_another_program_holds_is_in_use() throws Exception {
        Path file = store();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement();
                Store store = Store.open(file.toString(), 200)) {
            statement.execute("BEGIN IMMEDIATE");

            assertThat(store.inventory().findings()).hasSize(1);
            says(
                    catchThrowableOfType(
                            StoreException.class, () -> store.begin("s", List.of("t"), LocalDate.EPOCH, "1")),
                    file.toString(),
                    "in use",
                    "使用中");
            statement.execute("ROLLBACK");
            assertThat(store.begin("s", List.of("t"), LocalDate.EPOCH, "1")
                            .snapshot()
                            .number())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_store_that_cannot_be_written_can_be_read_or_says_so() {
        Path file = store();
        String url = "jdbc:sqlite:file:" + file + "?mode=ro";

        try (Store store = Store.open(url, 200)) {
            assertThat(store.inventory().findings()).hasSize(1);
            says(
                    catchThrowableOfType(
                            StoreException.class, () -> store.begin("s", List.of("t"), LocalDate.EPOCH, "1")),
                    "s.db",
                    "cannot be written",
                    "書き込めません");
        }
    }

    @Test
    void a_full_disk_loses_nothing_that_was_committed() throws Exception {
        Path file = directory.resolve("s.db");
        try (Store store = Store.open(file.toString())) {
            ScanSession session = store.begin("s", List.of("t"), LocalDate.EPOCH, "1");
            session.accept(plain("first", rsa("a", 1)));
            store.database().execute("PRAGMA max_page_count = 60");
            Finding[] many =
                    IntStream.range(0, 3000).mapToObj(i -> rsa("f" + i, 1)).toArray(Finding[]::new);

            says(
                    catchThrowableOfType(StoreException.class, () -> session.accept(plain("second", many))),
                    file.toString(),
                    "--resume",
                    "--resume");

            assertThat(session.finished("first")).isTrue();
            assertThat(session.finished("second")).isFalse();
            store.database().execute("PRAGMA max_page_count = 100000");
            session.accept(plain("second", many));
            session.complete();
            assertThat(store.inventory("s").findings()).hasSize(3001);
        }
    }

    @Test
    void messages_are_in_utf_8_and_in_both_languages() {
        for (StoreFault fault : StoreFault.values()) {
            StoreException e = fault.at("x.db");
            assertThat(e.message(Language.EN)).contains("x.db");
            assertThat(e.message(Language.EN).getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(40);
            assertThat(e.message(Language.JA)).contains("x.db").isNotEqualTo(e.message(Language.EN));
        }
    }
}
