package dev.shirube.domain.diff;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Inventory;

/** What the two states of a comparison looked at, and by what; the store knows it, an inventory by itself only in part. */
public interface Looked {

    /** Whether the two states were judged by the same program with the same catalogue and registry. */
    enum Tools {
        SAME,
        OTHER,
        /** Nobody kept it: the versions of detectors and the number of steps decide. */
        UNKNOWN
    }

    /** Whether the first state, or one before it, had looked where that finding is. */
    boolean before(AssignedFinding finding);

    /** Whether the second state looked again where that finding is. */
    boolean after(AssignedFinding finding);

    /** Whether anything at all of that system was looked at between the two. */
    boolean system(String id);

    /** By what the system was judged. */
    Tools tools(String system);

    /** As far as two inventories tell: a system that has coverage was looked at, all of it. */
    static Looked byCoverage(Inventory before, Inventory after) {
        return new Looked() {
            @Override
            public boolean before(AssignedFinding finding) {
                return before.coverage().containsKey(finding.system());
            }

            @Override
            public boolean after(AssignedFinding finding) {
                return system(finding.system());
            }

            @Override
            public boolean system(String id) {
                return after.coverage().containsKey(id);
            }

            @Override
            public Tools tools(String system) {
                return Tools.UNKNOWN;
            }
        };
    }
}
