package dev.shirube.repository;

import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;
import static dev.shirube.domain.DiagnosticCode.MALFORMED;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.HistoryLocation;
import dev.shirube.engine.DiagnosedException;
import dev.shirube.engine.LimitException;
import dev.shirube.engine.LogicalPath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.MutableObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * One walk through the trees of many commits, each tree once: what is in a tree that was entered before was seen before. So
 * the work grows with the distinct trees, and not with the commits.
 */
final class TreePass {
    /** No system has paths of so many folders. */
    private static final int DEEPEST = 2_048;

    /** What a walk is for. */
    enum Kind {
        /** The tree that is scanned anyway. */
        PRESENT,
        /** The revision since which the history is looked at. */
        KNOWN,
        /** All commits, parents before children. */
        FORWARD,
        /** All commits, children before parents. */
        BACKWARD
    }

    private final HistoryObjects found;
    private final GitObjects objects;
    private final Kind kind;
    private final MutableObjectId id = new MutableObjectId();
    private final Deque<Frame> open = new ArrayDeque<>();

    TreePass(HistoryObjects found, GitObjects objects, Kind kind) {
        this.found = found;
        this.objects = objects;
        this.kind = kind;
    }

    private record Frame(CanonicalTreeParser entries, int path) {}

    /** Goes through the tree of a commit, as far as it is new. */
    void walk(HistoryNode commit) throws IOException {
        if (commit.type == Constants.OBJ_BLOB) {
            byte[] name = Constants.encode(commit.name);
            file(commit, found.paths().in(PathTable.ROOT, name, 0, name.length), commit);
            return;
        }
        enter(commit, commit.tree, PathTable.ROOT);
        while (!open.isEmpty() && !found.full()) {
            Frame frame = open.peek();
            try {
                if (frame.entries.eof()) {
                    open.pop();
                } else {
                    entry(commit, frame);
                    frame.entries.next(1);
                }
            } catch (CorruptObjectException | RuntimeException e) {
                // JGit does not check a tree's bytes before it reads them
                malformed(commit, frame.path, e.getClass().getSimpleName());
                open.remove(frame);
            }
        }
        open.clear();
    }

    private void entry(HistoryNode commit, Frame frame) throws IOException {
        CanonicalTreeParser entries = frame.entries;
        int mode = entries.getEntryRawMode() & FileMode.TYPE_MASK;
        entries.getEntryObjectId(id);
        if (mode == FileMode.TYPE_TREE) {
            HistoryTree known = found.trees().get(id);
            if (known == null || !known.entered(kind)) {
                enter(commit, id.toObjectId(), path(frame));
            }
        } else if (mode == FileMode.TYPE_FILE) {
            HistoryBlob known = found.blobs().get(id);
            if (known == null || fresh(known)) {
                file(commit, path(frame), id.toObjectId());
            }
        } else if (mode == FileMode.TYPE_GITLINK) {
            if (kind == Kind.PRESENT || kind == Kind.FORWARD) {
                found.submodule(path(frame), commit, id.name(), kind == Kind.PRESENT);
            }
        } else if (mode != FileMode.TYPE_SYMLINK && kind == Kind.FORWARD) {
            malformed(commit, path(frame), "mode " + Integer.toOctalString(entries.getEntryRawMode()));
        }
    }

    private int path(Frame frame) {
        CanonicalTreeParser entries = frame.entries;
        return found.paths()
                .in(frame.path, entries.getEntryPathBuffer(), entries.getNameOffset(), entries.getNameLength());
    }

    private boolean fresh(HistoryBlob blob) {
        return switch (kind) {
            case PRESENT -> !blob.present;
            case KNOWN -> !blob.known;
            case FORWARD -> blob.first < 0;
            case BACKWARD -> blob.last < 0;
        };
    }

    private void file(HistoryNode commit, int path, AnyObjectId blobId) {
        HistoryBlob blob = found.blob(blobId);
        switch (kind) {
            case PRESENT -> blob.present = true;
            case KNOWN -> blob.known = true;
            case FORWARD -> {
                if (blob.first < 0) {
                    blob.first = commit.order;
                    blob.firstPath = path;
                }
            }
            case BACKWARD -> {
                if (blob.last < 0) {
                    blob.last = commit.order;
                    blob.lastPath = path;
                }
            }
        }
    }

    /** Reads a tree that this walk has not been in. */
    private void enter(HistoryNode commit, ObjectId tree, int path) throws IOException {
        if (!found.tree(tree).enter(kind)) {
            return;
        }
        try {
            if (open.size() >= DEEPEST) {
                throw new LimitException("tree-depth=" + DEEPEST, "depth " + (open.size() + 1));
            }
            CanonicalTreeParser entries = new CanonicalTreeParser();
            entries.reset(GitInput.whole(objects, tree, Constants.OBJ_TREE));
            open.push(new Frame(entries, path));
        } catch (DiagnosedException e) {
            tell(e.at(place(commit, path)));
        } catch (LimitException e) {
            tell(Diagnostic.of(LIMIT_REACHED, place(commit, path), e.limit(), e.reached()));
        } catch (RuntimeException e) {
            malformed(commit, path, e.getClass().getSimpleName());
        }
    }

    private void malformed(HistoryNode commit, int path, String reason) {
        tell(Diagnostic.of(MALFORMED, place(commit, path), "Git tree", reason));
    }

    /** Once: the scanned tree tells of itself, and the way back is the way there. */
    private void tell(Diagnostic diagnostic) {
        if (kind == Kind.FORWARD) {
            found.faults().add(diagnostic);
        }
    }

    private String place(HistoryNode commit, int path) {
        return HistoryLocation.atCommit(
                commit.name(), LogicalPath.label(found.paths().path(path)));
    }
}
