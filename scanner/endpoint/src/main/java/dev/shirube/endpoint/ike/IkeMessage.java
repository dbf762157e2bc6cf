package dev.shirube.endpoint.ike;

import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.endpoint.wire.WireReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One message in clear (RFC 7296 sections 3.1 and 3.2).
 *
 * @param version major version in the upper, minor in the lower four bits
 */
record IkeMessage(byte[] initiatorSpi, int version, int exchange, int flags, long id, List<Payload> payloads) {
    /** Real answers have fewer than twenty. */
    static final int MAX_PAYLOADS = 64;

    /** One payload without its header. */
    record Payload(int type, byte[] body) {}

    /** Keeps an unmodifiable copy. */
    IkeMessage {
        payloads = List.copyOf(payloads);
    }

    /** The message of exactly these bytes. */
    static IkeMessage read(byte[] bytes) throws WireFormatException {
        WireReader in = new WireReader(bytes);
        byte[] spi = in.bytes(Ike.SPI);
        in.bytes(Ike.SPI);
        int next = in.uint8();
        int version = in.uint8();
        int exchange = in.uint8();
        int flags = in.uint8();
        long id = in.uint32();
        in.uint32();
        List<Payload> payloads = new ArrayList<>();
        // What another version puts behind the header is not for us to read.
        while (version >> 4 == Ike.VERSION_2 >> 4 && next != 0) {
            if (payloads.size() == MAX_PAYLOADS) {
                throw WireFormatException.limit("more than " + MAX_PAYLOADS + " payloads");
            }
            int type = next;
            next = in.uint8();
            in.uint8();
            int length = in.uint16();
            if (length < 4) {
                throw WireFormatException.malformed("a payload of " + length + " bytes");
            }
            payloads.add(new Payload(type, in.bytes(length - 4)));
        }
        return new IkeMessage(spi, version, exchange, flags, id, payloads);
    }

    boolean isResponse() {
        return (flags & Ike.FLAG_RESPONSE) != 0;
    }

    /** The first payload of that type. */
    Optional<byte[]> first(int type) {
        return payloads.stream()
                .filter(it -> it.type() == type)
                .map(Payload::body)
                .findFirst();
    }

    /** A notification. */
    record Notification(int type, byte[] data) {}

    /** All notifications, in their order. */
    List<Notification> notifications() throws WireFormatException {
        List<Notification> all = new ArrayList<>();
        for (Payload payload : payloads) {
            if (payload.type() == Ike.PAYLOAD_NOTIFY) {
                WireReader in = new WireReader(payload.body());
                in.uint8();
                int spi = in.uint8();
                int type = in.uint16();
                in.bytes(spi);
                all.add(new Notification(type, in.rest()));
            }
        }
        return all;
    }
}
