package dev.shirube.repository;

import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;

/** A file's content in a history: in which commits and under which paths it was first and last. */
final class HistoryBlob extends ObjectIdOwnerMap.Entry {
    int first = -1;
    int firstPath;
    int last = -1;
    int lastPath;
    /** Whether it is in the scanned tree. */
    boolean present;
    /** Whether it is in the revision since which the history is looked at. */
    boolean known;

    HistoryBlob(AnyObjectId id) {
        super(id);
    }

    /** Whether only the history has it. */
    boolean past() {
        return first >= 0 && !present && !known;
    }

    /** Whether only the history has it, and nothing is to be looked at that is as old. */
    boolean leftOut() {
        return first >= 0 && !present && known;
    }
}
