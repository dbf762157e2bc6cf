package dev.shirube.endpoint.ike;

import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.endpoint.wire.WireReader;
import dev.shirube.endpoint.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Our IKE_SA_INIT request (RFC 7296 section 1.2).
 *
 * @param spi the initiator's
 * @param cookie the responder's, where it asked for it to be sent back (section 2.6)
 * @param keyGroup key-exchange method of the public value
 */
record SaInit(
        byte[] spi, Optional<byte[]> cookie, List<Proposal> proposals, int keyGroup, byte[] keyValue, byte[] nonce) {
    static final int NONCE = 32;

    /** SHA2-256, SHA2-384, SHA2-512, Identity (RFC 7427, RFC 8420). */
    private static final int[] SIGNATURE_HASHES = {2, 3, 4, 5};

    private record Payload(int type, byte[] body) {}

    SaInit withCookie(byte[] value) {
        return new SaInit(spi, Optional.of(value), proposals, keyGroup, keyValue, nonce);
    }

    SaInit withKey(int group, byte[] value) {
        return new SaInit(spi, cookie, proposals, group, value, nonce);
    }

    /** The whole message. */
    byte[] write() {
        WireWriter hashes = new WireWriter();
        for (int hash : SIGNATURE_HASHES) {
            hashes.uint16(hash);
        }
        byte[] nothing = {};
        List<Payload> payloads = new ArrayList<>();
        cookie.ifPresent(it -> payloads.add(notify(Ike.COOKIE, it)));
        payloads.add(new Payload(Ike.PAYLOAD_SA, Proposal.write(proposals)));
        payloads.add(new Payload(
                Ike.PAYLOAD_KE,
                new WireWriter().uint16(keyGroup).uint16(0).bytes(keyValue).toByteArray()));
        payloads.add(new Payload(Ike.PAYLOAD_NONCE, nonce));
        payloads.add(notify(Ike.FRAGMENTATION_SUPPORTED, nothing));
        payloads.add(notify(Ike.SIGNATURE_HASH_ALGORITHMS, hashes.toByteArray()));
        payloads.add(notify(Ike.INTERMEDIATE_EXCHANGE_SUPPORTED, nothing));
        return message(payloads);
    }

    private static Payload notify(int type, byte[] data) {
        return new Payload(
                Ike.PAYLOAD_NOTIFY,
                new WireWriter().uint8(0).uint8(0).uint16(type).bytes(data).toByteArray());
    }

    private byte[] message(List<Payload> payloads) {
        WireWriter chain = new WireWriter();
        for (int i = 0; i < payloads.size(); i++) {
            chain.uint8(i + 1 < payloads.size() ? payloads.get(i + 1).type : 0)
                    .uint8(0)
                    .uint16(4 + payloads.get(i).body.length)
                    .bytes(payloads.get(i).body);
        }
        return new WireWriter()
                .bytes(spi)
                .bytes(new byte[Ike.SPI])
                .uint8(payloads.get(0).type)
                .uint8(Ike.VERSION_2)
                .uint8(Ike.IKE_SA_INIT)
                .uint8(Ike.FLAG_INITIATOR)
                .uint32(0)
                .uint32(Ike.HEADER + chain.size())
                .bytes(chain.toByteArray())
                .toByteArray();
    }

    /** What a message of ours offered, for reading a transcript again. */
    static SaInit read(byte[] message) throws WireFormatException {
        IkeMessage ours = IkeMessage.read(message);
        WireReader key = new WireReader(ours.first(Ike.PAYLOAD_KE)
                .orElseThrow(() -> WireFormatException.malformed("a request without key exchange")));
        int group = key.uint16();
        key.uint16();
        return new SaInit(
                ours.initiatorSpi(),
                Optional.empty(),
                Proposal.read(ours.first(Ike.PAYLOAD_SA)
                        .orElseThrow(() -> WireFormatException.malformed("a request without proposals"))),
                group,
                key.rest(),
                ours.first(Ike.PAYLOAD_NONCE).orElse(new byte[0]));
    }
}
