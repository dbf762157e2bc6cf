package dev.shirube.store;

import dev.shirube.store.Dialect.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, as migrations that only go forward: the script at index n leads from version n to n + 1.
 *
 * <p>A finding, diagnostic or coverage stands in one row for as long as nothing about it changes: from {@code
 * first_snapshot} until before {@code until_snapshot}, which is null while it lasts. Statements keep to the SQL that
 * SQLite and PostgreSQL share; {@link Dialect#ddl} puts in the types that they name differently.
 */
final class Schema {

    /** One step of a migration. */
    @FunctionalInterface
    private interface Step {
        void run(Dialect dialect, Connection connection) throws SQLException;
    }

    private static final List<List<Step>> MIGRATIONS = List.of(
            List.of(
                    sql("""
            CREATE TABLE snapshot (
              number $number PRIMARY KEY, name $text NOT NULL UNIQUE, system $text NOT NULL, targets $text NOT NULL,
              as_of $text NOT NULL, tool_version $text NOT NULL, complete INTEGER NOT NULL)"""),
                    refusal(new Refusal(
                            "snapshot_immutable",
                            "UPDATE",
                            "snapshot",
                            "OLD.complete = 1",
                            "a complete snapshot does not change")),
                    refusal(new Refusal("snapshot_kept", "DELETE", "snapshot", "", "a snapshot is kept")),
                    sql("""
            CREATE TABLE unit (
              id $key, system $text NOT NULL, target $text NOT NULL, path $text NOT NULL,
              UNIQUE (system, target, path))"""),
                    sql("""
            CREATE TABLE unit_scan (
              unit $number NOT NULL REFERENCES unit (id), snapshot $number NOT NULL REFERENCES snapshot (number),
              PRIMARY KEY (unit, snapshot))$compact"""),
                    sql("CREATE INDEX unit_scan_snapshot ON unit_scan (snapshot)"),
                    sql(
                            "CREATE TABLE asset (id $key, digest $bytes NOT NULL UNIQUE, identity $text NOT NULL, record $text NOT NULL)"),
                    sql("""
            CREATE TABLE finding (
              id $key, unit $number NOT NULL $refers unit (id), fingerprint $bytes NOT NULL,
              content $bytes NOT NULL, asset $number $refers asset (id), record $text NOT NULL,
              first_snapshot $number NOT NULL $refers snapshot (number), until_snapshot $number)"""),
                    sql(
                            "CREATE UNIQUE INDEX finding_present ON finding (unit, fingerprint) WHERE until_snapshot IS NULL"),
                    sql("CREATE INDEX finding_fingerprint ON finding (fingerprint)"),
                    sql("""
            CREATE TABLE remark (
              id $key, unit $number NOT NULL REFERENCES unit (id), fingerprint $bytes NOT NULL,
              content $bytes NOT NULL, kind $text NOT NULL, record $text NOT NULL,
              first_snapshot $number NOT NULL REFERENCES snapshot (number), until_snapshot $number)"""),
                    sql(
                            "CREATE UNIQUE INDEX remark_present ON remark (unit, fingerprint) WHERE until_snapshot IS NULL"),
                    sql("CREATE TABLE system (id $text PRIMARY KEY, record $text NOT NULL)"),
                    sql("CREATE TABLE team (id $text PRIMARY KEY, record $text NOT NULL)"),
                    sql("""
            CREATE TABLE budget (
              department $text NOT NULL, fiscal_year INTEGER NOT NULL, yen BIGINT NOT NULL,
              PRIMARY KEY (department, fiscal_year))"""),
                    sql("""
            CREATE TABLE document (
              kind $text NOT NULL, id $text NOT NULL, version INTEGER NOT NULL, bytes $bytes NOT NULL,
              author $text NOT NULL, PRIMARY KEY (kind, id, version))"""),
                    refusal(new Refusal(
                            "document_immutable",
                            "UPDATE",
                            "document",
                            "",
                            "a version of a document does not change"))),
            // Remarks of the kind "endpoint", which an older program would not understand, and what was recorded of
            // units that are not finished.
            List.of(sql("""
            CREATE TABLE part (
              id $key, snapshot $number NOT NULL REFERENCES snapshot (number), unit $text NOT NULL,
              bytes $bytes NOT NULL)"""), sql("CREATE INDEX part_unit ON part (snapshot, unit)")),
            // What a snapshot was made by; what findings are counted by, and the ranges of snapshots in which they came
            // and went. By its fingerprint a finding is looked for within a unit, by the index of those present.
            List.of(
                    sql("ALTER TABLE snapshot ADD COLUMN catalogue_digest $text NOT NULL DEFAULT ''"),
                    sql("ALTER TABLE snapshot ADD COLUMN registry_digest $text NOT NULL DEFAULT ''"),
                    sql("ALTER TABLE snapshot ADD COLUMN configuration $text NOT NULL DEFAULT ''"),
                    sql("ALTER TABLE snapshot ADD COLUMN scope $text NOT NULL DEFAULT ''"),
                    sql("CREATE TABLE trait (id $key, record $text NOT NULL UNIQUE)"),
                    sql("ALTER TABLE finding ADD COLUMN trait $number $refers trait (id)"),
                    (dialect, connection) -> TraitMigration.run(connection),
                    sql("DROP INDEX finding_fingerprint"),
                    sql("CREATE INDEX finding_count ON finding (unit, asset, trait) WHERE until_snapshot IS NULL"),
                    sql("CREATE INDEX finding_first ON finding (first_snapshot)"),
                    sql("CREATE INDEX finding_until ON finding (until_snapshot) WHERE until_snapshot IS NOT NULL"),
                    sql("CREATE INDEX remark_first ON remark (first_snapshot)"),
                    sql("CREATE INDEX remark_until ON remark (until_snapshot) WHERE until_snapshot IS NOT NULL")),
            // When a version of a document was saved, and between which snapshots; the register becomes such a document
            // too.
            List.of(
                    sql("ALTER TABLE document ADD COLUMN after_snapshot $number NOT NULL DEFAULT -1"),
                    sql("ALTER TABLE document ADD COLUMN saved_on $text NOT NULL DEFAULT ''"),
                    (dialect, connection) -> Registers.beginHistory(connection)));

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

    /** Brings the tables up to date, inside the caller's transaction; another process may have done so just before. */
    static void migrate(Dialect dialect, Connection connection) throws SQLException {
        for (int version = dialect.version(connection); version < VERSION; version++) {
            for (Step step : MIGRATIONS.get(version)) {
                step.run(dialect, connection);
            }
        }
        dialect.stamp(connection, VERSION);
    }

    private static Step sql(String template) {
        return (dialect, connection) -> Dialect.execute(connection, dialect.ddl(template));
    }

    private static Step refusal(Refusal refusal) {
        return (dialect, connection) -> {
            for (String sql : dialect.refusal(refusal)) {
                Dialect.execute(connection, sql);
            }
        };
    }
}
