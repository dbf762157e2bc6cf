package dev.shirube.store;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the inventory: of one system or all, as it is or as it was at a snapshot. */
final class InventoryReader {

    private final Connection connection;
    private final String condition;
    private final Object[] values;

    InventoryReader(Connection connection, Optional<String> system, OptionalLong snapshot) {
        this.connection = connection;
        List<Object> bound = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        if (snapshot.isPresent()) {
            where.append("x.first_snapshot <= ? AND (x.until_snapshot IS NULL OR x.until_snapshot > ?)");
            bound.add(snapshot.getAsLong());
            bound.add(snapshot.getAsLong());
        } else {
            where.append("x.until_snapshot IS NULL");
        }
        system.ifPresent(it -> {
            where.append(" AND u.system = ?");
            bound.add(it);
        });
        this.condition = where.toString();
        this.values = bound.toArray();
    }

    Inventory read(List<InformationSystem> register) throws SQLException {
        SortedMap<String, Remarks> remarks = new TreeMap<>();
        Sql.list(
                connection,
                row -> remarks.computeIfAbsent(row.getString(1), it -> new Remarks())
                        .add(row.getString(2), row.getString(3)),
                "SELECT u.system, x.kind, x.record FROM remark x JOIN unit u ON u.id = x.unit WHERE " + condition,
                values);
        List<AssignedDiagnostic> diagnostics = new ArrayList<>();
        List<AssignedEndpoint> endpoints = new ArrayList<>();
        SortedMap<String, Coverage> coverage = new TreeMap<>();
        remarks.forEach((system, all) -> {
            all.diagnostics().forEach(it -> diagnostics.add(new AssignedDiagnostic(system, it)));
            all.endpoints().forEach(it -> endpoints.add(new AssignedEndpoint(system, it)));
            coverage.put(system, all.coverage());
        });
        SortedMap<String, InformationSystem> systems = new TreeMap<>();
        register.forEach(system -> systems.put(system.id(), system));
        return new Inventory(systems, findings(), diagnostics, coverage, endpoints);
    }

    private List<AssignedFinding> findings() throws SQLException {
        Map<Long, CryptoAsset> assets = new HashMap<>();
        return Sql.list(
                connection,
                row -> {
                    CryptoAsset asset = assets.get(row.getLong(2));
                    if (asset == null) {
                        asset = AssetRecord.read(row.getString(3));
                        assets.put(row.getLong(2), asset);
                    }
                    return new AssignedFinding(row.getString(1), FindingRecord.read(asset, row.getString(4)));
                },
                "SELECT u.system, a.id, a.record, x.record FROM finding x JOIN unit u ON u.id = x.unit"
                        + " JOIN asset a ON a.id = x.asset WHERE " + condition,
                values);
    }
}
