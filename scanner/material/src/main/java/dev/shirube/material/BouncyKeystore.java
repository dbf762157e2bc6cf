package dev.shirube.material;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.engines.TwofishEngine;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;

/**
 * Bouncy Castle's own keystores: BKS of both versions, whose certificates stand in the clear, and UBER, which is the same
 * list of entries encrypted whole with Twofish under a key derived as in PKCS#12. Keys are sealed one by one in both.
 */
final class BouncyKeystore {

    private static final int MAX_ENTRIES = 100_000;
    private static final int MAX_CHAIN = 1000;
    private static final int CERTIFICATE = 1;
    private static final int KEY = 2;
    private static final int SECRET = 3;
    private static final int SEALED = 4;
    private static final int SALT_BYTES = 20;
    private static final int DIGEST_BYTES = 20;
    private static final int HEADER_BYTES = 4 + 4 + SALT_BYTES + 4;

    private final Claims claims;
    private final String location;
    private final PasswordTrials passwords;
    private final Aliases aliases = new Aliases();

    BouncyKeystore(Claims claims, String location, PasswordTrials passwords) {
        this.claims = claims;
        this.location = location;
        this.passwords = passwords;
    }

    /** Whether the bytes begin like one: a version, and a salt of the length that is always written. */
    static boolean is(byte[] bytes) {
        return bytes.length > HEADER_BYTES + DIGEST_BYTES
                && (Inputs.startsWith(bytes, 0, 0, 0, 1, 0, 0, 0, SALT_BYTES)
                        || Inputs.startsWith(bytes, 0, 0, 0, 2, 0, 0, 0, SALT_BYTES));
    }

    /** Reads what is in the clear, and the whole of a UBER store if a candidate password opens it. */
    void read(byte[] bytes, DetectionBuilder found) throws DerException {
        int tag = bytes[HEADER_BYTES] & 0xff;
        boolean encrypted = tag > SEALED || tag > 0 && !mayBeAnAlias(bytes);
        if (!encrypted) {
            entries("BKS", new ByteArrayInputStream(bytes, HEADER_BYTES, bytes.length), found);
        } else if ((bytes.length - HEADER_BYTES) % 16 == 0) {
            uber(bytes, found);
        } else {
            throw new DerException("its entries have no known type");
        }
    }

    /** After an entry's type stands its name: encrypted bytes may look like a type, but hardly like a name as well. */
    private static boolean mayBeAnAlias(byte[] bytes) {
        try {
            new DataInputStream(new ByteArrayInputStream(bytes, HEADER_BYTES + 1, bytes.length)).readUTF();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void uber(byte[] bytes, DetectionBuilder found) throws DerException {
        byte[] salt = Arrays.copyOfRange(bytes, 8, 8 + SALT_BYTES);
        int rounds = rounds(bytes);
        byte[] content = Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
        PasswordCipher cipher = new PasswordCipher(rounds, TwofishEngine::new, password -> {
            PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA1Digest());
            generator.init(PBEParametersGenerator.PKCS12PasswordToBytes(password), salt, rounds);
            return generator.generateDerivedParameters(256, 128);
        });
        Unlocking unlocking = new Unlocking(passwords);
        Optional<byte[]> plain = unlocking.open(
                2L * rounds, password -> cipher.open(password, content).filter(BouncyKeystore::endsInItsDigest));
        if (plain.isPresent()) {
            entries("UBER", new ByteArrayInputStream(plain.get()), found);
        } else {
            unlocking
                    .diagnostics(location, "UBER keystore (" + content.length + " encrypted bytes)")
                    .forEach(found::add);
        }
    }

    private static int rounds(byte[] bytes) throws DerException {
        int rounds = 0;
        for (int i = HEADER_BYTES - 4; i < HEADER_BYTES; i++) {
            rounds = rounds << 8 | bytes[i] & 0xff;
        }
        if (rounds < 1) {
            throw new DerException("an iteration count of " + rounds);
        }
        return rounds;
    }

    private static boolean endsInItsDigest(byte[] plain) {
        if (plain.length <= DIGEST_BYTES) {
            return false;
        }
        SHA1Digest digest = new SHA1Digest();
        digest.update(plain, 0, plain.length - DIGEST_BYTES);
        byte[] expected = new byte[DIGEST_BYTES];
        digest.doFinal(expected, 0);
        return Arrays.equals(expected, 0, DIGEST_BYTES, plain, plain.length - DIGEST_BYTES, plain.length);
    }

    private void entries(String format, ByteArrayInputStream bytes, DetectionBuilder found) throws DerException {
        DataInputStream in = new DataInputStream(bytes);
        KeystoreEntries entries = new KeystoreEntries(claims, format, location, passwords, found);
        int read = 0;
        try {
            for (int tag = in.read(); tag > 0; tag = in.read()) {
                if (++read > MAX_ENTRIES) {
                    throw new DerException("more than " + MAX_ENTRIES + " entries");
                }
                entry(tag, in, entries);
            }
        } catch (EOFException e) {
            throw new DerException("ends in its entry " + read);
        } catch (UTFDataFormatException e) {
            throw new DerException("a name that is no text, in entry " + read);
        } catch (IOException e) {
            throw new IllegalStateException("An array was read", e);
        } finally {
            entries.tell();
        }
    }

    private void entry(int tag, DataInputStream in, KeystoreEntries entries) throws IOException, DerException {
        String path = location + "!" + aliases.of(in.readUTF(), "");
        in.readLong();
        int chain = in.readInt();
        if (chain < 0 || chain > MAX_CHAIN) {
            throw new DerException("a chain of " + chain + " certificates");
        }
        Optional<byte[]> first = Optional.empty();
        for (int i = 0; i < chain; i++) {
            byte[] certificate = certificate(in);
            first = first.isPresent() ? first : Optional.of(certificate);
            entries.certificate(path + "/chain/" + i, certificate);
        }
        switch (tag) {
            case CERTIFICATE -> entries.certificate(path, certificate(in));
            case KEY -> BouncyKey.read(in).add(path, entries);
            case SEALED -> BouncyKey.addSealed(path, KeystoreEntries.block(in), first, entries);
            case SECRET -> {
                byte[] envelope = KeystoreEntries.block(in);
                entries.unread();
                if (first.isPresent()) {
                    entries.privateKey(path, envelope, first, Optional.empty());
                }
            }
            default -> throw new DerException("an entry of unknown type " + tag);
        }
    }

    private static byte[] certificate(DataInputStream in) throws IOException, DerException {
        String type = in.readUTF();
        if (!type.equals("X.509") && !type.equals("X509")) {
            throw new DerException("a certificate of an unknown type");
        }
        return KeystoreEntries.block(in);
    }
}
