package dev.shirube.shell;

import dev.shirube.engine.ScanCache;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.ScanTarget.FileTarget;
import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.shell.cache.CacheFolder;
import dev.shirube.shell.cache.ProgramFiles;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where {@code scan} keeps what it saw of each file: beside the store, or where the command line says. */
final class Caches implements Function<ScanTarget, ScanCache>, AutoCloseable {
    private static final String NONE = "none";
    private static final String BESIDE_THE_STORE = ".cache";

    private final Optional<CacheFolder> folder;

    private Caches(Optional<CacheFolder> folder) {
        this.folder = folder;
    }

    static Caches open(Invocation line, Session session) {
        Optional<Path> named =
                line.value("cache").filter(it -> !it.equals(NONE)).map(Caches::made);
        Optional<Path> folder = line.value("cache").isPresent()
                ? named
                : Workspaces.file(line, session).map(it -> it.resolveSibling(it.getFileName() + BESIDE_THE_STORE));
        return new Caches(folder.map(it -> new CacheFolder(it, ProgramFiles.fingerprint(), line.has("rehash"))));
    }

    private static Path made(String name) {
        try {
            return Files.createDirectories(Path.of(name));
        } catch (IOException | InvalidPathException e) {
            throw CommandFailure.usage(
                    "The folder " + name + " cannot be made (" + e.getClass().getSimpleName()
                            + "). Name another with --cache, or --cache none.",
                    "フォルダー " + name + " を作成できません（" + e.getClass().getSimpleName()
                            + "）。--cache で別のフォルダーを指定するか、--cache none としてください。");
        }
    }

    @Override
    public ScanCache apply(ScanTarget target) {
        Optional<String> name = name(target);
        return folder.isPresent() && name.isPresent() ? folder.get().of(name.get()) : ScanCache.NONE;
    }

    /** The same files have the same name in every scan, whatever revision of them it looks at. */
    private static Optional<String> name(ScanTarget target) {
        if (target instanceof DirectoryTarget directory) {
            return Optional.of("directory " + directory.path().toAbsolutePath().normalize());
        }
        if (target instanceof FileTarget file) {
            return Optional.of("file " + file.path().toAbsolutePath().normalize());
        }
        // What is looked at since a revision is not the whole: nothing is kept of it.
        return target instanceof GitTarget git && git.since().isEmpty()
                ? Optional.of("git " + place(git.location()))
                : Optional.empty();
    }

    private static String place(String location) {
        return location.contains(":")
                ? location
                : Path.of(location).toAbsolutePath().normalize().toString();
    }

    @Override
    public void close() {
        folder.ifPresent(CacheFolder::prune);
    }
}
