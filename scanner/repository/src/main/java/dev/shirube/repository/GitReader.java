package dev.shirube.repository;

import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.engine.TargetException;
import dev.shirube.engine.TargetReader;
import java.io.IOException;

/**
 * Reads the tree of one commit, or the whole history, out of a Git repository, without a checkout: a local one, bare or
 * not, or one that is copied over HTTP into a temporary directory because the user named it.
 */
public final class GitReader implements TargetReader {

    @Override
    public boolean reads(ScanTarget target) {
        return target instanceof GitTarget;
    }

    @Override
    public void read(ScanTarget target, ScanContext context, ScanJournal journal, UnitConsumer units)
            throws IOException, TargetException {
        if (!(target instanceof GitTarget git)) {
            throw new IllegalArgumentException("Not a Git repository: " + target);
        }
        IsolatedSystem.install();
        if (RemoteCopy.isRemote(git.location())) {
            try (RemoteCopy copy = RemoteCopy.of(git)) {
                LocalRepository.read(git, copy.directory(), context, units);
            }
        } else {
            LocalRepository.read(git, GitDirectory.locate(git.location()), context, units);
        }
    }
}
