package dev.shirube.repository;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import dev.shirube.engine.UnitIndexes;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The tree of one commit; locations are relative to the repository's root. */
final class GitUnit implements ScanUnit {
    static final String ROOT = ".";

    private final Repository repository;
    private final RevCommit commit;
    private final Optional<RevCommit> since;
    private final ScanContext context;
    private final UnitIndexes indexes = new UnitIndexes();

    /** @param since the commit of which what is the same is only counted */
    GitUnit(Repository repository, RevCommit commit, Optional<RevCommit> since, ScanContext context) {
        this.repository = repository;
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
        new GitTreeVisitor(repository, context.limits(), inputs, diagnostics)
                .visit(commit.getTree(), since.map(RevCommit::getTree));
    }

    @Override
    public Optional<ScanInput> input(String wanted) throws IOException {
        if (wanted.isEmpty() || wanted.startsWith("/") || wanted.endsWith("/") || wanted.contains("//")) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, wanted, commit.getTree())) {
            boolean file = walk != null && (walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
            return file
                    ? Optional.of(GitInput.of(wanted, repository, walk.getObjectId(0), context.limits()))
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
