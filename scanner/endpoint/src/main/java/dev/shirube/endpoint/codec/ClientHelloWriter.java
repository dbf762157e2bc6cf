package dev.shirube.endpoint.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Writes a ClientHello (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2) in one plaintext record. */
public final class ClientHelloWriter {
    /** How many random bytes a hello takes: the random field and the session id of compatibility mode. */
    public static final int ENTROPY = 64;

    private ClientHelloWriter() {}

    /**
     * The record, ready to be sent.
     *
     * @param entropy {@value #ENTROPY} random bytes
     */
    public static byte[] write(ClientOffer offer, byte[] entropy) {
        if (entropy.length != ENTROPY) {
            throw new IllegalArgumentException(
                    "A ClientHello takes " + ENTROPY + " random bytes, not " + entropy.length);
        }
        // The record's version is at most 1.0 so that the oldest servers read on (RFC 8446 section 5.1).
        return new ByteWriter()
                .uint8(Tls.HANDSHAKE)
                .uint16(Math.min(newest(offer), Tls.TLS10))
                .vector(2, record -> record.uint8(Tls.CLIENT_HELLO).vector(3, body -> body(body, offer, entropy)))
                .toByteArray();
    }

    private static void body(ByteWriter out, ClientOffer offer, byte[] entropy) {
        int newest = newest(offer);
        out.uint16(Math.min(newest, Tls.TLS12))
                .bytes(Arrays.copyOf(entropy, 32))
                .vector(1, it -> it.bytes(sessionId(offer, entropy)))
                .vector(2, it -> it.uint16s(offer.suites()))
                .vector(1, it -> it.uint8(0));
        if (newest > Tls.SSL30) {
            out.vector(2, it -> extensions(it, offer));
        }
    }

    private static int newest(ClientOffer offer) {
        return offer.versions().stream().mapToInt(Integer::intValue).max().orElse(Tls.TLS12);
    }

    private static byte[] sessionId(ClientOffer offer, byte[] entropy) {
        return offersTls13(offer) ? Arrays.copyOfRange(entropy, 32, ENTROPY) : new byte[0];
    }

    private static void extensions(ByteWriter out, ClientOffer offer) {
        offer.serverName()
                .ifPresent(name -> extension(
                        out,
                        Tls.EXT_SERVER_NAME,
                        data -> data.vector(
                                2,
                                list -> list.uint8(0)
                                        .vector(2, it -> it.bytes(name.getBytes(StandardCharsets.US_ASCII))))));
        extension(out, Tls.EXT_SUPPORTED_GROUPS, data -> data.vector(2, it -> it.uint16s(offer.groups())));
        extension(out, Tls.EXT_SIGNATURE_ALGORITHMS, data -> data.vector(2, it -> it.uint16s(offer.schemes())));
        if (!offer.alpn().isEmpty()) {
            extension(
                    out,
                    Tls.EXT_ALPN,
                    data -> data.vector(
                            2,
                            list -> offer.alpn()
                                    .forEach(name ->
                                            list.vector(1, it -> it.bytes(name.getBytes(StandardCharsets.US_ASCII))))));
        }
        if (offer.versions().stream().anyMatch(it -> it <= Tls.TLS12)) {
            extension(out, Tls.EXT_EC_POINT_FORMATS, data -> data.vector(1, it -> it.uint8(0)));
            extension(out, Tls.EXT_EXTENDED_MASTER_SECRET, data -> {});
            extension(out, Tls.EXT_RENEGOTIATION_INFO, data -> data.uint8(0));
        }
        if (offersTls13(offer)) {
            extension(out, Tls.EXT_SUPPORTED_VERSIONS, data -> data.vector(1, it -> it.uint16s(offer.versions())));
            extension(
                    out,
                    Tls.EXT_KEY_SHARE,
                    data -> data.vector(
                            2,
                            list -> offer.shares()
                                    .forEach(it -> list.uint16(it.group())
                                            .vector(2, share -> share.bytes(it.keyExchange())))));
        }
    }

    private static boolean offersTls13(ClientOffer offer) {
        return offer.versions().contains(Tls.TLS13);
    }

    private static void extension(ByteWriter out, int type, Consumer<ByteWriter> data) {
        out.uint16(type).vector(2, data);
    }
}
