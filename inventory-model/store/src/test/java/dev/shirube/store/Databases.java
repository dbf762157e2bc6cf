package dev.shirube.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases that a store may live in: what a store promises is tested on each of them. */
enum Databases {
    SQLITE {
        @Override
        String url(Path directory, String name) {
            return directory.resolve(name + ".db").toString();
        }
    },
    POSTGRESQL {
        @Override
        String url(Path directory, String name) {
            String schema = "t" + Integer.toHexString(directory.toString().hashCode()) + "_" + name;
            server("CREATE SCHEMA IF NOT EXISTS " + schema);
            return server() + "&currentSchema=" + schema;
        }
    };

    /** A store of that name in that directory, or in a schema that stands for both; the same for the same names. */
    abstract String url(Path directory, String name);

    /** One server for all tests of this process; it ends with the process. */
    private static final class Server {
        private static final String URL = start();

        private static String start() {
            try {
                // What a test leaves behind need not outlast a power failure.
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
                return server.getJdbcUrl("postgres", "postgres").replace("localhost", "127.0.0.1");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The server's database, as its administrator, with a question mark in it. */
    static String server() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        assumeTrue(system.equals("Linux amd64"), "PostgreSQL's binary for tests is for Linux on x86-64");
        return Server.URL;
    }

    /** Has the server's administrator run statements. */
    static void server(String... statements) {
        run(server(), statements);
    }

    /** Runs statements as another program would. */
    static void run(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url.startsWith("jdbc:") ? url : "jdbc:sqlite:" + url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
