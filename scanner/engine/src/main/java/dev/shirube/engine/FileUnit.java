package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;

/** A lone file that the user named. */
final class FileUnit extends AbstractUnit {
    private final FileInput file;

    FileUnit(Path path, BasicFileAttributes attributes, ScanContext context) {
        super(LogicalPath.label(String.valueOf(path.toAbsolutePath().normalize().getFileName())), context);
        file = FileInput.of(location(), path, attributes, context.limits());
    }

    /** A file that is looked at under another name than its own. */
    FileUnit(String location, Path path, BasicFileAttributes attributes, ScanContext context) {
        super(location, context);
        file = FileInput.of(location, path, attributes, context.limits());
    }

    @Override
    public void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) {
        inputs.accept(file);
    }

    @Override
    public Optional<ScanInput> input(String wanted) {
        return wanted.equals(location()) ? Optional.of(file) : Optional.empty();
    }

    /** The file itself. */
    FileInput file() {
        return file;
    }
}
