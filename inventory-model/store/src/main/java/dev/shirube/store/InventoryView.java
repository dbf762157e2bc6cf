package dev.shirube.store;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.SystemStanding;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * One state of an inventory, asked for no more than what is wanted of it: what it says is what the whole {@link Inventory} says,
 * each finding of a system once.
 */
public interface InventoryView {

    /** Everything but the findings, with a row for each discrepancy between what is declared and what was observed. */
    Inventory frame();

    /** How much is known of each system at all. */
    SortedMap<String, SystemStanding> standing();

    /** How many findings of which kind there are, in no order that means anything. */
    List<FindingCount> counts(Selection selection);

    /** The findings in that order, to be gone through after the view has ended; whoever asked closes them. */
    FindingsInOrder findings(Selection selection, Comparator<AssignedFinding> order);
}
