package dev.shirube.material;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * A symmetric key of a keystore by what may be told of it. Its value is let go at once, and no digest of it is made, since a
 * short key could be guessed from that.
 *
 * @param algorithm the name under which the keystore has it
 */
record SecretKey(String algorithm, int bits) {

    /** One as JCEKS seals it: a serialised {@code SecretKeySpec}, or a {@code KeyRep} that stands for another class. */
    static Optional<SecretKey> serialised(byte[] object) {
        try {
            SerialisedObject.Values values =
                    SerialisedObject.read(new DataInputStream(new ByteArrayInputStream(object)));
            Optional<byte[]> key = values.bytes("key").or(() -> values.bytes("encoded"));
            return key.map(it -> new SecretKey(values.text("algorithm").orElse(""), 8 * it.length));
        } catch (IOException | DerException e) {
            return Optional.empty();
        }
    }
}
