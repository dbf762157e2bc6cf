package dev.shirube.repository;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import dev.shirube.engine.UnitIndexes;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The tree of one commit; locations are relative to the repository's root. */
final class GitUnit implements ScanUnit {
    static final String ROOT = ".";

    private final GitObjects objects;
    private final RevCommit commit;
    private final Optional<RevCommit> since;
    private final ScanContext context;
    private final Optional<HistoryResults> history;
    private final UnitIndexes indexes = new UnitIndexes();

    /**
     * @param since the commit of which what is the same is only counted
     * @param history what knows since when files are there, and tells of the signatures of all commits
     */
    GitUnit(
            GitObjects objects,
            RevCommit commit,
            Optional<RevCommit> since,
            ScanContext context,
            Optional<HistoryResults> history) {
        this.objects = objects;
        this.history = history;
        this.commit = commit;
        this.since = since;
        this.context = context;
    }

    @Override
    public String location() {
        return ROOT;
    }

    @Override
    public void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) throws IOException {
        if (history.isEmpty()) {
            signatures(inputs);
        }
        new GitTreeVisitor(objects, context.limits(), inputs, diagnostics)
                .visit(commit.getTree(), since.map(RevCommit::getTree));
    }

    /** Those of the commit, and of tags that name it. */
    private void signatures(Consumer<ScanInput> inputs) throws IOException {
        SignatureInput.handOver(objects, commit, Constants.OBJ_COMMIT, inputs);
        for (Ref tag : objects.repository().getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
            Ref peeled = objects.repository().getRefDatabase().peel(tag);
            if (tag.getObjectId() != null && commit.equals(peeled.getPeeledObjectId())) {
                SignatureInput.handOver(objects, tag.getObjectId(), Constants.OBJ_TAG, inputs);
            }
        }
    }

    @Override
    public ScanResult told(ScanResult seen) {
        return history.map(it -> it.ofTree(seen)).orElse(seen);
    }

    @Override
    public Optional<ScanInput> input(String wanted) throws IOException {
        if (wanted.isEmpty() || wanted.startsWith("/") || wanted.endsWith("/") || wanted.contains("//")) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(objects.repository(), wanted, commit.getTree())) {
            boolean file = walk != null && (walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
            return file
                    ? Optional.of(GitInput.of(wanted, objects, walk.getObjectId(0), context.limits()))
                    : Optional.empty();
        }
    }

    @Override
    public <T> T index(UnitIndex<T> index) {
        return indexes.get(index, this);
    }

    @Override
    public ScanContext context() {
        return context;
    }
}
