package dev.shirube.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What differs between the databases that a store may live in; all other statements are of the SQL that they share. */
sealed interface Dialect permits SqliteDialect, PostgresDialect {

    /** What messages call the store: never with a user or a password. */
    String name();

    /** A new connection, before anything is looked at. */
    Connection connect() throws SQLException;

    /** Prepares a connection to a database that is known to be ours or empty. */
    void settle(Connection connection) throws SQLException;

    /** Begins a transaction that sees one state of the database and does not wait for writers. */
    void beginRead(Connection connection) throws SQLException;

    /** Begins the only transaction that writes: waits for another one's end, but not for ever. */
    void beginWrite(Connection connection) throws SQLException;

    /** Ends a transaction, and leaves no lock behind. */
    void commit(Connection connection) throws SQLException;

    /** Undoes a transaction; one that never began or is over already is no fault. */
    void rollback(Connection connection);

    /** Whether what is committed from now on outlasts a power failure too, beside the end of the process. */
    void durable(Connection connection, boolean durable) throws SQLException;

    /** What a database is, before anything in it is touched; wants a transaction around it. */
    Schema.State state(Connection connection) throws SQLException;

    /** The version of the tables; 0 where there are none. */
    int version(Connection connection) throws SQLException;

    /** Notes that the tables are of that version now. */
    void stamp(Connection connection, int version) throws SQLException;

    /**
     * The definition of a table or index in this database's words.
     *
     * @param template SQL with {@code $key} for the type of a generated primary key, {@code $number} for 64 bits, {@code
     *     $bytes} for bytes, {@code $text} for a text that sorts by its code points, and {@code $compact} behind a table
     *     whose rows are kept in its primary key
     */
    String ddl(String template);

    /** The statements by which the database itself refuses a change. */
    List<String> refusal(Refusal refusal);

    /** What a fault of the database means. */
    StoreFault fault(SQLException e);

    /** The database's own code of a fault. */
    String reason(SQLException e);

    /**
     * A change of rows that is refused.
     *
     * @param name of the rule
     * @param event UPDATE or DELETE
     * @param condition on OLD; empty for always
     */
    record Refusal(String name, String event, String table, String condition, String message) {}

    /** Runs a statement without values. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The number in the first column of a query's first row. */
    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What the two numbers that a store carries say; {@code ours} is whether it carries the mark of a store. */
    static Schema.State state(boolean ours, long version, boolean empty) {
        if (!ours) {
            return empty ? Schema.State.EMPTY : Schema.State.FOREIGN;
        }
        return version == Schema.VERSION
                ? Schema.State.CURRENT
                : version > Schema.VERSION ? Schema.State.NEWER : Schema.State.OLDER;
    }
}
