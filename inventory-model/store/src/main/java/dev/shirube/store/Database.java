package dev.shirube.store;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * One connection to a database file, in write-ahead-log mode: readers in other processes never wait for the writer, and a
 * process that is killed loses only what it had not committed.
 */
final class Database implements AutoCloseable {

    private static final String PREFIX = "jdbc:sqlite:";

    /** Milliseconds between two tries. */
    private static final int STEP = 5;

    private final String name;
    private final Connection connection;
    private final int patience;

    /** Something done with the connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private Database(String name, Connection connection, int patience) {
        this.name = name;
        this.connection = connection;
        this.patience = patience;
    }

    /**
     * Opens or creates the file.
     *
     * @param url a path, or {@code jdbc:sqlite:} and a path or {@code file:} URI
     * @param patience milliseconds to wait for another process's transaction
     */
    static Database open(String url, int patience) {
        String file = url.startsWith(PREFIX) ? url.substring(PREFIX.length()) : url;
        if (file.isEmpty() || file.startsWith("jdbc:")) {
            throw StoreFault.UNKNOWN_KIND.at(url);
        }
        if (!file.startsWith("file:") && !file.equals(":memory:")) {
            file = checked(file);
        }
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.setBusyTimeout(patience);
            config.enforceForeignKeys(true);
            return prepared(new Database(file, JDBC.createConnection(PREFIX + file, config.toProperties()), patience));
        } catch (SQLException e) {
            throw StoreFault.of(file, e);
        }
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

    private static Database prepared(Database database) {
        try {
            database.prepare();
            return database;
        } catch (SQLException e) {
            database.close();
            throw StoreFault.of(database.name, e);
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    /** Changes nothing in a file before it is known to be ours or empty. */
    private void prepare() throws SQLException {
        Schema.State state = usable(read(Schema::state));
        writeAheadLog();
        execute("PRAGMA synchronous = NORMAL");
        if (state != Schema.State.CURRENT) {
            write(it -> {
                usable(Schema.state(it)); // a newer program may have brought it up to date just before
                Schema.migrate(it);
                return null;
            });
        }
    }

    /** SQLite does not wait by itself where two connections change the journal of a new file at once; this does. */
    private void writeAheadLog() throws SQLException {
        for (int waited = 0; ; waited += STEP) {
            try {
                execute("PRAGMA journal_mode = WAL");
                return;
            } catch (SQLException e) {
                if (waited >= patience || !StoreFault.busy(e)) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP));
            }
        }
    }

    private Schema.State usable(Schema.State state) {
        return switch (state) {
            case FOREIGN -> throw StoreFault.FOREIGN.at(name);
            case NEWER -> throw StoreFault.NEWER.at(name);
            case EMPTY, OLDER, CURRENT -> state;
        };
    }

    /** Runs work in one transaction that takes the write lock at once; commits it, or undoes all of it. */
    synchronized <T> T write(Work<T> work) {
        return transaction("BEGIN IMMEDIATE", work);
    }

    /** The same for what must outlast a power failure as well: an owner's entries, an approved plan. */
    synchronized <T> T writeDurably(Work<T> work) {
        try {
            execute("PRAGMA synchronous = FULL");
            T result = transaction("BEGIN IMMEDIATE", work);
            execute("PRAGMA synchronous = NORMAL");
            return result;
        } catch (SQLException e) {
            throw StoreFault.of(name, e);
        }
    }

    /** Runs several queries on one state of the database. */
    synchronized <T> T read(Work<T> work) {
        return transaction("BEGIN", work);
    }

    /**
     * The driver's own transactions are not used: its commit begins the next one at once, and keeps the write lock for
     * whoever comes never.
     */
    private <T> T transaction(String begin, Work<T> work) {
        boolean committed = false;
        try {
            execute(begin);
            T result = work.run(connection);
            execute("COMMIT");
            committed = true;
            return result;
        } catch (SQLException e) {
            throw StoreFault.of(name, e);
        } finally {
            if (!committed) {
                rollback();
            }
        }
    }

    private void rollback() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // No transaction is left: it could not begin, or SQLite undid it by itself. The reason is on its way
            // already.
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreFault.of(name, e);
        }
    }
}
