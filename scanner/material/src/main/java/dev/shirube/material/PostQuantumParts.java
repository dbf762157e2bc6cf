package dev.shirube.material;

import java.io.IOException;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * The public half of an ML-KEM, ML-DSA or SLH-DSA private key (RFC 9935, RFC 9881, RFC 9909). Apart from the rest so that
 * classical keys do not load these classes.
 */
final class PostQuantumParts {

    private PostQuantumParts() {}

    static SubjectPublicKeyInfo of(PrivateKeyInfo key) throws IOException, DerException {
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
}
