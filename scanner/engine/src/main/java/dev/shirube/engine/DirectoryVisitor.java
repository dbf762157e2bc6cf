package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.CONTENT_ELSEWHERE;
import static dev.shirube.domain.DiagnosticCode.LINK_NOT_FOLLOWED;
import static dev.shirube.domain.DiagnosticCode.UNREADABLE;

import dev.shirube.domain.Diagnostic;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands over the files of a tree; links, devices, sockets and what is Git's own are only to be counted. */
final class DirectoryVisitor implements FileVisitor<Path> {
    private static final char UNDECODED = '\ufffd';

    private final Path root;
    private final int prefix;
    private final char separator;
    private final Limits limits;
    private final Consumer<ScanInput> inputs;
    private final Consumer<Diagnostic> diagnostics;
    private Optional<Path> git = Optional.empty();

    DirectoryVisitor(Path root, Limits limits, Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) {
        this.root = root;
        separator = root.getFileSystem().getSeparator().charAt(0);
        String text = root.toString();
        prefix = text.endsWith(String.valueOf(separator)) ? text.length() : text.length() + 1;
        this.limits = limits;
        this.inputs = inputs;
        this.diagnostics = diagnostics;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (git.isEmpty() && gitInternals(directory)) {
            diagnostics.accept(Diagnostic.of(CONTENT_ELSEWHERE, location(directory), "Git objects"));
            git = Optional.of(directory);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (git.isPresent()) {
            skip(file, attributes, SkippedInput.GIT);
        } else if (attributes.isSymbolicLink()) {
            visitLink(file);
            skip(file, attributes, SkippedInput.LINK);
        } else if (!attributes.isRegularFile()) {
            skip(file, attributes, SkippedInput.SPECIAL);
        } else {
            inputs.accept(FileInput.of(location(file), file, attributes, limits));
        }
        return FileVisitResult.CONTINUE;
    }

    private void skip(Path file, BasicFileAttributes attributes, String rule) {
        inputs.accept(new SkippedInput(location(file), attributes.isRegularFile() ? attributes.size() : 0, rule));
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        diagnostics.accept(Diagnostic.of(UNREADABLE, location(file), Reasons.of(e)));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
        git = git.filter(it -> !it.equals(directory));
        if (e != null) {
            diagnostics.accept(Diagnostic.of(UNREADABLE, location(directory), Reasons.of(e)));
        }
        return FileVisitResult.CONTINUE;
    }

    /** A link to another place in the tree says nothing new; one out of it, to nowhere or in a circle is worth a note. */
    private void visitLink(Path link) throws IOException {
        Path target = Files.readSymbolicLink(link);
        if (!staysInside(link)) {
            diagnostics.accept(Diagnostic.of(LINK_NOT_FOLLOWED, location(link), LogicalPath.label(target.toString())));
        }
    }

    private boolean staysInside(Path link) {
        try {
            Path real = link.toRealPath();
            return real.startsWith(root) && !link.startsWith(real);
        } catch (IOException nowhereOrCircle) {
            return false;
        }
    }

    /** The object store of a repository, told by what Git itself looks for (gitrepository-layout). */
    private static boolean gitInternals(Path directory) {
        return directory.endsWith(".git")
                && Files.isDirectory(directory.resolve("objects"))
                && Files.exists(directory.resolve("HEAD"));
    }

    /** The walk hands over the root and what was resolved against it, so the rest of the text is the relative path. */
    private String location(Path path) {
        if (path.equals(root)) {
            return ".";
        }
        String relative = path.toString().substring(prefix);
        if (relative.indexOf(UNDECODED) >= 0) {
            relative = decoded(path);
        }
        return LogicalPath.label(separator == '/' ? relative : relative.replace(separator, '/'));
    }

    /**
     * The name in UTF-8, where the process's own locale could not decode it (such as Japanese names under {@code
     * LC_ALL=C}): the URI still has its bytes, and without them different files would share one location.
     */
    private String decoded(Path path) {
        String raw =
                path.toUri().getRawPath().substring(root.toUri().getRawPath().length());
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
