package dev.shirube.endpoint.codec;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server chose (RFC 8446 section 4.1.3, RFC 5246 section 7.4.1.3).
 *
 * @param group of a TLS 1.3 answer
 * @param retry whether it is a HelloRetryRequest: the server would choose that group, if it had a share for it
 * @param share the server's public value; empty in a retry and before TLS 1.3
 * @param alpn the application protocol that was chosen; in TLS 1.3 it stands in EncryptedExtensions instead
 */
public record ServerHello(
        int version, int suite, OptionalInt group, boolean retry, Optional<byte[]> share, Optional<String> alpn) {
    /** The random value that marks a HelloRetryRequest (RFC 8446 section 4.1.3). */
    private static final String RETRY = "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";

    static ServerHello read(ByteReader in) throws TlsFormatException {
        int legacyVersion = in.uint16();
        boolean retry = HexFormat.of().formatHex(in.bytes(32)).equals(RETRY);
        in.vector(1);
        int suite = in.uint16();
        in.uint8();
        int version = legacyVersion;
        OptionalInt group = OptionalInt.empty();
        Optional<byte[]> share = Optional.empty();
        Optional<String> alpn = Optional.empty();
        // Before TLS 1.3 the extensions may be missing altogether.
        ByteReader extensions = in.isEmpty() ? in : in.vector(2);
        while (!extensions.isEmpty()) {
            int type = extensions.uint16();
            ByteReader data = extensions.vector(2);
            if (type == Tls.EXT_SUPPORTED_VERSIONS) {
                version = data.uint16();
            } else if (type == Tls.EXT_KEY_SHARE) {
                group = OptionalInt.of(data.uint16());
                share = retry ? Optional.empty() : Optional.of(data.vector(2).rest());
            } else if (type == Tls.EXT_ALPN) {
                alpn = Optional.of(alpn(data));
            }
        }
        in.expectEnd("the ServerHello");
        return new ServerHello(version, suite, group, retry, share, alpn);
    }

    /** The one protocol that a server names (RFC 7301 section 3.1). */
    static String alpn(ByteReader data) throws TlsFormatException {
        return new String(data.vector(2).vector(1).rest(), StandardCharsets.ISO_8859_1);
    }

    /** Refuses a choice that was never offered: nothing may be concluded from it. */
    void checkAgainst(ClientOffer offer) throws TlsFormatException {
        checkOffered("version", version, offer.versions());
        checkOffered("cipher suite", suite, offer.suites());
        if (alpn.isPresent()) {
            checkAlpn(alpn.get(), offer);
        }
        if (version != Tls.TLS13) {
            return;
        }
        if (group.isEmpty()) {
            throw TlsFormatException.malformed("a TLS 1.3 answer without a key-exchange group");
        }
        checkOffered("group", group.getAsInt(), offer.groups());
        if (retry == offer.offersShare(group.getAsInt())) {
            throw TlsFormatException.malformed(
                    retry ? "asked again for a key share it had" : "a key share for a group that had none");
        }
    }

    static void checkAlpn(String chosen, ClientOffer offer) throws TlsFormatException {
        if (!offer.alpn().contains(chosen)) {
            throw TlsFormatException.malformed("an application protocol that was not offered");
        }
    }

    private static void checkOffered(String what, int chosen, List<Integer> offered) throws TlsFormatException {
        if (!offered.contains(chosen)) {
            throw TlsFormatException.malformed("the " + what + " " + Tls.hex(chosen) + " was not offered");
        }
    }
}
