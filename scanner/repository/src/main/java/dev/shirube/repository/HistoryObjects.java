package dev.shirube.repository;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.HistoryLocation;
import dev.shirube.engine.LogicalPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;

/** The distinct trees and files of a history: as many as there are, and not as many as commits have of them. */
final class HistoryObjects {
    /** A tree or file takes about 100 bytes, with its path; half of the heap may be theirs. */
    private static final int BYTES_OF_EACH = 200;

    private final ObjectIdOwnerMap<HistoryTree> trees = new ObjectIdOwnerMap<>();
    private final ObjectIdOwnerMap<HistoryBlob> blobs = new ObjectIdOwnerMap<>();
    private final PathTable paths = new PathTable();
    private final Map<Integer, Optional<Diagnostic>> submodules = new LinkedHashMap<>();
    private final HistoryFaults faults;
    private final long most = Runtime.getRuntime().maxMemory() / BYTES_OF_EACH;

    HistoryObjects(HistoryFaults faults) {
        this.faults = faults;
    }

    ObjectIdOwnerMap<HistoryTree> trees() {
        return trees;
    }

    ObjectIdOwnerMap<HistoryBlob> blobs() {
        return blobs;
    }

    PathTable paths() {
        return paths;
    }

    HistoryFaults faults() {
        return faults;
    }

    HistoryTree tree(AnyObjectId id) {
        HistoryTree known = trees.get(id);
        if (known == null) {
            known = new HistoryTree(id);
            trees.add(known);
        }
        return known;
    }

    HistoryBlob blob(AnyObjectId id) {
        HistoryBlob known = blobs.get(id);
        if (known == null) {
            known = new HistoryBlob(id);
            blobs.add(known);
        }
        return known;
    }

    /** Whether there is no room for more of them. */
    boolean full() {
        return size() >= most;
    }

    private long size() {
        return (long) trees.size() + blobs.size() + paths.size();
    }

    /** The diagnostic that there were more, if there were. */
    Diagnostic bound(String location) {
        return Diagnostic.of(DiagnosticCode.LIMIT_REACHED, location, "history-objects=" + most, size() + " objects");
    }

    /** Content of another repository; told once for each path, by the scanned tree where that has it. */
    void submodule(int path, HistoryNode commit, String at, boolean present) {
        submodules.computeIfAbsent(
                path,
                it -> present
                        ? Optional.empty()
                        : Optional.of(Diagnostic.of(
                                DiagnosticCode.CONTENT_ELSEWHERE,
                                HistoryLocation.atCommit(commit.name(), LogicalPath.label(paths.path(it))),
                                "submodule at " + at)));
    }

    /** The submodules that only the history has. */
    List<Diagnostic> submodules() {
        return submodules.values().stream().flatMap(Optional::stream).toList();
    }
}
