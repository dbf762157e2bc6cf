package dev.shirube.material.openpgp;

import dev.shirube.material.DerException;
import dev.shirube.material.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** GnuPG's keybox: blobs, each around a keyring of one OpenPGP key or around one X.509 certificate (kbx/keybox-blob.c). */
final class Keybox {

    private static final int OPENPGP = 2;
    private static final int X509 = 3;

    /**
     * One blob.
     *
     * @param certificate whether it holds X.509 and not OpenPGP
     */
    record Blob(boolean certificate, byte[] content) {}

    private Keybox() {}

    /** The blobs that hold something, at most that many. */
    static List<Blob> blobs(byte[] bytes, int limit) throws DerException {
        List<Blob> blobs = new ArrayList<>();
        int at = 0;
        while (at < bytes.length && blobs.size() < limit) {
            Octets octets = new Octets(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 16)));
            long length = octets.uint32();
            if (length < 5 || length > bytes.length - at) {
                throw new DerException("a blob announces " + length + " bytes at byte " + at);
            }
            int type = octets.uint8();
            if (type == OPENPGP || type == X509) {
                octets.skip(3); // version and flags
                blobs.add(new Blob(type == X509, content(bytes, at, length, octets.uint32(), octets.uint32())));
            }
            at += (int) length;
        }
        return blobs;
    }

    private static byte[] content(byte[] bytes, int at, long blob, long offset, long length) throws DerException {
        if (offset > blob || length > blob - offset) {
            throw new DerException("a key of " + length + " bytes reaches out of its blob at byte " + at);
        }
        return Arrays.copyOfRange(bytes, at + (int) offset, at + (int) (offset + length));
    }
}
