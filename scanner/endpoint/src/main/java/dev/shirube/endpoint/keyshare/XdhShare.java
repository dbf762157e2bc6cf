package dev.shirube.endpoint.keyshare;

import dev.shirube.endpoint.codec.TlsFormatException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** X25519 by the JDK: 32 bytes, little-endian (RFC 7748 section 5). */
final class XdhShare implements KeyShare {
    private static final int LENGTH = 32;

    private final KeyPair pair;

    XdhShare() {
        try {
            pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java 17 platform has X25519", e);
        }
    }

    @Override
    public byte[] clientShare() {
        return BigEndian.reversed(BigEndian.of(((XECPublicKey) pair.getPublic()).getU(), LENGTH));
    }

    @Override
    public byte[] sharedSecret(byte[] serverShare) throws TlsFormatException {
        if (serverShare.length != LENGTH) {
            throw new TlsFormatException(
                    TlsFormatException.Kind.MALFORMED, "an X25519 share of " + serverShare.length + " bytes");
        }
        try {
            BigInteger u = new BigInteger(1, BigEndian.reversed(serverShare));
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(pair.getPrivate());
            agreement.doPhase(
                    KeyFactory.getInstance("X25519").generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u)),
                    true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new TlsFormatException(TlsFormatException.Kind.MALFORMED, "an invalid X25519 share");
        }
    }
}
