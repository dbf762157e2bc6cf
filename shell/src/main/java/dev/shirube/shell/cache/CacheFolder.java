package dev.shirube.shell.cache;

import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanCache;
import dev.shirube.engine.UnitRecord;
import dev.shirube.store.StoredText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A folder with one file for each unit and each archive that was looked at. A file is written beside and moved into its place,
 * so that there are whole ones only; one that cannot be read counts as none, and one that cannot be written is not kept.
 */
public final class CacheFolder {
    private static final String UNIT = ".unit";
    private static final String ARCHIVE = ".archive";
    /** Changes with the form of the files; stands in their names, so that no version reads another's. */
    private static final String FORM = "1";

    private final Path folder;
    private final String program;
    private final boolean rehash;
    private Optional<FileTime> now = Optional.empty();

    /**
     * A cache in that folder, which is made when there is something to keep.
     *
     * @param program tells one build of the program from another
     * @param rehash whether files that seem unchanged are read nevertheless
     */
    public CacheFolder(Path folder, String program, boolean rehash) {
        this.folder = folder;
        this.program = program;
        this.rehash = rehash;
    }

    /** What is kept of that target. */
    public ScanCache of(String target) {
        return new OfTarget(FORM + "\n" + program + "\n" + target + "\n");
    }

    /** Makes room, if there is too much: what was not used for the longest time goes first. */
    public void prune() {
        try {
            if (Files.isDirectory(folder)) {
                CacheFiles.prune(folder);
            }
        } catch (IOException e) {
            return; // the next scan will try
        }
    }

    /** The time of a file that is made now: whatever the file system's clock says, it says of other files too. */
    private FileTime now() throws IOException {
        Files.createDirectories(folder);
        Path made = Files.createTempFile(folder, CacheFiles.NEW, "");
        try {
            return Files.getLastModifiedTime(made);
        } finally {
            Files.delete(made);
        }
    }

    /** Notes that a file was of use in this scan. */
    private synchronized void touch(Path file) throws IOException {
        if (now.isEmpty()) {
            now = Optional.of(now());
        }
        Files.setLastModifiedTime(file, now.get());
    }

    private final class OfTarget implements ScanCache {
        private final String scope;

        OfTarget(String scope) {
            this.scope = scope;
        }

        @Override
        public boolean rehash() {
            return rehash;
        }

        @Override
        public long moment() {
            try {
                return now().toMillis();
            } catch (IOException e) {
                return Long.MIN_VALUE; // nothing can be kept either
            }
        }

        @Override
        public Optional<UnitRecord> unit(String key) {
            return read(file(key, UNIT), UnitForm::read);
        }

        @Override
        public void keep(String key, UnitRecord unit) {
            write(file(key, UNIT), out -> UnitForm.write(unit, out));
        }

        @Override
        public Optional<List<ScanResult>> archive(String key) {
            return read(file(key, ARCHIVE), in -> in.all(() -> StoredText.result(in.text())));
        }

        @Override
        public void keep(String key, List<ScanResult> archive) {
            write(file(key, ARCHIVE), out -> out.all(archive, it -> out.text(StoredText.of(it))));
        }

        private Path file(String key, String kind) {
            return folder.resolve(sha256(scope + key) + kind);
        }
    }

    private interface Form<T> {
        T read(CacheInput in) throws IOException;
    }

    private interface Content {
        void write(CacheOutput out) throws IOException;
    }

    private <T> Optional<T> read(Path file, Form<T> form) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file);
                CacheInput in = new CacheInput(stream)) {
            T value = form.read(in);
            in.end();
            touch(file);
            return Optional.of(value);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // somebody else changed it, or cut it short: everything is looked at once more
        }
    }

    private void write(Path file, Content content) {
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, CacheFiles.NEW, "");
            try {
                try (OutputStream stream = Files.newOutputStream(written);
                        CacheOutput out = new CacheOutput(stream)) {
                    content.write(out);
                }
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            return; // without room or right to write, the next scan looks at everything once more
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
