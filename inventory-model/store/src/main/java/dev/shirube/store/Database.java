package dev.shirube.store;

import java.sql.Connection;
import java.sql.SQLException;

/** One connection to the database of a store, and transactions on it. */
final class Database implements AutoCloseable {

    private final Dialect dialect;
    private final Connection connection;

    /** Something done with the connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private Database(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /**
     * Opens or creates a store.
     *
     * @param patience milliseconds to wait for another process's transaction
     */
    static Database open(String url, int patience) {
        return open(
                StoreUrl.isServer(url)
                        ? new PostgresDialect(url, patience, System.getenv())
                        : new SqliteDialect(url, patience));
    }

    static Database open(Dialect dialect) {
        Connection connection;
        try {
            connection = dialect.connect();
        } catch (SQLException e) {
            // Without its cause: the driver's message may hold the whole URL.
            throw dialect.fault(e).at(dialect.name(), dialect.reason(e));
        }
        Database database = new Database(dialect, connection);
        try {
            database.prepare();
            return database;
        } catch (SQLException e) {
            database.close();
            throw database.failed(e);
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    /** What messages call it. */
    String name() {
        return dialect.name();
    }

    /** Changes nothing in a database before it is known to be ours or empty. */
    private void prepare() throws SQLException {
        Schema.State state = usable(read(dialect::state));
        dialect.settle(connection);
        if (state != Schema.State.CURRENT) {
            write(it -> {
                usable(dialect.state(it)); // a newer program may have brought it up to date just before
                Schema.migrate(dialect, it);
                return null;
            });
        }
    }

    private Schema.State usable(Schema.State state) {
        return switch (state) {
            case FOREIGN -> throw StoreFault.foreign(dialect).at(dialect.name());
            case NEWER -> throw StoreFault.NEWER.at(dialect.name());
            case EMPTY, OLDER, CURRENT -> state;
        };
    }

    /** Runs work in one transaction that takes the write lock at once; commits it, or undoes all of it. */
    synchronized <T> T write(Work<T> work) {
        return transaction(dialect::beginWrite, work);
    }

    /** The same for what must outlast a power failure as well: an owner's entries, an approved plan. */
    synchronized <T> T writeDurably(Work<T> work) {
        try {
            dialect.durable(connection, true);
            T result = write(work);
            dialect.durable(connection, false);
            return result;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs several queries on one state of the database. */
    synchronized <T> T read(Work<T> work) {
        return transaction(dialect::beginRead, work);
    }

    /** How a transaction begins. */
    @FunctionalInterface
    private interface Begin {
        void on(Connection connection) throws SQLException;
    }

    private <T> T transaction(Begin begin, Work<T> work) {
        boolean committed = false;
        try {
            begin.on(connection);
            T result = work.run(connection);
            dialect.commit(connection);
            committed = true;
            return result;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            if (!committed) {
                dialect.rollback(connection);
            }
        }
    }

    private StoreException failed(SQLException e) {
        return dialect.fault(e).at(dialect.name(), dialect.reason(e), e);
    }

    /** Outside any transaction; for tests that make the database misbehave. */
    void execute(String sql) throws SQLException {
        Dialect.execute(connection, sql);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
