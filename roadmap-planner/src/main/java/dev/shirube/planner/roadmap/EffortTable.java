package dev.shirube.planner.roadmap;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;

/** How much work a task is: by the office's own table, or by the planning assumptions of {@code efforts.yaml}. */
final class EffortTable {

    /** No task is stretched over more than two years: a team that small needs more people, and is told so. */
    private static final int MAXIMUM_QUARTERS = 8;

    private final Resources resources;
    private final DataNode table;

    EffortTable(Resources resources) {
        this.resources = resources;
        this.table = Holder.TABLE.get("efforts");
    }

    /**
     * The effort of a task of that kind.
     *
     * @param findings how many findings it covers
     * @param largestCapacity most that its team can give in one quarter; 0 where no team is known
     */
    Effort of(TaskKind kind, int findings, int largestCapacity) {
        DataNode row = table.get(kind.id());
        Integer own = resources.personDays().get(kind);
        int assumed = row.get("base").intOr(0) + (row.get("tenths").intOr(0) * findings + 9) / 10;
        int days = own != null ? own : assumed;
        int quarters = row.get("quarters").intOr(1);
        while (largestCapacity > 0
                && quarters < MAXIMUM_QUARTERS
                && (days + quarters - 1) / quarters > largestCapacity) {
            quarters++;
        }
        return new Effort(days, quarters, own == null);
    }

    private static final class Holder {
        static final DataNode TABLE = DataTable.load(EffortTable.class, "efforts.table");
    }
}
