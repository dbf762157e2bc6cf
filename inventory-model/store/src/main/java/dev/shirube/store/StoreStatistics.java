package dev.shirube.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How much a store holds.
 *
 * @param snapshots scans, interrupted ones included
 * @param systems registered information systems
 * @param findings those of the latest state
 * @param findingRows those of all times, each once per interval in which nothing about it changed
 * @param assets distinct assets of all times
 * @param diagnostics those of the latest state
 * @param documents versions of documents
 */
public record StoreStatistics(
        long snapshots, long systems, long findings, long findingRows, long assets, long diagnostics, long documents) {

    static StoreStatistics of(Connection connection) throws SQLException {
        return new StoreStatistics(
                count(connection, "snapshot"),
                count(connection, "system"),
                count(connection, "finding WHERE until_snapshot IS NULL"),
                count(connection, "finding"),
                count(connection, "asset"),
                count(connection, "remark WHERE until_snapshot IS NULL AND kind = 'diagnostic'"),
                count(connection, "document"));
    }

    private static long count(Connection connection, String rows) throws SQLException {
        return Sql.number(connection, "SELECT COUNT(*) FROM " + rows);
    }
}
