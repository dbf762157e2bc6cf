package dev.shirube.endpoint.keyshare;

import dev.shirube.endpoint.codec.TlsFormatException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.MLKEMKeyPairGenerator;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.params.MLKEMKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/**
 * ML-KEM (FIPS 203): the client's share is the encapsulation key, the server's the ciphertext.
 *
 * <p>The one class that touches Bouncy Castle here, loaded only when a server speaks nothing classical.
 */
final class MlKemShare implements KeyShare {
    private final AsymmetricCipherKeyPair pair;

    private MlKemShare(MLKEMParameters parameters) {
        MLKEMKeyPairGenerator generator = new MLKEMKeyPairGenerator();
        generator.init(new MLKEMKeyGenerationParameters(new SecureRandom(), parameters));
        pair = generator.generateKeyPair();
    }

    static MlKemShare create(String group) {
        return new MlKemShare(
                switch (group) {
                    case "MLKEM512" -> MLKEMParameters.ml_kem_512;
                    case "MLKEM768" -> MLKEMParameters.ml_kem_768;
                    case "MLKEM1024" -> MLKEMParameters.ml_kem_1024;
                    default -> throw new IllegalArgumentException(group + " is no parameter set of ML-KEM");
                });
    }

    @Override
    public byte[] clientShare() {
        return ((MLKEMPublicKeyParameters) pair.getPublic()).getEncoded();
    }

    @Override
    public byte[] sharedSecret(byte[] serverShare) throws TlsFormatException {
        MLKEMExtractor extractor = new MLKEMExtractor((MLKEMPrivateKeyParameters) pair.getPrivate());
        if (serverShare.length != extractor.getEncapsulationLength()) {
            throw new TlsFormatException(
                    TlsFormatException.Kind.MALFORMED, "an ML-KEM ciphertext of " + serverShare.length + " bytes");
        }
        return extractor.extractSecret(serverShare);
    }
}
