package dev.shirube.repository;

import static dev.shirube.domain.DiagnosticCode.CONTENT_ELSEWHERE;
import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;
import static dev.shirube.domain.DiagnosticCode.LINK_NOT_FOLLOWED;
import static dev.shirube.domain.DiagnosticCode.MALFORMED;
import static dev.shirube.domain.DiagnosticCode.MISSING_OBJECT;
import static dev.shirube.domain.DiagnosticCode.SUSPICIOUS_NAME;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.Limits;
import dev.shirube.engine.LogicalPath;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.SkippedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Hands over the files of a tree; links and submodules are told of, and a part that is missing costs only that part. */
final class GitTreeVisitor {
    /** Linux knows no longer path; a link that is longer is not one. */
    private static final int LONGEST_LINK = 4096;

    private final GitObjects objects;
    private final Limits limits;
    private final Consumer<ScanInput> inputs;
    private final Consumer<Diagnostic> diagnostics;

    GitTreeVisitor(GitObjects objects, Limits limits, Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) {
        this.objects = objects;
        this.limits = limits;
        this.inputs = inputs;
        this.diagnostics = diagnostics;
    }

    /** @param before the tree of which what is the same in this one is only counted */
    void visit(AnyObjectId tree, Optional<? extends AnyObjectId> before) throws IOException {
        try (TreeWalk walk = new TreeWalk(objects.repository())) {
            for (AnyObjectId root : before.isEmpty() ? List.of(tree) : List.of(tree, before.get())) {
                try {
                    walk.addTree(root);
                } catch (MissingObjectException e) {
                    diagnostics.accept(Diagnostic.of(MISSING_OBJECT, GitUnit.ROOT, root.name()));
                    return;
                }
            }
            walk.setRecursive(false);
            int entries = 0;
            while (walk.next()) {
                if (walk.getTreeCount() > 1 && walk.getRawMode(0) == FileMode.TYPE_MISSING) {
                    continue; // it is not there any more
                }
                if (++entries > limits.entries()) {
                    diagnostics.accept(Diagnostic.of(
                            LIMIT_REACHED, GitUnit.ROOT, "entries=" + limits.entries(), "entry " + entries));
                    return;
                }
                visit(walk);
            }
        }
    }

    private void visit(TreeWalk walk) throws IOException {
        String path = walk.getPathString();
        String location = LogicalPath.label(path);
        ObjectId id = walk.getObjectId(0);
        switch (walk.getRawMode(0) & FileMode.TYPE_MASK) {
            case FileMode.TYPE_TREE -> enter(walk, location, id);
            case FileMode.TYPE_SYMLINK -> {
                diagnostics.accept(Diagnostic.of(LINK_NOT_FOLLOWED, location, link(location, id)));
                inputs.accept(new SkippedInput(location, 0, SkippedInput.LINK));
            }
            case FileMode.TYPE_GITLINK -> {
                diagnostics.accept(Diagnostic.of(CONTENT_ELSEWHERE, location, "submodule at " + id.name()));
                inputs.accept(new SkippedInput(location, 0, SkippedInput.SUBMODULE));
            }
            case FileMode.TYPE_FILE -> {
                if (LogicalPath.suspicious(path)) {
                    diagnostics.accept(Diagnostic.of(SUSPICIOUS_NAME, location, location));
                }
                boolean same = walk.getTreeCount() > 1 && walk.idEqual(0, 1) && isFile(walk.getRawMode(1));
                GitInput input = GitInput.of(location, objects, id, limits);
                inputs.accept(same ? new UnchangedInput(input) : input);
            }
            default ->
                diagnostics.accept(Diagnostic.of(
                        MALFORMED, location, "Git tree", "mode " + Integer.toOctalString(walk.getRawMode(0))));
        }
    }

    private static boolean isFile(int mode) {
        return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    }

    private void enter(TreeWalk walk, String location, ObjectId id) throws IOException {
        try {
            walk.enterSubtree();
        } catch (MissingObjectException e) {
            diagnostics.accept(Diagnostic.of(MISSING_OBJECT, location, id.name()));
        } catch (CorruptObjectException e) {
            diagnostics.accept(Diagnostic.of(MALFORMED, location, "Git tree", "corrupt object " + id.name()));
        }
    }

    private String link(String location, ObjectId id) {
        try {
            byte[] target = GitInput.of(location, objects, id, limits).head(LONGEST_LINK);
            return LogicalPath.label(new String(target, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return id.name();
        }
    }
}
