package dev.shirube.material;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * The public half of an ML-KEM, ML-DSA or SLH-DSA private key (RFC 9935, RFC 9881, RFC 9909). Apart from the rest so that
 * classical keys do not load these classes.
 */
public final class PostQuantumParts {

    /** Identifier of X-Wing (draft-connolly-cfrg-xwing-kem section 6.2). */
    public static final String X_WING = "1.3.6.1.4.1.62253.25722";

    private static final int X_WING_SEED = 32;

    private PostQuantumParts() {}

    static SubjectPublicKeyInfo of(PrivateKeyInfo key) throws IOException, DerException {
        String oid = key.getPrivateKeyAlgorithm().getAlgorithm().getId();
        if (oid.equals(X_WING)) {
            return new SubjectPublicKeyInfo(
                    key.getPrivateKeyAlgorithm(), xWing(key.getPrivateKey().getOctets()));
        }
        AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(key);
        byte[] octets;
        if (secret instanceof MLDSAPrivateKeyParameters mlDsa) {
            octets = mlDsa.getPublicKey();
        } else if (secret instanceof MLKEMPrivateKeyParameters mlKem) {
            octets = mlKem.getPublicKey();
        } else if (secret instanceof SLHDSAPrivateKeyParameters slhDsa) {
            octets = slhDsa.getEncodedPublicKey();
        } else {
            throw new DerException("no way to the public part of this algorithm");
        }
        return new SubjectPublicKeyInfo(key.getPrivateKeyAlgorithm(), octets);
    }

    /** The public part of a key of X-Wing, from its seed (section 5.2 of its draft). */
    public static byte[] xWing(byte[] seed) throws DerException {
        if (seed.length != X_WING_SEED) {
            throw new DerException("a seed of " + seed.length + " bytes");
        }
        byte[] expanded = new byte[96];
        SHAKEDigest shake = new SHAKEDigest(256);
        shake.update(seed, 0, seed.length);
        shake.doFinal(expanded, 0, expanded.length);
        byte[] lattice =
                new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, Arrays.copyOf(expanded, 64)).getPublicKey();
        byte[] curve =
                new X25519PrivateKeyParameters(expanded, 64).generatePublicKey().getEncoded();
        byte[] both = Arrays.copyOf(lattice, lattice.length + curve.length);
        System.arraycopy(curve, 0, both, lattice.length, curve.length);
        return both;
    }
}
