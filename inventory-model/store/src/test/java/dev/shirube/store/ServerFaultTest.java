package dev.shirube.store;

import static dev.shirube.store.Samples.plain;
import static dev.shirube.store.Samples.rsa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shirube.domain.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a PostgreSQL server refuses, and that no password is told to anybody. */
class ServerFaultTest {

    private static final String PASSWORD = "hakodate-7";

    @TempDir
    Path directory;

    private String url;

    @BeforeEach
    void schema() {
        url = Databases.POSTGRESQL.url(directory, "s");
    }

    /** The server's host and port. */
    private static String server() {
        URI uri = URI.create(Databases.server().substring("jdbc:".length()));
        return uri.getHost() + ":" + uri.getPort();
    }

    private static StoreException refused(String url) {
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            return catchThrowableOfType(
                    StoreException.class, () -> Store.open(url, 200).close());
        } finally {
            System.setErr(before);
            assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain(PASSWORD);
        }
    }

    private static void says(StoreException e, String english, String japanese) {
        assertThat(e).isNotNull();
        assertThat(e.message(Language.EN)).contains("jdbc:postgresql:").contains(english);
        assertThat(e.message(Language.JA)).contains("jdbc:postgresql:").contains(japanese);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(PASSWORD);
        }
    }

    @Test
    void a_server_that_is_away() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String away = "jdbc:postgresql://127.0.0.1:" + port + "/db?user=u&password=" + PASSWORD;

        says(refused(away), "does not answer", "接続できません");
        assertThat(refused(away).message(Language.EN)).contains("127.0.0.1:" + port + "/db");
    }

    @Test
    void a_text_that_is_no_address() {
        says(refused("jdbc:postgresql://u:" + PASSWORD + "@127.0.0.1:no/db"), "could not", "できません");
        says(refused("jdbc:postgresql://127.0.0.1:99999/db?password=" + PASSWORD), "could not", "できません");
    }

    @Test
    void a_wrong_password_and_the_right_one_from_the_environment() {
        Databases.server("DROP ROLE IF EXISTS clerk", "CREATE ROLE clerk LOGIN PASSWORD '" + PASSWORD + "'");
        Databases.server("""
                DO $$ BEGIN EXECUTE format('COPY (VALUES (%L), (%L), (%L)) TO %L', 'host all clerk all scram-sha-256',
                  'host all all 127.0.0.1/32 trust', 'host all all ::1/128 trust', current_setting('hba_file')); END $$""", "SELECT pg_reload_conf()", "SELECT pg_sleep(0.3)");
        String schema = url.substring(url.indexOf("currentSchema="));
        Databases.server("GRANT ALL ON SCHEMA " + schema.substring(schema.indexOf('=') + 1) + " TO clerk");
        String clerk = "jdbc:postgresql://" + server() + "/postgres?user=clerk&" + schema;

        says(refused(clerk + "&password=" + PASSWORD + "x"), "PGPASSWORD", "PGPASSWORD");
        says(refused(clerk), "PGPASSWORD", "PGPASSWORD");

        Map<String, String> environment = Map.of("PGPASSWORD", PASSWORD);
        try (Database database = Database.open(new PostgresDialect(clerk, 200, environment))) {
            assertThat(database.<Long>read(it -> Sql.number(it, "SELECT COUNT(*) FROM snapshot")))
                    .isZero();
        }
    }

    @Test
    void a_database_and_a_schema_that_do_not_exist() {
        says(refused("jdbc:postgresql://" + server() + "/nosuch?user=postgres"), "no such database", "ありません");
        says(
                refused("jdbc:postgresql://" + server() + "/postgres?user=postgres&currentSchema=nosuch"),
                "CREATE SCHEMA",
                "CREATE SCHEMA");
    }

    @Test
    void another_programs_tables_are_not_touched() {
        Databases.run(url, "CREATE TABLE finding (id INTEGER)");

        says(refused(url), "currentSchema=shirube", "currentSchema=shirube");
        Databases.run(url, "DROP TABLE finding");
        Store.open(url).close();
    }

    @Test
    void stores_in_two_schemas_do_not_know_of_each_other() {
        try (Store one = Store.open(url);
                Store two = Store.open(Databases.POSTGRESQL.url(directory, "two"))) {
            one.begin("a", List.of("t"), LocalDate.EPOCH, "1").accept(plain(".", rsa("a", 1)));

            assertThat(one.stats().findings()).isOne();
            assertThat(two.stats().findings()).isZero();
            assertThat(two.snapshots()).isEmpty();
        }
    }

    @Test
    void a_newer_store_is_not_touched() {
        Store.open(url).close();
        Databases.run(url, "UPDATE shirube_store SET version = 999");

        says(refused(url), "update Shirube", "更新");
    }

    @Test
    void a_user_who_may_only_read_reads() {
        try (Store store = Store.open(url)) {
            store.begin("s", List.of("t"), LocalDate.EPOCH, "1").accept(plain(".", rsa("a", 1)));
        }
        try (Store store = Store.open(url + "&options=-c%20default_transaction_read_only=on", 200)) {
            assertThat(store.inventory().findings()).hasSize(1);
        }
        String schema = url.substring(url.indexOf("currentSchema=") + "currentSchema=".length());
        Databases.server(
                "DROP OWNED BY reader",
                "GRANT USAGE ON SCHEMA " + schema + " TO reader",
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO reader");
        String reader = url.replace("user=postgres", "user=reader");
        try (Store store = Store.open(reader, 200)) {
            assertThat(store.inventory().findings()).hasSize(1);
            says(
                    catchThrowableOfType(
                            StoreException.class, () -> store.begin("s", List.of("t"), LocalDate.EPOCH, "1")),
                    "right to write",
                    "書き込む権限");
        }
    }

    @BeforeEach
    void reader() {
        Databases.server("DO $$ BEGIN CREATE ROLE reader LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
    }

    @Test
    void a_writer_that_does_not_let_go_is_told_of_and_does_not_keep_readers_waiting() throws SQLException {
        try (Store store = Store.open(url, 200);
                Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            new PostgresDialect(url, 200, Map.of()).beginWrite(other);
            statement.execute("INSERT INTO system (id, record) VALUES ('x', 'y')");

            assertThat(store.systems()).isEmpty();
            says(
                    catchThrowableOfType(
                            StoreException.class, () -> store.begin("s", List.of("t"), LocalDate.EPOCH, "1")),
                    "in use",
                    "使用中");
            other.rollback();
            assertThat(store.begin("s", List.of("t"), LocalDate.EPOCH, "1")
                            .snapshot()
                            .number())
                    .isOne();
        }
    }

    @Test
    void a_connection_that_the_server_ends_is_told_of_and_loses_nothing_committed() {
        try (Store store = Store.open(url, 200)) {
            ScanSession session = store.begin("s", List.of("t"), LocalDate.EPOCH, "1");
            session.accept(plain("first", rsa("a", 1)));
            Databases.server(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'shirube'");

            says(
                    catchThrowableOfType(StoreException.class, () -> session.accept(plain("second", rsa("b", 1)))),
                    "does not answer",
                    "接続できません");
            assertThat(session.finished("second")).isFalse();
        }
        try (Store store = Store.open(url, 200)) {
            assertThat(store.resume("s", List.of("t")).orElseThrow().finished("first"))
                    .isTrue();
        }
    }
}
