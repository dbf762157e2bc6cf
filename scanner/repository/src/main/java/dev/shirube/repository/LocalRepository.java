package dev.shirube.repository;

import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.engine.TargetException;
import dev.shirube.engine.TargetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/** The units of a repository on this machine; apart from the reader, so that JGit is not loaded before there is one. */
final class LocalRepository {
    private LocalRepository() {}

    static void read(GitTarget target, Path directory, ScanContext context, TargetReader.UnitConsumer units)
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
