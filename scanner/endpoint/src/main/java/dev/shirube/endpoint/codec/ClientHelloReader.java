package dev.shirube.endpoint.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads back what {@link ClientHelloWriter} wrote, so that a recorded probe tells by itself what it offered. */
public final class ClientHelloReader {
    private List<Integer> versions = List.of();
    private List<Integer> groups = List.of();
    private List<Integer> schemes = List.of();
    private final List<KeyShareEntry> shares = new ArrayList<>();
    private Optional<String> serverName = Optional.empty();
    private final List<String> alpn = new ArrayList<>();

    private ClientHelloReader() {}

    /**
     * The offer of a ClientHello that stands whole in one record.
     *
     * @throws TlsFormatException when it is no such record
     */
    public static ClientOffer read(byte[] record) throws TlsFormatException {
        ByteReader body = new ByteReader(message(record));
        if (body.uint8() != Tls.CLIENT_HELLO) {
            throw TlsFormatException.malformed("the record holds no ClientHello");
        }
        return new ClientHelloReader().body(body.vector(3));
    }

    /** The handshake message within that record, as it enters the transcript hash. */
    static byte[] message(byte[] record) throws TlsFormatException {
        ByteReader in = new ByteReader(record);
        if (in.uint8() != Tls.HANDSHAKE) {
            throw TlsFormatException.malformed("the record holds no handshake message");
        }
        in.uint16();
        byte[] message = in.vector(2).rest();
        in.expectEnd("the record");
        return message;
    }

    private ClientOffer body(ByteReader in) throws TlsFormatException {
        int legacyVersion = in.uint16();
        in.bytes(32);
        in.vector(1);
        List<Integer> suites = in.vector(2).uint16s();
        in.vector(1);
        // A hello of SSL 3.0 ends here.
        ByteReader extensions = in.isEmpty() ? in : in.vector(2);
        while (!extensions.isEmpty()) {
            extension(extensions.uint16(), extensions.vector(2));
        }
        // Without supported_versions a hello offers its own version and all older ones (RFC 5246 appendix E.1).
        List<Integer> offered = versions.isEmpty()
                ? IntStream.iterate(legacyVersion, it -> it >= Tls.SSL30, it -> it - 1)
                        .boxed()
                        .toList()
                : versions;
        return new ClientOffer(offered, suites, groups, schemes, shares, serverName, alpn);
    }

    private void extension(int type, ByteReader data) throws TlsFormatException {
        switch (type) {
            case Tls.EXT_SERVER_NAME -> {
                ByteReader list = data.vector(2);
                list.uint8();
                serverName = Optional.of(new String(list.vector(2).rest(), StandardCharsets.US_ASCII));
            }
            case Tls.EXT_SUPPORTED_GROUPS -> groups = data.vector(2).uint16s();
            case Tls.EXT_SIGNATURE_ALGORITHMS -> schemes = data.vector(2).uint16s();
            case Tls.EXT_SUPPORTED_VERSIONS -> versions = data.vector(1).uint16s();
            case Tls.EXT_KEY_SHARE -> keyShares(data.vector(2));
            case Tls.EXT_ALPN -> {
                ByteReader list = data.vector(2);
                while (!list.isEmpty()) {
                    alpn.add(new String(list.vector(1).rest(), StandardCharsets.US_ASCII));
                }
            }
            default -> data.rest();
        }
    }

    private void keyShares(ByteReader list) throws TlsFormatException {
        while (!list.isEmpty()) {
            shares.add(new KeyShareEntry(list.uint16(), list.vector(2).rest()));
        }
    }
}
