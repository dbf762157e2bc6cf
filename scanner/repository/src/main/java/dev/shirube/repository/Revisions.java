package dev.shirube.repository;

import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.engine.TargetException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** From what the user wrote behind {@code #} to a commit. */
final class Revisions {
    private static final int SUGGESTED = 10;

    private Revisions() {}

    /** The commit that the target means; nothing in a repository that has none at all. */
    static Optional<RevCommit> commit(Repository repository, GitTarget target) throws IOException, TargetException {
        if (target.ref().isEmpty() && repository.getRefDatabase().getRefs().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(commit(repository, target.ref().orElse(Constants.HEAD), target));
    }

    /** The commit since which the target is looked at. */
    static Optional<RevCommit> since(Repository repository, GitTarget target) throws IOException, TargetException {
        return target.since().isEmpty()
                ? Optional.empty()
                : Optional.of(commit(repository, target.since().get(), target));
    }

    private static RevCommit commit(Repository repository, String text, GitTarget target)
            throws IOException, TargetException {
        Optional<ObjectId> id = resolve(repository, text, target);
        if (id.isEmpty()) {
            throw unknown(repository, text, target);
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(id.get());
        } catch (MissingObjectException e) {
            throw new TargetException(
                    "The commit " + id.get().name() + " is missing from " + target.location()
                            + ". Fetch the whole repository and scan it again.",
                    target.location() + " にコミット " + id.get().name() + " がありません。リポジトリ全体を取得して再度スキャンしてください。");
        }
    }

    private static Optional<ObjectId> resolve(Repository repository, String text, GitTarget target)
            throws IOException, TargetException {
        try {
            return Optional.ofNullable(repository.resolve(text + "^{commit}"));
        } catch (RevisionSyntaxException e) {
            return Optional.empty();
        } catch (MissingObjectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new TargetException(
                    "\"" + text + "\" does not name one commit of " + target.location()
                            + ". Write the full commit id or the full name of the branch or tag.",
                    "「" + text + "」では " + target.location() + " のコミットを一つに定められません。完全なコミットIDか、ブランチ・タグの完全な名前を指定してください。");
        }
    }

    private static TargetException unknown(Repository repository, String text, GitTarget target) throws IOException {
        String names = repository.getRefDatabase().getRefs().stream()
                .map(Ref::getName)
                .filter(it -> it.startsWith(Constants.R_HEADS) || it.startsWith(Constants.R_TAGS))
                .map(Repository::shortenRefName)
                .sorted()
                .limit(SUGGESTED)
                .collect(Collectors.joining(", "));
        return new TargetException(
                "\"" + text + "\" is not in " + target.location() + ". Name one of its branches, tags or commits with"
                        + " #ref" + (names.isEmpty() ? "." : ": " + names + "."),
                target.location() + " に「" + text + "」がありません。ブランチ・タグ・コミットを #ref で指定してください"
                        + (names.isEmpty() ? "。" : "：" + names + "。"));
    }
}
