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
 * Reads the tree of one commit out of a Git repository, without a checkout: a local one, bare or not, or one that is
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
        if (git.history()) {
            throw new TargetException(
                    "The history of " + git.text() + " is not read by this version. Leave out --history, and name"
                            + " older commits one by one with #commit.",
                    git.text() + " の履歴走査はこの版では未対応です。--history を外し、過去のコミットは #コミット で個別に指定してください。");
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
        try (Repository repository = GitDirectory.open(target.location(), directory)) {
            Optional<RevCommit> commit = Revisions.commit(repository, target);
            units.accept(
                    commit.isPresent()
                            ? new GitUnit(repository, commit.get(), Revisions.since(repository, target), context)
                            : new EmptyRepositoryUnit(context));
        }
    }
}
