package dev.shirube.exchange.cyclonedx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A document's serial number, made from its content: the same content has the same number. */
final class SerialNumber {

    /** Our own name space, drawn once at random. */
    private static final UUID NAME_SPACE = UUID.fromString("6f0c3a52-8a7e-4d0f-9d1b-5b7c5e7c2a94");

    /** Writes content to a stream. */
    interface Content {
        /** Writes it. */
        void writeTo(OutputStream out) throws IOException;
    }

    private SerialNumber() {}

    /** The name-based UUID (RFC 9562 section 5.5) of the content's SHA-256, as a URN. */
    static String of(Content content) throws IOException {
        MessageDigest digest = digest("SHA-256");
        content.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return "urn:uuid:" + uuid(HexFormat.of().formatHex(digest.digest()));
    }

    private static UUID uuid(String name) {
        // RFC 9562 fixes SHA-1 for this; nothing here rests on its strength.
        MessageDigest sha1 = digest("SHA-1");
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAME_SPACE.getMostSignificantBits())
                .putLong(NAME_SPACE.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.US_ASCII)));
        long most = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x5000L;
        long least = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
