package dev.shirube.shell.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a cache folder, of which those that were not used for the longest time make room for new ones. */
final class CacheFiles {
    /** How a file's name begins that is still being written. */
    static final String NEW = "new-";

    /** Bytes that all files of a folder may have. */
    private static final long MOST_BYTES = 1L << 30;

    /** A file that is still being written after so long was left behind by a process that was killed. */
    private static final long ABANDONED_MILLIS = 24L * 60 * 60 * 1000;

    private CacheFiles() {}

    private record Kept(Path file, long bytes, long used) {}

    /** Deletes what is too much. */
    static void prune(Path folder) throws IOException {
        prune(folder, MOST_BYTES);
    }

    static void prune(Path folder, long mostBytes) throws IOException {
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    all.add(new Kept(
                            file,
                            attributes.size(),
                            attributes.lastModifiedTime().toMillis()));
                }
            }
        }
        all.sort(Comparator.comparingLong(Kept::used).reversed().thenComparing(Kept::file));
        long newest = all.isEmpty() ? 0 : all.get(0).used;
        long bytes = 0;
        for (Kept kept : all) {
            boolean writing = kept.file.getFileName().toString().startsWith(NEW);
            bytes += writing ? 0 : kept.bytes;
            if (writing ? kept.used < newest - ABANDONED_MILLIS : bytes > mostBytes) {
                Files.deleteIfExists(kept.file);
            }
        }
    }
}
