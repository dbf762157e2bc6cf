package dev.shirube.material;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;

/**
 * JKS and JCEKS, whose certificates stand in the clear. Each private key is encrypted for itself, and candidate passwords are
 * tried on it.
 *
 * <p>Secret keys of JCEKS are sealed Java objects. No object is made here: see {@link SerialisedObject}.
 */
final class JavaKeystore {

    private static final int MAX_ENTRIES = 100_000;
    private static final int MAX_CHAIN = 1000;
    private static final byte JKS = (byte) 0xfe;
    private static final int PRIVATE_KEY = 1;
    private static final int TRUSTED_CERTIFICATE = 2;
    private static final int SECRET_KEY = 3;

    private final String location;
    private final KeystoreEntries entries;
    private final DetectionBuilder found;
    private final DataInputStream in;
    private final Aliases aliases = new Aliases();
    private int version;

    JavaKeystore(Claims claims, String location, byte[] bytes, PasswordTrials passwords, DetectionBuilder found) {
        this.location = location;
        this.entries = new KeystoreEntries(claims, bytes[0] == JKS ? "JKS" : "JCEKS", location, passwords, found);
        this.found = found;
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /** Reads all entries; what is read before the end of a broken file stays. */
    void read() throws DerException, IOException {
        int count = 0;
        int read = 0;
        try {
            in.readInt();
            version = in.readInt();
            count = in.readInt();
            if (version < 1 || version > 2 || count < 0 || count > MAX_ENTRIES) {
                throw new DerException("version " + version + " with " + count + " entries");
            }
            while (read < count) {
                entry();
                read++;
            }
        } catch (EOFException e) {
            throw new DerException("ends after " + read + " of " + count + " entries");
        } catch (UTFDataFormatException e) {
            throw new DerException("a name that is no text (" + (count - read) + " of " + count + " entries unread)");
        } catch (DerException e) {
            throw new DerException(e.getMessage() + " (" + (count - read) + " of " + count + " entries unread)");
        } finally {
            entries.tell();
        }
    }

    private void entry() throws IOException, DerException {
        int tag = in.readInt();
        String alias = in.readUTF();
        in.readLong();
        switch (tag) {
            case PRIVATE_KEY -> privateKey(path(alias));
            case TRUSTED_CERTIFICATE -> entries.certificate(path(alias), certificate());
            case SECRET_KEY -> secretKey(path(alias), SerialisedObject.read(in));
            default -> throw new DerException("an entry of unknown type " + tag);
        }
    }

    private String path(String alias) {
        return location + "!" + aliases.of(alias, "");
    }

    private void privateKey(String path) throws IOException, DerException {
        byte[] envelope = KeystoreEntries.block(in);
        int chain = in.readInt();
        if (chain < 0 || chain > MAX_CHAIN) {
            throw new DerException("a chain of " + chain + " certificates");
        }
        Optional<byte[]> first = Optional.empty();
        for (int i = 0; i < chain; i++) {
            byte[] certificate = certificate();
            first = first.isPresent() ? first : Optional.of(certificate);
            entries.certificate(path + "/chain/" + i, certificate);
        }
        entries.privateKey(path, envelope, first, open(path, envelope));
    }

    /** One broken envelope is told of, and keeps nobody from reading the entries behind it. */
    private Optional<byte[]> open(String path, byte[] envelope) {
        try {
            EncryptedPrivateKeyInfo key =
                    Der.reading(() -> EncryptedPrivateKeyInfo.getInstance(Der.sequence(envelope)));
            return entries.unlocking().open(key.getEncryptionAlgorithm(), key.getEncryptedData());
        } catch (DerException e) {
            found.add(Diagnostic.of(DiagnosticCode.MALFORMED, path, "encrypted private key", e.getMessage()));
            return Optional.empty();
        }
    }

    private void secretKey(String path, SerialisedObject.Values sealed) {
        Optional<byte[]> content = sealed.bytes("encryptedContent");
        Optional<PasswordCipher> cipher = sealed.bytes("encodedParams").flatMap(SunKeyProtection::jceks);
        if (content.isEmpty() || cipher.isEmpty()) {
            entries.unread();
            return;
        }
        Optional<byte[]> plain = entries.unlocking()
                .open(
                        cipher.get().rounds(),
                        password -> cipher.get()
                                .open(password, content.get())
                                .filter(it -> SecretKey.serialised(it).isPresent()));
        entries.secretKey(path, plain.flatMap(SecretKey::serialised));
    }

    private byte[] certificate() throws IOException, DerException {
        if (version == 2) {
            String type = in.readUTF();
            if (!type.equals("X.509") && !type.equals("X509")) {
                throw new DerException("a certificate of type " + type);
            }
        }
        return KeystoreEntries.block(in);
    }
}
