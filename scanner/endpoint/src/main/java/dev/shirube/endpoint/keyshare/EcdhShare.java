package dev.shirube.endpoint.keyshare;

import dev.shirube.endpoint.codec.TlsFormatException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** ECDH on a NIST curve by the JDK; points uncompressed (RFC 8446 section 4.2.8.2). */
final class EcdhShare implements KeyShare {
    private static final int UNCOMPRESSED = 4;

    private final KeyPair pair;
    private final int length;

    EcdhShare(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java 17 platform has " + curve, e);
        }
        length = (publicKey().getParams().getCurve().getField().getFieldSize() + 7) / 8;
    }

    @Override
    public byte[] clientShare() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(UNCOMPRESSED);
        out.writeBytes(BigEndian.of(publicKey().getW().getAffineX(), length));
        out.writeBytes(BigEndian.of(publicKey().getW().getAffineY(), length));
        return out.toByteArray();
    }

    @Override
    public byte[] sharedSecret(byte[] serverShare) throws TlsFormatException {
        if (serverShare.length != 1 + 2 * length || serverShare[0] != UNCOMPRESSED) {
            throw new TlsFormatException(
                    TlsFormatException.Kind.MALFORMED, "a key share that is no uncompressed point");
        }
        ECPoint point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(serverShare, 1, 1 + length)),
                new BigInteger(1, Arrays.copyOfRange(serverShare, 1 + length, serverShare.length)));
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(pair.getPrivate());
            agreement.doPhase(
                    KeyFactory.getInstance("EC")
                            .generatePublic(
                                    new ECPublicKeySpec(point, publicKey().getParams())),
                    true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new TlsFormatException(
                    TlsFormatException.Kind.MALFORMED, "a key share that is no point of the curve");
        }
    }

    private ECPublicKey publicKey() {
        return (ECPublicKey) pair.getPublic();
    }
}
