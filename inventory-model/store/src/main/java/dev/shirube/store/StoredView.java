package dev.shirube.store;

import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Origin;
import dev.shirube.domain.SystemStanding;
import dev.shirube.domain.mapping.InventoryMapper;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.observed.Comparison;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The view of a store's present state; each part is read when it is first asked for. */
final class StoredView implements InventoryView {

    private final Connection connection;
    private final SystemMapping mapping;
    private final FindingRows rows;
    private Optional<Inventory> frame = Optional.empty();
    private Optional<List<FindingCount>> kinds = Optional.empty();

    StoredView(Connection connection, SystemMapping mapping) throws SQLException {
        this.connection = connection;
        this.mapping = mapping;
        this.rows = new FindingRows(connection, mapping);
    }

    /** What a query of a view meets, on its way through an interface that knows no database. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient SQLException reason;

        private Failed(SQLException reason) {
            super(reason);
            this.reason = reason;
        }

        SQLException reason() {
            return reason;
        }
    }

    private interface Query<T> {
        T run() throws SQLException;
    }

    private static <T> T asked(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    @Override
    public Inventory frame() {
        if (frame.isEmpty()) {
            frame = Optional.of(asked(this::readFrame));
        }
        return frame.get();
    }

    private Inventory readFrame() throws SQLException {
        InventoryMapper mapper = new InventoryMapper(mapping);
        Map<Long, Remarks> remarks = new HashMap<>();
        Sql.each(
                connection,
                row -> remarks.computeIfAbsent(row.getLong(1), it -> new Remarks())
                        .add(row.getString(2), row.getString(3)),
                "SELECT unit, kind, record FROM remark WHERE until_snapshot IS NULL");
        Map<Long, Set<String>> holders = mapping.isNone() ? Map.of() : rows.holders();
        remarks.forEach((id, all) -> {
            StoredUnit unit = rows.units().get(id);
            InventoryMapper.Unit mapped = mapper.unit(unit.system(), unit.target(), unit.path());
            holders.getOrDefault(id, Set.of()).forEach(mapped::holds);
            all.diagnostics().forEach(mapped::add);
            all.endpoints().forEach(mapped::add);
            mapped.add(all.coverage());
        });
        return compared(mapper.inventory(Registers.systems(connection)));
    }

    /** With the discrepancies; of the findings only those are read that can be in one. */
    private Inventory compared(Inventory bare) {
        Set<String> systems =
                bare.endpoints().stream().map(AssignedEndpoint::system).collect(Collectors.toSet());
        if (systems.isEmpty()) {
            return bare;
        }
        Selection selection = new Selection(
                systems::contains,
                it -> it instanceof CryptoAsset.Library || it instanceof CryptoAsset.Protocol,
                it -> true,
                Optional.empty());
        List<AssignedFinding> declaring = new ArrayList<>();
        try (FindingsInOrder all = findings(selection, Comparator.naturalOrder())) {
            all.forEach(declaring::add);
        }
        return Comparison.compared(bare.withFindings(declaring)).withFindings(List.of());
    }

    @Override
    public SortedMap<String, SystemStanding> standing() {
        SortedMap<String, Set<Origin>> told = new TreeMap<>();
        kinds().forEach(it -> told.computeIfAbsent(it.system(), key -> EnumSet.noneOf(Origin.class))
                .add(it.traits().origin()));
        return SystemStanding.of(frame(), told);
    }

    private List<FindingCount> kinds() {
        if (kinds.isEmpty()) {
            kinds = Optional.of(asked(rows::counts));
        }
        return kinds.get();
    }

    @Override
    public List<FindingCount> counts(Selection selection) {
        return selection.places().isEmpty()
                ? kinds().stream().filter(selection::accepts).toList()
                : asked(() -> rows.counts(selection));
    }

    @Override
    public FindingsInOrder findings(Selection selection, Comparator<AssignedFinding> order) {
        return asked(() -> rows.sorted(selection, order, SpilledFindings.RUN));
    }
}
