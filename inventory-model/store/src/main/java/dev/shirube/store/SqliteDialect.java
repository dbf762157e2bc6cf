package dev.shirube.store;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * A file of SQLite, in write-ahead-log mode: readers in other processes never wait for the writer, and a process that is
 * killed loses only what it had not committed.
 */
final class SqliteDialect implements Dialect {

    private static final String PREFIX = "jdbc:sqlite:";

    /** "SHRB": tells a store from any other SQLite file. */
    private static final int APPLICATION_ID = 0x53485242;

    /** Milliseconds between two tries. */
    private static final int STEP = 5;

    private final String file;
    private final int patience;

    /**
     * Looks at the path only.
     *
     * @param url a path, or {@code jdbc:sqlite:} and a path or {@code file:} URI
     * @param patience milliseconds to wait for another process's transaction
     */
    SqliteDialect(String url, int patience) {
        String path = url.startsWith(PREFIX) ? url.substring(PREFIX.length()) : url;
        if (path.isEmpty() || path.startsWith("jdbc:") || path.contains("://")) {
            throw StoreFault.UNKNOWN_KIND.at(StoreUrl.shown(url));
        }
        this.file = path.startsWith("file:") || path.equals(":memory:") ? path : checked(path);
        this.patience = patience;
    }

    private static String checked(String file) {
        Path path;
        try {
            path = Path.of(file).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw StoreFault.UNKNOWN_KIND.at(file);
        }
        if (Files.isDirectory(path)) {
            throw StoreFault.IS_DIRECTORY.at(file);
        }
        if (!Files.isDirectory(path.getParent())) {
            throw StoreFault.NO_DIRECTORY.at(file);
        }
        // The driver takes what follows a question mark for parameters; as a URI the mark is escaped.
        return file.indexOf('?') >= 0 ? path.toUri().toString() : file;
    }

    @Override
    public String name() {
        return file;
    }

    @Override
    public Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(patience);
        config.enforceForeignKeys(true);
        return JDBC.createConnection(PREFIX + file, config.toProperties());
    }

    /** SQLite does not wait by itself where two connections change the journal of a new file at once; this does. */
    @Override
    public void settle(Connection connection) throws SQLException {
        for (int waited = 0; ; waited += STEP) {
            try {
                Dialect.execute(connection, "PRAGMA journal_mode = WAL");
                break;
            } catch (SQLException e) {
                if (waited >= patience || code(e) != SQLiteErrorCode.SQLITE_BUSY) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP));
            }
        }
        durable(connection, false);
    }

    /**
     * The driver's own transactions are not used: its commit begins the next one at once, and keeps the write lock for
     * whoever comes never.
     */
    @Override
    public void beginRead(Connection connection) throws SQLException {
        Dialect.execute(connection, "BEGIN");
    }

    @Override
    public void beginWrite(Connection connection) throws SQLException {
        Dialect.execute(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        Dialect.execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) {
        try {
            Dialect.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // No transaction is left: it could not begin, or SQLite undid it by itself. The reason is on its way
            // already.
        }
    }

    @Override
    public void durable(Connection connection, boolean durable) throws SQLException {
        Dialect.execute(connection, "PRAGMA synchronous = " + (durable ? "FULL" : "NORMAL"));
    }

    /** Looks at the two numbers of the file's head; at the tables only if both are unset. */
    @Override
    public Schema.State state(Connection connection) throws SQLException {
        long version = version(connection);
        long application = Dialect.number(connection, "PRAGMA application_id");
        boolean unset = version == 0 && application == 0;
        return Dialect.state(
                application == APPLICATION_ID,
                version,
                unset && Dialect.number(connection, "SELECT COUNT(*) FROM sqlite_master") == 0);
    }

    @Override
    public int version(Connection connection) throws SQLException {
        return (int) Dialect.number(connection, "PRAGMA user_version");
    }

    @Override
    public void stamp(Connection connection, int version) throws SQLException {
        Dialect.execute(connection, "PRAGMA application_id = " + APPLICATION_ID);
        Dialect.execute(connection, "PRAGMA user_version = " + version);
    }

    @Override
    public String ddl(String template) {
        return template.replace("$key", "INTEGER PRIMARY KEY")
                .replace("$number", "INTEGER")
                .replace("$bytes", "BLOB")
                .replace("$text", "TEXT")
                .replace("$compact", " WITHOUT ROWID");
    }

    @Override
    public List<String> refusal(Refusal it) {
        return List.of("CREATE TRIGGER " + it.name() + " BEFORE " + it.event() + " ON " + it.table()
                + (it.condition().isEmpty() ? "" : " WHEN " + it.condition())
                + " BEGIN SELECT RAISE(ABORT, '" + it.message() + "'); END");
    }

    /** An extended result code holds the primary one in its low byte. */
    private static SQLiteErrorCode code(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    }

    /** See SQLite's list of result codes. */
    @Override
    public StoreFault fault(SQLException e) {
        return switch (code(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> StoreFault.LOCKED;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN -> StoreFault.READ_ONLY;
            case SQLITE_FULL -> StoreFault.FULL;
            case SQLITE_NOTADB -> StoreFault.FOREIGN;
            case SQLITE_CORRUPT -> StoreFault.CORRUPT;
            default -> StoreFault.OTHER;
        };
    }

    @Override
    public String reason(SQLException e) {
        return code(e).name();
    }
}
