package dev.shirube.repository;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.HistoryLocation;
import dev.shirube.engine.LogicalPath;
import dev.shirube.engine.ScanContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Every commit that a reference reaches, and every distinct file of theirs with the first commit that had it; the last one is
 * only looked for when something was found.
 */
final class History {
    private final GitObjects objects;
    private final HistoryObjects found;
    private final HistoryGraph graph;
    private final HistoryStarts starts;
    private final List<HistoryNode> nodes;
    private final BooleanSupplier stopped;
    private boolean lastKnown;
    private Map<Integer, List<HistoryBlob>> byFirst;

    private History(GitObjects objects, AnyObjectId scanned, ScanContext context) throws IOException {
        this.objects = objects;
        this.stopped = context::stopRequested;
        HistoryFaults faults = new HistoryFaults(partial(objects.repository()) ? "partial clone" : "");
        found = new HistoryObjects(faults);
        graph = new HistoryGraph(objects, faults);
        starts = HistoryStarts.of(objects.repository());
        starts.starts().forEach((name, id) -> graph.add(id, name));
        graph.add(scanned, Constants.HEAD);
        nodes = graph.ordered();
    }

    /**
     * Walks through a history.
     *
     * @param scanned the commit of which the tree is scanned anyway
     * @param since the commit of which nothing is looked at that it or one before it had
     */
    static History of(
            GitObjects objects, AnyObjectId scanned, Optional<? extends AnyObjectId> since, ScanContext context)
            throws IOException {
        History history = new History(objects, scanned, context);
        Optional<HistoryNode> present = history.node(scanned);
        if (present.isPresent()) {
            new TreePass(history.found, objects, TreePass.Kind.PRESENT).walk(present.get());
        }
        if (since.isPresent()) {
            history.walkKnown(since.get());
        }
        TreePass forward = new TreePass(history.found, objects, TreePass.Kind.FORWARD);
        for (HistoryNode node : history.nodes) {
            if (history.stopped.getAsBoolean() || history.found.full()) {
                break;
            }
            forward.walk(node);
        }
        return history;
    }

    private void walkKnown(AnyObjectId since) throws IOException {
        HistoryGraph before = new HistoryGraph(objects, new HistoryFaults(""));
        before.add(since, Constants.HEAD);
        TreePass known = new TreePass(found, objects, TreePass.Kind.KNOWN);
        for (HistoryNode node : before.ordered()) {
            known.walk(node);
        }
    }

    private static boolean partial(Repository repository) {
        Config config = repository.getConfig();
        return config.getString("extensions", null, "partialClone") != null
                || config.getSubsections("remote").stream()
                        .anyMatch(it -> config.getBoolean("remote", it, "promisor", false));
    }

    GitObjects objects() {
        return objects;
    }

    /** The commits, parents before children. */
    List<HistoryNode> nodes() {
        return nodes;
    }

    /** Tags with what they tag. */
    Map<ObjectId, ObjectId> tags() {
        return graph.tags();
    }

    /** The commit, or whatever else is named without one, of that id. */
    Optional<HistoryNode> node(AnyObjectId id) {
        return Optional.ofNullable(graph.nodes().get(id));
    }

    /** The file of that id, as the history knows it. */
    Optional<HistoryBlob> blob(AnyObjectId id) {
        return Optional.ofNullable(found.blobs().get(id)).filter(it -> it.first >= 0);
    }

    /**
     * The files that are in none but older or other commits. Versions of one file follow each other, the newest first: so
     * Git stores them as differences.
     */
    List<HistoryBlob> past() {
        List<HistoryBlob> past = blobs(HistoryBlob::past);
        HistoryBlob[] sorted = past.toArray(HistoryBlob[]::new);
        Arrays.sort(
                sorted,
                (a, b) -> a.firstPath != b.firstPath
                        ? Integer.compare(a.firstPath, b.firstPath)
                        : a.first != b.first ? Integer.compare(b.first, a.first) : a.compareTo(b));
        return Arrays.asList(sorted);
    }

    /** The files that would be among them, had the revision not had them since which is looked. */
    List<HistoryBlob> known() {
        return blobs(HistoryBlob::leftOut);
    }

    private List<HistoryBlob> blobs(Predicate<HistoryBlob> wanted) {
        List<HistoryBlob> blobs = new ArrayList<>();
        found.blobs().forEach(it -> {
            if (wanted.test(it)) {
                blobs.add(it);
            }
        });
        return blobs;
    }

    /** Where the file was first. */
    String location(HistoryBlob blob) {
        return HistoryLocation.atCommit(nodes.get(blob.first).name(), firstPath(blob));
    }

    String firstPath(HistoryBlob blob) {
        return LogicalPath.label(found.paths().path(blob.firstPath));
    }

    String lastPath(HistoryBlob blob) {
        return LogicalPath.label(found.paths().path(blob.lastPath));
    }

    /** The file of which that is the {@link #location}. */
    Optional<HistoryBlob> at(String location) {
        String path = HistoryLocation.path(location);
        if (path.equals(location)) {
            return Optional.empty();
        }
        String commit = location.substring(location.indexOf('@') + 1, location.length() - path.length() - 1);
        return ObjectId.isId(commit)
                ? node(ObjectId.fromString(commit))
                        .flatMap(node -> firstIn(node.order).stream()
                                .filter(it -> firstPath(it).equals(path))
                                .findFirst())
                : Optional.empty();
    }

    private List<HistoryBlob> firstIn(int order) {
        if (byFirst == null) {
            byFirst = new HashMap<>();
            past().forEach(it ->
                    byFirst.computeIfAbsent(it.first, at -> new ArrayList<>(2)).add(it));
        }
        return byFirst.getOrDefault(order, List.of());
    }

    /** Makes it known where every file was last. */
    void findLast() throws IOException {
        if (lastKnown) {
            return;
        }
        lastKnown = true;
        TreePass backward = new TreePass(found, objects, TreePass.Kind.BACKWARD);
        for (int i = nodes.size() - 1; i >= 0 && !stopped.getAsBoolean(); i--) {
            backward.walk(nodes.get(i));
        }
    }

    HistoryFaults faults() {
        return found.faults();
    }

    /** Tells what was looked at, and what could not be. */
    void tell(String location, int files, Consumer<Diagnostic> diagnostics) {
        found.submodules().forEach(diagnostics);
        found.faults().tell(location, diagnostics);
        if (found.full()) {
            diagnostics.accept(found.bound(location));
        }
        if (!starts.alterations().isEmpty()) {
            diagnostics.accept(
                    Diagnostic.of(DiagnosticCode.HISTORY_ALTERED, location, String.join("; ", starts.alterations())));
        }
        diagnostics.accept(Diagnostic.of(
                DiagnosticCode.HISTORY_WALKED, location, Integer.toString(nodes.size()), Integer.toString(files)));
    }
}
