package dev.shirube.store;

import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads back what a session has committed, unit by unit. */
final class UnitReader {

    private final Connection connection;
    private final long snapshot;

    UnitReader(Connection connection, long snapshot) {
        this.connection = connection;
        this.snapshot = snapshot;
    }

    private record Unit(long id, String path) {}

    /** The units of that snapshot as they are known now, by the order in which they first came. */
    List<ScanResult> results() throws SQLException {
        List<Unit> units = Sql.list(
                connection,
                row -> new Unit(row.getLong(1), new RecordReader(row.getString(2)).text()),
                "SELECT u.id, u.path FROM unit_scan s JOIN unit u ON u.id = s.unit WHERE s.snapshot = ? ORDER BY u.id",
                snapshot);
        List<ScanResult> results = new ArrayList<>();
        for (Unit unit : units) {
            results.add(result(unit));
        }
        return results;
    }

    private ScanResult result(Unit unit) throws SQLException {
        List<Finding> findings = Sql.list(
                connection,
                row -> FindingRecord.read(AssetRecord.read(row.getString(1)), row.getString(2)),
                "SELECT a.record, f.record FROM finding f JOIN asset a ON a.id = f.asset"
                        + " WHERE f.unit = ? AND f.until_snapshot IS NULL",
                unit.id());
        Remarks remarks = new Remarks();
        Sql.list(
                connection,
                row -> remarks.add(row.getString(1), row.getString(2)),
                "SELECT kind, record FROM remark WHERE unit = ? AND until_snapshot IS NULL",
                unit.id());
        return new ScanResult(unit.path(), findings, remarks.diagnostics(), remarks.coverage(), remarks.endpoints());
    }
}
