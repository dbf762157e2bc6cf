package dev.shirube.repository;

import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.engine.TargetException;
import dev.shirube.engine.TargetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Reads the tree of one commit, or the whole history, out of a Git repository, without a checkout: a local one, bare or not, or one that is
 * copied over HTTP into a temporary directory because the user named it.
 */
public final class GitReader implements TargetReader {

    @Override
    public boolean reads(ScanTarget target) {
        return target instanceof GitTarget;
    }

    @Override
    public void read(ScanTarget target, ScanContext context, UnitConsumer units) throws IOException, TargetException {
        if (!(target instanceof GitTarget git)) {
            throw new IllegalArgumentException("Not a Git repository: " + target);
        }
        IsolatedSystem.install();
        if (RemoteCopy.isRemote(git.location())) {
            try (RemoteCopy copy = RemoteCopy.of(git)) {
                readLocal(git, copy.directory(), context, units);
            }
        } else {
            readLocal(git, GitDirectory.locate(git.location()), context, units);
        }
    }

    private static void readLocal(GitTarget target, Path directory, ScanContext context, UnitConsumer units)
            throws IOException, TargetException {
        try (Repository repository = GitDirectory.open(target.location(), directory);
                GitObjects objects = new GitObjects(repository)) {
            Optional<RevCommit> commit = Revisions.commit(repository, target);
            if (commit.isEmpty()) {
                units.accept(new EmptyRepositoryUnit(context));
                return;
            }
            Optional<RevCommit> since = Revisions.since(repository, target);
            if (!target.history()) {
                units.accept(new GitUnit(objects, commit.get(), since, context, Optional.empty()));
                return;
            }
            History history = History.of(objects, commit.get(), since, context);
            HistoryPlaces places = new HistoryPlaces(history, commit.get().getTree());
            HistoryResults results = new HistoryResults(history, places);
            units.accept(new GitUnit(objects, commit.get(), since, context, Optional.of(results)));
            units.accept(new HistoryUnit(history, results, context));
        }
    }
}
