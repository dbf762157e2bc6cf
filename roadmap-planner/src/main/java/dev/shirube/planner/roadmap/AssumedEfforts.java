package dev.shirube.planner.roadmap;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.resources.EffortRate;
import dev.shirube.domain.resources.EffortUnit;
import dev.shirube.domain.resources.Estimate;
import java.util.ArrayList;
import java.util.List;

/** The planning assumptions of {@code efforts.yaml} as rates, for whoever shows them beside the office's own. */
public final class AssumedEfforts {

    private static final int TENTHS = 10;

    private AssumedEfforts() {}

    /** One rate for each task and one for each finding it covers; only the likely amount is assumed. */
    public static List<EffortRate> rates() {
        DataNode table = DataTable.load(AssumedEfforts.class, "efforts.table").get("efforts");
        List<EffortRate> rates = new ArrayList<>();
        for (TaskKind kind : TaskKind.values()) {
            DataNode row = table.get(kind.id());
            add(rates, kind, EffortUnit.TASK, row.get("base").intOr(0) * TENTHS);
            add(rates, kind, EffortUnit.FINDING, row.get("tenths").intOr(0));
        }
        return List.copyOf(rates);
    }

    private static void add(List<EffortRate> rates, TaskKind kind, EffortUnit unit, int tenths) {
        if (tenths > 0) {
            rates.add(new EffortRate(kind.id(), unit, Estimate.likely(tenths), Estimate.UNKNOWN, ""));
        }
    }
}
