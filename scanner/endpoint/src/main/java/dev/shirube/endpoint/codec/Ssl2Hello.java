package dev.shirube.endpoint.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The CLIENT-HELLO of SSL 2.0, in that protocol's own record: no TLS message can ask for it. The format is that of the
 * draft of 1995, which RFC 5246 appendix E.2 repeats for compatibility.
 */
public final class Ssl2Hello {
    /** How many random bytes a hello takes: its challenge. */
    public static final int ENTROPY = 16;
    /** All cipher kinds that were ever defined, three bytes each, the stronger first. */
    public static final List<Integer> KINDS =
            List.of(0x0700C0, 0x010080, 0x030080, 0x050080, 0x060040, 0x020080, 0x040080);

    static final int CLIENT_HELLO = 1;
    private static final int TWO_BYTE_HEADER = 0x8000;

    private Ssl2Hello() {}

    /**
     * The record that offers every cipher kind.
     *
     * @param entropy {@value #ENTROPY} random bytes
     */
    public static byte[] write(byte[] entropy) {
        byte[] message = new ByteWriter()
                .uint8(CLIENT_HELLO)
                .uint16(Tls.SSL20)
                .uint16(3 * KINDS.size())
                .uint16(0)
                .uint16(ENTROPY)
                .bytes(kinds())
                .bytes(Arrays.copyOf(entropy, ENTROPY))
                .toByteArray();
        return new ByteWriter()
                .uint16(TWO_BYTE_HEADER | message.length)
                .bytes(message)
                .toByteArray();
    }

    /** Whether these bytes begin like such a record and not like one of TLS. */
    public static boolean recognizes(byte[] record) {
        return record.length > 2 && (record[0] & 0x80) != 0 && record[2] == CLIENT_HELLO;
    }

    /**
     * What such a record offers.
     *
     * @throws TlsFormatException when it is no such record
     */
    public static ClientOffer read(byte[] record) throws TlsFormatException {
        ByteReader in = new ByteReader(record);
        int header = in.uint16();
        if (header != (TWO_BYTE_HEADER | record.length - 2) || in.uint8() != CLIENT_HELLO) {
            throw TlsFormatException.malformed("the record holds no CLIENT-HELLO of SSL 2.0");
        }
        int version = in.uint16();
        int kindBytes = in.uint16();
        int sessionId = in.uint16();
        int challenge = in.uint16();
        List<Integer> kinds = new ArrayList<>();
        for (ByteReader list = new ByteReader(in.bytes(kindBytes)); !list.isEmpty(); ) {
            kinds.add(list.uint24());
        }
        in.bytes(sessionId);
        in.bytes(challenge);
        in.expectEnd("the CLIENT-HELLO");
        return new ClientOffer(List.of(version), kinds, List.of(), List.of(), List.of(), Optional.empty());
    }

    private static byte[] kinds() {
        ByteWriter out = new ByteWriter();
        KINDS.forEach(out::uint24);
        return out.toByteArray();
    }
}
