package dev.shirube.engine;

import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.ScanTarget.FileTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads the file system: a directory tree as the unit {@code .}, a lone file as a unit of its name. Archives in them
 * become units of their own in {@link Scanner}.
 */
public final class DirectoryReader implements TargetReader {

    @Override
    public boolean reads(ScanTarget target) {
        return target instanceof DirectoryTarget || target instanceof FileTarget;
    }

    @Override
    public void read(ScanTarget target, ScanContext context, ScanJournal journal, UnitConsumer units)
            throws IOException, TargetException {
        if (target instanceof DirectoryTarget directory) {
            readDirectory(directory.path(), context, units);
        } else if (target instanceof FileTarget file) {
            readFile(file.path(), context, units);
        } else {
            throw new IllegalArgumentException("Not a file or directory: " + target);
        }
    }

    private static void readDirectory(Path path, ScanContext context, UnitConsumer units)
            throws IOException, TargetException {
        refuseMissing(path);
        if (!Files.isDirectory(path)) {
            throw new TargetException(
                    path + " is not a directory. Name it as a file target instead.",
                    path + " はディレクトリではありません。ファイルとして指定してください。");
        }
        units.accept(new DirectoryUnit(path.toRealPath(), context));
    }

    private static void readFile(Path path, ScanContext context, UnitConsumer units)
            throws IOException, TargetException {
        refuseMissing(path);
        if (!Files.isRegularFile(path)) {
            throw new TargetException(
                    path + " is not a regular file. Name a file, or a directory as a directory target.",
                    path + " は通常のファイルではありません。ファイルを指定するか、ディレクトリとして指定してください。");
        }
        units.accept(new FileUnit(path, Files.readAttributes(path, BasicFileAttributes.class), context));
    }

    private static void refuseMissing(Path path) throws TargetException {
        if (!Files.exists(path)) {
            throw new TargetException(
                    path + " does not exist. Check the spelling, or mount what is missing.",
                    path + " が見つかりません。パスの綴りや、必要なボリュームのマウントを確認してください。");
        }
    }
}
