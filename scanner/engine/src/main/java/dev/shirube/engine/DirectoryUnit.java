package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A directory tree; links are never followed, since what they lead to inside the tree is looked at where it stands. */
final class DirectoryUnit extends AbstractUnit {
    private final Path root;

    /** @param root a real path */
    DirectoryUnit(Path root, ScanContext context) {
        super(".", context);
        this.root = root;
    }

    @Override
    public void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) throws IOException {
        Set<FileVisitOption> noLinks = Set.of();
        Files.walkFileTree(
                root,
                noLinks,
                Integer.MAX_VALUE,
                new DirectoryVisitor(root, context().limits(), inputs, diagnostics));
    }

    @Override
    public Optional<ScanInput> input(String wanted) throws IOException {
        Path path = root;
        for (String part : wanted.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
                return Optional.empty();
            }
            path = path.resolve(part);
            if (Files.isSymbolicLink(path)) {
                return Optional.empty();
            }
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return Optional.of(FileInput.of(wanted, path, attributes, context().limits()));
    }
}
