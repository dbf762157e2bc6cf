package dev.shirube.endpoint.keyshare;

import dev.shirube.endpoint.codec.TlsFormatException;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** X25519: 32 bytes, little-endian (RFC 7748 section 5). */
final class XdhShare implements KeyShare {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret = new byte[X25519.SCALAR_SIZE];
    private final byte[] share = new byte[X25519.POINT_SIZE];

    XdhShare() {
        X25519.generatePrivateKey(RANDOM, secret);
        X25519.generatePublicKey(secret, 0, share, 0);
    }

    @Override
    public byte[] clientShare() {
        return share.clone();
    }

    @Override
    public byte[] sharedSecret(byte[] serverShare) throws TlsFormatException {
        if (serverShare.length != X25519.POINT_SIZE) {
            throw new TlsFormatException(
                    TlsFormatException.Kind.MALFORMED, "an X25519 share of " + serverShare.length + " bytes");
        }
        byte[] shared = new byte[X25519.POINT_SIZE];
        // RFC 8446 section 7.4.2: a result of nothing but zeros means a point of small order.
        if (!X25519.calculateAgreement(secret, 0, serverShare, 0, shared, 0)) {
            throw new TlsFormatException(TlsFormatException.Kind.MALFORMED, "an invalid X25519 share");
        }
        return shared;
    }
}
