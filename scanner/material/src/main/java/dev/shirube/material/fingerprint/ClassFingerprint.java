package dev.shirube.material.fingerprint;

import java.util.Optional;

/**
 * A short digest of what a class does, which stays the same when the class is moved to another package.
 *
 * <p>It covers names, constants and code, but of every type only its simple name, of a descriptor only its shape, and of
 * the texts only those that name no package: tools that relocate rewrite the rest. The layout of the constant pool, debug
 * information and annotations are left out, since they differ between tools that rewrite classes. Renaming members, as
 * ProGuard does, changes the digest: nothing is claimed of such classes.
 */
public final class ClassFingerprint {

    /** Length of a digest in characters; 48 bits, compared only among the versions of one class. */
    public static final int LENGTH = 8;

    private static final int MAXIMUM_BYTES = 512 << 10;

    private final ClassBytes file;
    private final ShapeDigest out = new ShapeDigest();

    private ClassFingerprint(byte[] bytes) {
        file = new ClassBytes(bytes);
    }

    /** The digest of that class file in base 64 for URLs (RFC 4648, section 5); nothing for what is no class file. */
    public static Optional<Fingerprint> of(byte[] bytes) {
        if (bytes.length > MAXIMUM_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ClassFingerprint(bytes).read());
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // Every offset in the file is hostile; the reader checks none twice. Such a file resembles no library.
            return Optional.empty();
        }
    }

    private Fingerprint read() {
        int at = file.behindPool();
        String name = file.named(file.u2(at + 2));
        out.simpleName(file.u2(at + 4) == 0 ? "" : file.named(file.u2(at + 4)));
        int interfaces = file.u2(at + 6);
        at += 8;
        for (int i = 0; i < interfaces; i++) {
            out.simpleName(file.named(file.u2(at)));
            at += 2;
        }
        at = members(at);
        members(at);
        return new Fingerprint(name, out.text(LENGTH));
    }

    /** Fields or methods; where they end. */
    private int members(int from) {
        int count = file.u2(from);
        int at = from + 2;
        for (int i = 0; i < count; i++) {
            out.text(file.text(file.u2(at + 2)));
            out.shape(file.text(file.u2(at + 4)));
            int attributes = file.u2(at + 6);
            at += 8;
            for (int k = 0; k < attributes; k++) {
                attribute(file.text(file.u2(at)), at + 6);
                at += 6 + file.u4(at + 2);
            }
        }
        return at;
    }

    private void attribute(String name, int at) {
        if (name.equals("ConstantValue")) {
            out.constant(file, file.u2(at));
        } else if (name.equals("Code")) {
            new CodeShape(file, out).read(at + 8, file.u4(at + 4));
        }
    }
}
