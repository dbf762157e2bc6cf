package dev.shirube.repository;

import static dev.shirube.domain.DiagnosticCode.CONTENT_ELSEWHERE;
import static dev.shirube.domain.DiagnosticCode.MALFORMED;
import static dev.shirube.domain.DiagnosticCode.MISSING_OBJECT;

import dev.shirube.engine.DiagnosedException;
import dev.shirube.engine.InputVersion;
import dev.shirube.engine.LimitException;
import dev.shirube.engine.Limits;
import dev.shirube.engine.ScanInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectStream;

/** A file of a tree; its bytes come from the object store each time they are asked for. */
record GitInput(String location, GitObjects objects, ObjectId id, long size, Limits limits) implements ScanInput {
    /** A pointer is shorter than 1024 bytes and begins like this (Git LFS specification, "The pointer"). */
    private static final byte[] LFS =
            "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_LFS = 1023;
    /** Larger than any commit, tag or tree of practice, and small enough to hold several. */
    private static final int LARGEST_OBJECT = 16 << 20;

    /** The file of that object; its size is unknown where the object cannot be had. */
    static GitInput of(String location, GitObjects objects, ObjectId id, Limits limits) {
        long size;
        try {
            size = objects.read(reader -> reader.getObjectSize(id, Constants.OBJ_BLOB));
        } catch (IOException | RuntimeException e) {
            // Said again, with its reason, when the bytes are asked for; JGit throws both on damaged packs.
            size = -1;
        }
        return new GitInput(location, objects, id, size, limits);
    }

    @Override
    public byte[] bytes() throws IOException {
        long most = Math.min(limits.inputBytes(), Integer.MAX_VALUE - 8);
        if (size > most) {
            throw new LimitException("input-bytes=" + most, size + " bytes");
        }
        byte[] bytes = read(it -> it.isLarge() ? head(it, (int) most) : it.getCachedBytes());
        if (bytes.length <= LONGEST_LFS && Arrays.equals(LFS, Arrays.copyOf(bytes, LFS.length))) {
            throw new DiagnosedException(CONTENT_ELSEWHERE, "Git LFS");
        }
        return bytes;
    }

    @Override
    public Optional<InputVersion> version() {
        return Optional.of(new InputVersion("git " + id.name(), true, 0));
    }

    @Override
    public byte[] head(int length) throws IOException {
        return size <= LONGEST_LFS
                ? Arrays.copyOf(bytes(), (int) Math.min(size, length))
                : read(it -> head(it, length));
    }

    private static byte[] head(ObjectLoader object, int length) throws IOException {
        try (ObjectStream stream = object.openStream()) {
            return stream.readNBytes(length);
        }
    }

    private byte[] read(Extraction extraction) throws IOException {
        return read(objects, id, Constants.OBJ_BLOB, extraction);
    }

    /** The bytes of an object that is no file; one that is too large for its kind is an exception like any other. */
    static byte[] whole(GitObjects objects, ObjectId id, int type) throws IOException {
        return read(objects, id, type, it -> {
            if (it.getSize() > LARGEST_OBJECT) {
                throw new LimitException("object-bytes=" + LARGEST_OBJECT, it.getSize() + " bytes");
            }
            return it.getCachedBytes();
        });
    }

    private static byte[] read(GitObjects objects, ObjectId id, int type, Extraction extraction) throws IOException {
        try {
            return objects.read(reader -> extraction.apply(reader.open(id, type)));
        } catch (MissingObjectException e) {
            throw new DiagnosedException(MISSING_OBJECT, id.name());
        } catch (CorruptObjectException | IncorrectObjectTypeException e) {
            throw new DiagnosedException(MALFORMED, "Git object", "corrupt object " + id.name());
        } catch (RuntimeException e) {
            // JGit does not check every offset of a damaged pack; what it throws then says nothing else
            throw new DiagnosedException(MALFORMED, "Git object", e.getClass().getSimpleName());
        }
    }

    private interface Extraction {
        byte[] apply(ObjectLoader object) throws IOException;
    }
}
