package dev.shirube.material;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection.DerivedInput;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.Optional;

/**
 * JKS and JCEKS, whose certificates stand in the clear. A private key's own bytes are never opened: the first certificate
 * of its chain is the one of its public part, and tells all that an inventory needs without a password.
 *
 * <p>Secret keys of JCEKS are serialised Java objects. Nothing is deserialised here: they are passed over and counted.
 */
final class JavaKeystore {

    private static final int MAX_ENTRIES = 100_000;
    private static final int MAX_CHAIN = 1000;
    private static final int PRIVATE_KEY = 1;
    private static final int TRUSTED_CERTIFICATE = 2;
    private static final int SECRET_KEY = 3;

    private final Claims claims;
    private final String location;
    private final DataInputStream in;
    private final Aliases aliases = new Aliases();
    private int version;
    private int secrets;

    JavaKeystore(Claims claims, String location, byte[] bytes) {
        this.claims = claims;
        this.location = location;
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /** Reads all entries; what is read before the end of a broken file stays. */
    void read(DetectionBuilder found) throws DerException, IOException {
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
                entry(found);
                read++;
            }
        } catch (EOFException e) {
            throw new DerException("ends after " + read + " of " + count + " entries");
        } catch (UTFDataFormatException e) {
            throw new DerException("a name that is no text (" + (count - read) + " of " + count + " entries unread)");
        } catch (DerException e) {
            throw new DerException(e.getMessage() + " (" + (count - read) + " of " + count + " entries unread)");
        } finally {
            tellSecrets(found);
        }
    }

    private void tellSecrets(DetectionBuilder found) {
        if (secrets > 0) {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ, location, "secret keys that are sealed (" + secrets + " entries)"));
        }
    }

    private void entry(DetectionBuilder found) throws IOException, DerException {
        int tag = in.readInt();
        String alias = in.readUTF();
        in.readLong();
        switch (tag) {
            case PRIVATE_KEY -> privateKey(aliases.of(alias, ""), found);
            case TRUSTED_CERTIFICATE ->
                found.add(new DerivedInput(location + "!" + aliases.of(alias, ""), certificate()));
            case SECRET_KEY -> {
                secrets++;
                SerialisedObject.skip(in);
            }
            default -> throw new DerException("an entry of unknown type " + tag);
        }
    }

    private void privateKey(String alias, DetectionBuilder found) throws IOException, DerException {
        byte[] envelope = block();
        int chain = in.readInt();
        if (chain < 0 || chain > MAX_CHAIN) {
            throw new DerException("a chain of " + chain + " certificates");
        }
        Optional<byte[]> first = Optional.empty();
        for (int i = 0; i < chain; i++) {
            byte[] certificate = certificate();
            first = first.isPresent() ? first : Optional.of(certificate);
            found.add(new DerivedInput(location + "!" + alias + "/chain/" + i, certificate));
        }
        new KeystoreEntries(claims, "JKS").privateKey(location + "!" + alias, envelope, first, found);
    }

    private byte[] certificate() throws IOException, DerException {
        if (version == 2) {
            String type = in.readUTF();
            if (!type.equals("X.509") && !type.equals("X509")) {
                throw new DerException("a certificate of type " + type);
            }
        }
        return block();
    }

    private byte[] block() throws IOException, DerException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new DerException("announces " + length + " bytes, but " + in.available() + " are left");
        }
        return in.readNBytes(length);
    }
}
