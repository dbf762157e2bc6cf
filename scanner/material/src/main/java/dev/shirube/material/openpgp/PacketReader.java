package dev.shirube.material.openpgp;

import dev.shirube.material.DerException;
import dev.shirube.material.Octets;
import java.io.ByteArrayOutputStream;

/**
 * Takes packets apart (RFC 9580 section 4.2), those of the legacy format too.
 *
 * <p>An own reader and not Bouncy Castle's: an inventory needs headers and public parts only, of every version and of ids
 * that no library knows yet, from bytes that lie about lengths; a library that builds whole key rings refuses the first and
 * allocates for the second.
 */
final class PacketReader {

    private final Octets octets;

    PacketReader(byte[] bytes) {
        octets = new Octets(bytes);
    }

    boolean atEnd() {
        return octets.left() == 0;
    }

    int position() {
        return octets.position();
    }

    Packet next() throws DerException {
        int at = octets.position();
        int first = octets.uint8();
        int type = Packet.typeOf(first).orElseThrow(() -> new DerException("no packet begins at byte " + at));
        if ((first & 0x40) == 0) {
            return new Packet(type, legacy(first & 3));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        long length;
        boolean partial;
        do {
            int octet = octets.uint8();
            partial = octet >= 224 && octet < 255;
            length = partial ? 1L << (octet & 0x1f) : length(octet);
            body.writeBytes(octets.take(length));
        } while (partial);
        return new Packet(type, body.toByteArray());
    }

    private byte[] legacy(int lengthType) throws DerException {
        return octets.take(
                switch (lengthType) {
                    case 0 -> octets.uint8();
                    case 1 -> octets.uint16();
                    case 2 -> octets.uint32();
                    default -> octets.left();
                });
    }

    /** A length as packets and signature subpackets have it, after its first octet. */
    private long length(int first) throws DerException {
        return length(first, octets);
    }

    static long length(int first, Octets octets) throws DerException {
        if (first < 192) {
            return first;
        }
        return first < 255 ? (first - 192L << 8) + octets.uint8() + 192 : octets.uint32();
    }
}
