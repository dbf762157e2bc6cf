package dev.shirube.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A schema of a PostgreSQL database, the first of the connection's search path: one writes at a time, by a lock of the
 * schema's own; readers see one state and never wait.
 */
final class PostgresDialect implements Dialect {

    /** The table that tells a store from any other schema, and says its version. */
    private static final String MARK = "shirube_store";

    /** "SHRB", so that the locks are not those of another program. */
    private static final int LOCKS = 0x53485242;

    /** The driver tells of faulty URLs with all that is in them; what is to be said, we say. Held, or it is forgotten. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private final String url;
    private final int patience;
    private final Map<String, String> environment;

    /**
     * Does not connect yet.
     *
     * @param patience milliseconds to wait for another connection's transaction
     * @param environment variables of the process; {@code PGUSER} and {@code PGPASSWORD} stand in for what the URL leaves
     *     out, as with PostgreSQL's own programs
     */
    PostgresDialect(String url, int patience, Map<String, String> environment) {
        this.url = url;
        this.patience = patience;
        this.environment = environment;
    }

    @Override
    public String name() {
        return StoreUrl.shown(url);
    }

    @Override
    public Connection connect() throws SQLException {
        DRIVER.setLevel(Level.OFF);
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "shirube");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        // Rows come in portions: a large inventory would not fit into memory twice.
        properties.setProperty("defaultRowFetchSize", "2000");
        environment("PGUSER", "user", properties);
        environment("PGPASSWORD", "password", properties);
        Connection connection = DriverManager.getConnection(url, properties);
        connection.setAutoCommit(false);
        return connection;
    }

    private void environment(String variable, String property, Properties properties) {
        String value = environment.get(variable);
        if (value != null && !value.isEmpty()) {
            properties.setProperty(property, value);
        }
    }

    @Override
    public void settle(Connection connection) throws SQLException {
        Dialect.execute(connection, "SET lock_timeout = " + patience);
        connection.commit();
    }

    @Override
    public void beginRead(Connection connection) throws SQLException {
        Dialect.execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }

    /**
     * Each statement after the lock sees what the writer before committed: that is why the level is read committed, and why
     * the lock is a statement of its own.
     */
    @Override
    public void beginWrite(Connection connection) throws SQLException {
        Dialect.execute(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        Dialect.execute(connection, "SELECT pg_advisory_xact_lock(" + LOCKS + ", hashtext(current_schema()))");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and the transaction with it. The reason is on its way already.
        }
    }

    /** The server answers a commit when it is on its disk, unless its administrator chose otherwise. */
    @Override
    public void durable(Connection connection, boolean durable) {}

    @Override
    public Schema.State state(Connection connection) throws SQLException {
        if (Dialect.number(connection, "SELECT COUNT(current_schema())") == 0) {
            throw StoreFault.NO_SCHEMA.at(name());
        }
        boolean ours = tables(connection, " AND relname = '" + MARK + "'") > 0;
        return Dialect.state(ours, ours ? version(connection) : 0, tables(connection, "") == 0);
    }

    /** Tables of the schema alone: what extensions show as views or keep elsewhere is in nobody's way. */
    private static long tables(Connection connection, String condition) throws SQLException {
        return Dialect.number(
                connection,
                "SELECT COUNT(*) FROM pg_catalog.pg_class WHERE relnamespace = current_schema()::regnamespace"
                        + " AND relkind IN ('r', 'p')" + condition);
    }

    @Override
    public int version(Connection connection) throws SQLException {
        return tables(connection, " AND relname = '" + MARK + "'") == 0
                ? 0
                : (int) Dialect.number(connection, "SELECT version FROM " + MARK);
    }

    @Override
    public void stamp(Connection connection, int version) throws SQLException {
        Dialect.execute(connection, "CREATE TABLE IF NOT EXISTS " + MARK + " (version INTEGER NOT NULL)");
        Dialect.execute(connection, "DELETE FROM " + MARK);
        Dialect.execute(connection, "INSERT INTO " + MARK + " (version) VALUES (" + version + ")");
    }

    @Override
    public String ddl(String template) {
        return template.replace("$key", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY")
                .replace("$number", "BIGINT")
                .replace("$bytes", "BYTEA")
                .replace("$text", "TEXT COLLATE \"C\"")
                .replace("$compact", "");
    }

    @Override
    public List<String> refusal(Refusal it) {
        return List.of(
                "CREATE FUNCTION " + it.name() + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '"
                        + it.message() + "'; END $$",
                "CREATE TRIGGER " + it.name() + " BEFORE " + it.event() + " ON " + it.table() + " FOR EACH ROW"
                        + (it.condition().isEmpty() ? "" : " WHEN (" + it.condition() + ")")
                        + " EXECUTE FUNCTION " + it.name() + "()");
    }

    /** See PostgreSQL's appendix of error codes (SQLSTATE): the first two characters are the class. */
    @Override
    public StoreFault fault(SQLException e) {
        String state = reason(e);
        return switch (state) {
            case "08004" -> StoreFault.LOG_IN; // the driver's own code where a password is asked for and there is none
            case "55P03", "40P01" -> StoreFault.LOCKED;
            case "25006", "42501" -> StoreFault.NO_RIGHT;
            case "53100" -> StoreFault.FULL;
            case "3D000" -> StoreFault.NO_DATABASE;
            case "3F000" -> StoreFault.NO_SCHEMA;
            case "53300", "57P01", "57P02", "57P03" -> StoreFault.AWAY;
            case "XX001", "XX002" -> StoreFault.CORRUPT;
            default ->
                state.startsWith("08")
                        ? StoreFault.AWAY
                        : state.startsWith("28") ? StoreFault.LOG_IN : StoreFault.OTHER;
        };
    }

    @Override
    public String reason(SQLException e) {
        return e.getSQLState() == null ? "?" : e.getSQLState();
    }
}
