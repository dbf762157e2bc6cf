package dev.shirube.endpoint.codec;

import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * The ephemeral key of a TLS 1.2 (or older) server: either a named curve or a finite field.
 *
 * @param group code point of the named curve (RFC 8422 section 5.4)
 * @param primeBits size of the Diffie-Hellman prime (RFC 5246 section 7.4.3)
 * @param scheme SignatureScheme, or before TLS 1.2 and for an anonymous server nothing
 */
public record ServerKeyExchange(OptionalInt group, OptionalInt primeBits, OptionalInt scheme) {
    private static final int NAMED_CURVE = 3;

    static ServerKeyExchange readEcdhe(ByteReader in, int version) throws TlsFormatException {
        if (in.uint8() != NAMED_CURVE) {
            throw TlsFormatException.malformed("a curve given by explicit parameters");
        }
        int group = in.uint16();
        in.vector(1);
        return new ServerKeyExchange(OptionalInt.of(group), OptionalInt.empty(), signature(in, version));
    }

    static ServerKeyExchange readDhe(ByteReader in, int version) throws TlsFormatException {
        int bits = new BigInteger(1, in.vector(2).rest()).bitLength();
        in.vector(2);
        in.vector(2);
        if (bits == 0) {
            throw TlsFormatException.malformed("a Diffie-Hellman prime of no bits");
        }
        return new ServerKeyExchange(OptionalInt.empty(), OptionalInt.of(bits), signature(in, version));
    }

    /** What stands behind the parameters: before TLS 1.2 a signature without its algorithm, of an anonymous server nothing. */
    private static OptionalInt signature(ByteReader in, int version) throws TlsFormatException {
        if (in.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt scheme = version < Tls.TLS12 ? OptionalInt.empty() : OptionalInt.of(in.uint16());
        in.vector(2);
        in.expectEnd("the ServerKeyExchange");
        return scheme;
    }
}
