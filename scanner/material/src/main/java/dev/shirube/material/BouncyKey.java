package dev.shirube.material;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * A key as BKS and UBER write it: its kind, format and algorithm by name, and its encoding.
 *
 * @param kind 0 private, 1 public, 2 secret
 */
record BouncyKey(int kind, String algorithm, byte[] encoded) {

    private static final int PRIVATE = 0;
    private static final int SECRET = 2;

    /** The key that the stream, all of whose bytes are in memory, stands before. */
    static BouncyKey read(DataInputStream in) throws IOException, DerException {
        int kind = in.readUnsignedByte();
        in.readUTF();
        return new BouncyKey(kind, in.readUTF(), KeystoreEntries.block(in));
    }

    /** Adds a key that lay open. */
    void add(String path, KeystoreEntries entries) {
        if (kind == SECRET) {
            entries.secretKey(path, Optional.of(secret()));
        } else {
            entries.key(path + "/key", encoded);
        }
    }

    private SecretKey secret() {
        return new SecretKey(algorithm, 8 * encoded.length);
    }

    /**
     * Adds a sealed key: salt and iteration count, and what the triple DES of PKCS#12 made of it.
     *
     * @param certificate the first of its chain; every private key has one
     */
    static void addSealed(String path, byte[] envelope, Optional<byte[]> certificate, KeystoreEntries entries)
            throws IOException, DerException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(envelope));
        byte[] salt = KeystoreEntries.block(in);
        int rounds = in.readInt();
        if (rounds < 1) {
            throw new DerException("an iteration count of " + rounds);
        }
        byte[] content = in.readAllBytes();
        PasswordCipher cipher = PasswordCipher.tripleDes(salt, rounds);
        Optional<BouncyKey> opened = entries.unlocking()
                .open(
                        rounds,
                        password -> cipher.open(password, content)
                                .filter(it -> whole(it).isPresent()))
                .flatMap(BouncyKey::whole);
        if (certificate.isPresent() || opened.filter(it -> it.kind == PRIVATE).isPresent()) {
            entries.privateKey(path, envelope, certificate, opened.map(BouncyKey::encoded));
        } else if (opened.filter(it -> it.kind != SECRET).isPresent()) {
            entries.key(path + "/key", opened.get().encoded());
        } else {
            entries.secretKey(path, opened.map(BouncyKey::secret));
        }
    }

    /** The key that all those bytes are: wrong passwords do not give one. */
    private static Optional<BouncyKey> whole(byte[] plain) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
        try {
            BouncyKey key = read(in);
            return key.kind <= SECRET && in.available() == 0 ? Optional.of(key) : Optional.empty();
        } catch (IOException | DerException e) {
            return Optional.empty();
        }
    }
}
