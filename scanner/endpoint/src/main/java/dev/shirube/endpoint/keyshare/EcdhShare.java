package dev.shirube.endpoint.keyshare;

import dev.shirube.endpoint.codec.TlsFormatException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * ECDH on a NIST curve; points uncompressed (RFC 8446 section 4.2.8.2). By Bouncy Castle, which takes a quarter of the time
 * of the JDK 17: most of what a sweep costs is this.
 */
final class EcdhShare implements KeyShare {
    private static final int UNCOMPRESSED = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final X9ECParameters curve;
    private final BigInteger secret;
    private final byte[] share;

    EcdhShare(String name) {
        curve = CustomNamedCurves.getByName(name);
        secret = BigIntegers.createRandomInRange(BigInteger.ONE, curve.getN().subtract(BigInteger.ONE), RANDOM);
        share = new FixedPointCombMultiplier().multiply(curve.getG(), secret).getEncoded(false);
    }

    @Override
    public byte[] clientShare() {
        return share.clone();
    }

    @Override
    public byte[] sharedSecret(byte[] serverShare) throws TlsFormatException {
        if (serverShare.length != share.length || serverShare[0] != UNCOMPRESSED) {
            throw new TlsFormatException(
                    TlsFormatException.Kind.MALFORMED, "a key share that is no uncompressed point");
        }
        return point(serverShare).multiply(secret).normalize().getAffineXCoord().getEncoded();
    }

    /** Only points of the curve are taken; these curves have no others of small order. */
    private ECPoint point(byte[] encoded) throws TlsFormatException {
        try {
            return curve.getCurve().decodePoint(encoded);
        } catch (IllegalArgumentException e) {
            throw new TlsFormatException(
                    TlsFormatException.Kind.MALFORMED, "a key share that is no point of the curve");
        }
    }
}
