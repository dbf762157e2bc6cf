package dev.shirube.store;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.mapping.InventoryMapper;
import dev.shirube.domain.mapping.SystemMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the inventory: of one system or all, as it is or as it was at a snapshot. */
final class InventoryReader {

    private final Connection connection;
    private final String condition;
    private final Object[] values;
    private final SystemMapping mapping;
    private final Optional<String> only;

    /** @param system only what the mapping gives to it */
    InventoryReader(Connection connection, Optional<String> system, OptionalLong snapshot, SystemMapping mapping) {
        this.connection = connection;
        this.mapping = mapping;
        this.only = system;
        List<Object> bound = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        if (snapshot.isPresent()) {
            where.append("x.first_snapshot <= ? AND (x.until_snapshot IS NULL OR x.until_snapshot > ?)");
            bound.add(snapshot.getAsLong());
            bound.add(snapshot.getAsLong());
        } else {
            where.append("x.until_snapshot IS NULL");
        }
        system.filter(it -> mapping.isNone()).ifPresent(it -> {
            where.append(" AND u.system = ?");
            bound.add(it);
        });
        this.condition = where.toString();
        this.values = bound.toArray();
    }

    Inventory read(List<InformationSystem> register) throws SQLException {
        InventoryMapper mapper = new InventoryMapper(mapping);
        Map<Long, InventoryMapper.Unit> mapped = new HashMap<>();
        Map<Long, StoredUnit> units = StoredUnit.all(connection);
        each((unit, finding) -> mapped(unit, units, mapped, mapper).add(finding));
        Map<Long, Remarks> remarks = new HashMap<>();
        Sql.list(
                connection,
                row -> remarks.computeIfAbsent(row.getLong(1), it -> new Remarks())
                        .add(row.getString(2), row.getString(3)),
                "SELECT u.id, x.kind, x.record FROM remark x JOIN unit u ON u.id = x.unit WHERE " + condition,
                values);
        remarks.forEach((id, all) -> {
            InventoryMapper.Unit unit = mapped(id, units, mapped, mapper);
            all.diagnostics().forEach(unit::add);
            all.endpoints().forEach(unit::add);
            unit.add(all.coverage());
        });
        Inventory all = mapper.inventory(register);
        return only.map(all::only).orElse(all);
    }

    private static InventoryMapper.Unit mapped(
            long id, Map<Long, StoredUnit> units, Map<Long, InventoryMapper.Unit> mapped, InventoryMapper mapper) {
        return mapped.computeIfAbsent(id, it -> {
            StoredUnit unit = units.get(it);
            return mapper.unit(unit.system(), unit.target(), unit.path());
        });
    }

    /** Every finding as it was recorded, with the system that its scan was told and the target it was found in. */
    void each(RecordedVisitor visitor) throws SQLException {
        Map<Long, StoredUnit> units = StoredUnit.all(connection);
        each((id, finding) -> {
            StoredUnit unit = units.get(id);
            visitor.visit(unit.system(), unit.target(), finding);
        });
    }

    private interface FindingOfUnit {
        void accept(long unit, Finding finding);
    }

    private void each(FindingOfUnit visitor) throws SQLException {
        Map<Long, CryptoAsset> assets = new HashMap<>();
        Sql.each(
                connection,
                row -> {
                    CryptoAsset asset = assets.get(row.getLong(2));
                    if (asset == null) {
                        asset = AssetRecord.read(row.getString(3));
                        assets.put(row.getLong(2), asset);
                    }
                    visitor.accept(row.getLong(1), FindingRecord.read(asset, row.getString(4)));
                },
                "SELECT u.id, a.id, a.record, x.record FROM finding x JOIN unit u ON u.id = x.unit"
                        + " JOIN asset a ON a.id = x.asset WHERE " + condition,
                values);
    }
}
