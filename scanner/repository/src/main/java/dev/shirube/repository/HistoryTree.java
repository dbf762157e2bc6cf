package dev.shirube.repository;

import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;

/** A tree of a history, with the walks that have been in it. */
final class HistoryTree extends ObjectIdOwnerMap.Entry {
    private int seen;

    HistoryTree(AnyObjectId id) {
        super(id);
    }

    /** Whether that walk has been in it. */
    boolean entered(TreePass.Kind pass) {
        return (seen & 1 << pass.ordinal()) != 0;
    }

    /** Whether that walk enters it for the first time. */
    boolean enter(TreePass.Kind pass) {
        int bit = 1 << pass.ordinal();
        boolean first = (seen & bit) == 0;
        seen |= bit;
        return first;
    }
}
