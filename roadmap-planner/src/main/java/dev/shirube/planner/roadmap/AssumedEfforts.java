package dev.shirube.planner.roadmap;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.resources.EffortRate;
import dev.shirube.domain.resources.EffortUnit;
import dev.shirube.domain.resources.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The planning assumptions of {@code efforts.yaml} as rates, for whoever shows them beside the office's own. */
public final class AssumedEfforts {

    private AssumedEfforts() {}

    /** By kind of task and unit, in tenths of a person-day: low, likely and high. No money is assumed. */
    public static List<EffortRate> rates() {
        return Holder.RATES;
    }

    private static List<EffortRate> read(DataNode table) {
        List<EffortRate> rates = new ArrayList<>();
        for (TaskKind kind : TaskKind.values()) {
            DataNode row = table.get(kind.id()).get("rates");
            for (EffortUnit unit : EffortUnit.values()) {
                List<DataNode> amounts = row.get(unit.id()).items();
                if (!amounts.isEmpty()) {
                    rates.add(new EffortRate(kind.id(), unit, estimate(amounts), Estimate.UNKNOWN, ""));
                }
            }
        }
        return List.copyOf(rates);
    }

    private static Estimate estimate(List<DataNode> amounts) {
        return new Estimate(
                Optional.of(amounts.get(0).whole()),
                Optional.of(amounts.get(1).whole()),
                Optional.of(amounts.get(2).whole()));
    }

    private static final class Holder {
        static final List<EffortRate> RATES =
                read(DataTable.load(AssumedEfforts.class, "efforts.table").get("efforts"));
    }
}
