package dev.shirube.repository;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.TreeWalk;

/** From the location of a finding back to what the history knows of the file or object that it was found in. */
final class HistoryPlaces {
    private static final Pattern IN_OBJECT = Pattern.compile("(\\.@([0-9a-f]{40})![^!]*).*", Pattern.DOTALL);
    /** Archives in archives, and what was cut out of those, are not deeper. */
    private static final int DEEPEST = 64;

    private final History history;
    private final AnyObjectId scannedTree;

    HistoryPlaces(History history, RevTree scannedTree) { // its own type: the reader is verified without JGit
        this.history = history;
        this.scannedTree = scannedTree;
    }

    /**
     * From which commit to which something was there, by their order.
     *
     * @param movedTo the path in the last one, if that is another
     * @param signature whether it stands in the commits themselves
     */
    record Span(int first, int last, String movedTo, boolean signature) {
        /** From the first of both to the last of both. */
        Span with(Span other) {
            Span later = other.last > last ? other : this;
            return new Span(Math.min(first, other.first), later.last, later.movedTo, signature);
        }
    }

    /** The location of the signature of a commit or tag that stands there, or that what stands there is within. */
    static Optional<String> signature(String location) {
        Matcher object = IN_OBJECT.matcher(location);
        return object.matches() ? Optional.of(object.group(1)) : Optional.empty();
    }

    /** The span of what stands at that location of the history, or within the file there. */
    Optional<Span> inHistory(String location) throws IOException {
        Matcher object = IN_OBJECT.matcher(location);
        if (object.matches()) {
            return commit(ObjectId.fromString(object.group(2))).map(it -> new Span(it.order, it.order, "", true));
        }
        Optional<HistoryBlob> blob = outermost(location, history::at);
        if (blob.isEmpty()) {
            return Optional.empty();
        }
        history.findLast();
        HistoryBlob it = blob.get();
        int last = Math.max(it.first, it.last);
        String path = it.last < 0 || it.lastPath == it.firstPath ? "" : history.lastPath(it);
        return Optional.of(new Span(it.first, last, path, false));
    }

    private Optional<HistoryNode> commit(ObjectId id) {
        ObjectId at = id;
        while (history.tags().containsKey(at) && !history.tags().get(at).equals(at)) {
            at = history.tags().get(at);
        }
        return history.node(at);
    }

    /** What is known of the file at that location of the scanned tree, or of the one that it is within. */
    Optional<HistoryBlob> inTree(String location) {
        return outermost(location, this::scanned);
    }

    private Optional<HistoryBlob> scanned(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(history.objects().repository(), path, scannedTree)) {
            boolean file = walk != null && (walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
            return file ? history.blob(walk.getObjectId(0)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Looks for the location, and then for what stands before each mark of something within. */
    private static Optional<HistoryBlob> outermost(String location, Function<String, Optional<HistoryBlob>> known) {
        String at = location;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<HistoryBlob> blob = known.apply(at);
            int mark = at.lastIndexOf('!');
            if (blob.isPresent() || mark <= 0) {
                return blob;
            }
            at = at.substring(0, mark);
        }
        return Optional.empty();
    }
}
