package dev.shirube.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, as migrations that only go forward: the script at index n leads from version n to n + 1.
 *
 * <p>A finding, diagnostic or coverage stands in one row for as long as nothing about it changes: from {@code
 * first_snapshot} until before {@code until_snapshot}, which is null while it lasts. Statements elsewhere keep to the SQL
 * that SQLite and PostgreSQL share; these scripts are SQLite's own.
 */
final class Schema {

    /** "SHRB": tells a store from any other SQLite file. */
    static final int APPLICATION_ID = 0x53485242;

    private static final List<List<String>> MIGRATIONS = List.of(
            List.of(
                    """
            CREATE TABLE snapshot (
              number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, system TEXT NOT NULL, targets TEXT NOT NULL,
              as_of TEXT NOT NULL, tool_version TEXT NOT NULL, complete INTEGER NOT NULL)""",
                    """
            CREATE TRIGGER snapshot_immutable BEFORE UPDATE ON snapshot WHEN OLD.complete = 1
              BEGIN SELECT RAISE(ABORT, 'a complete snapshot does not change'); END""",
                    """
            CREATE TRIGGER snapshot_kept BEFORE DELETE ON snapshot
              BEGIN SELECT RAISE(ABORT, 'a snapshot is kept'); END""",
                    """
            CREATE TABLE unit (
              id INTEGER PRIMARY KEY, system TEXT NOT NULL, target TEXT NOT NULL, path TEXT NOT NULL,
              UNIQUE (system, target, path))""",
                    """
            CREATE TABLE unit_scan (
              unit INTEGER NOT NULL REFERENCES unit (id), snapshot INTEGER NOT NULL REFERENCES snapshot (number),
              PRIMARY KEY (unit, snapshot)) WITHOUT ROWID""",
                    "CREATE INDEX unit_scan_snapshot ON unit_scan (snapshot)",
                    "CREATE TABLE asset (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, identity TEXT NOT NULL, record TEXT NOT NULL)",
                    """
            CREATE TABLE finding (
              id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), fingerprint BLOB NOT NULL,
              content BLOB NOT NULL, asset INTEGER REFERENCES asset (id), record TEXT NOT NULL,
              first_snapshot INTEGER NOT NULL REFERENCES snapshot (number), until_snapshot INTEGER)""",
                    "CREATE UNIQUE INDEX finding_present ON finding (unit, fingerprint) WHERE until_snapshot IS NULL",
                    "CREATE INDEX finding_fingerprint ON finding (fingerprint)",
                    """
            CREATE TABLE remark (
              id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), fingerprint BLOB NOT NULL,
              content BLOB NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL,
              first_snapshot INTEGER NOT NULL REFERENCES snapshot (number), until_snapshot INTEGER)""",
                    "CREATE UNIQUE INDEX remark_present ON remark (unit, fingerprint) WHERE until_snapshot IS NULL",
                    "CREATE TABLE system (id TEXT PRIMARY KEY, record TEXT NOT NULL)",
                    "CREATE TABLE team (id TEXT PRIMARY KEY, record TEXT NOT NULL)",
                    """
            CREATE TABLE budget (
              department TEXT NOT NULL, fiscal_year INTEGER NOT NULL, yen BIGINT NOT NULL,
              PRIMARY KEY (department, fiscal_year))""",
                    """
            CREATE TABLE document (
              kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, bytes BLOB NOT NULL, author TEXT NOT NULL,
              PRIMARY KEY (kind, id, version))""",
                    """
            CREATE TRIGGER document_immutable BEFORE UPDATE ON document
              BEGIN SELECT RAISE(ABORT, 'a version of a document does not change'); END"""),
            // Remarks of the kind "endpoint", which an older program would not understand, and what was recorded of
            // units
            // that are not finished.
            List.of("""
            CREATE TABLE part (
              id INTEGER PRIMARY KEY, snapshot INTEGER NOT NULL REFERENCES snapshot (number), unit TEXT NOT NULL,
              bytes BLOB NOT NULL)""", "CREATE INDEX part_unit ON part (snapshot, unit)"));

    /** The version that this program writes. */
    static final int VERSION = MIGRATIONS.size();

    private Schema() {}

    /** What a file is, before anything in it is touched. */
    enum State {
        EMPTY,
        CURRENT,
        OLDER,
        NEWER,
        FOREIGN
    }

    /**
     * Looks at the two numbers of the file's head; at the tables only if both are unset. Wants a transaction around it:
     * between two looks another process may have made the store.
     */
    static State state(Connection connection) throws SQLException {
        long version = number(connection, "PRAGMA user_version");
        long application = number(connection, "PRAGMA application_id");
        if (application == APPLICATION_ID) {
            return version == VERSION ? State.CURRENT : version > VERSION ? State.NEWER : State.OLDER;
        }
        boolean unset = version == 0 && application == 0;
        return unset && number(connection, "SELECT COUNT(*) FROM sqlite_master") == 0 ? State.EMPTY : State.FOREIGN;
    }

    /** Brings the tables up to date, inside the caller's transaction; another process may have done so just before. */
    static void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int from = (int) number(connection, "PRAGMA user_version");
            for (int version = from; version < VERSION; version++) {
                for (String sql : MIGRATIONS.get(version)) {
                    statement.execute(sql);
                }
            }
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + VERSION);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
