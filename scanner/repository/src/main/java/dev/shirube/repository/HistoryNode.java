package dev.shirube.repository;

import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;

/** A commit of a history, or a tree or file that a tag names without one. */
final class HistoryNode extends ObjectIdOwnerMap.Entry {
    final int type;
    final ObjectId tree;
    final ObjectId[] parents;
    final boolean signed;
    /** The reference that names a file; empty for all else. */
    final String name;

    /** In which its place among the nodes was read, and later its place among parents before children. */
    int order = -1;

    HistoryNode(AnyObjectId id, int type, ObjectId tree, ObjectId[] parents, boolean signed, String name) {
        super(id);
        this.type = type;
        this.tree = tree;
        this.parents = parents;
        this.signed = signed;
        this.name = name;
    }
}
