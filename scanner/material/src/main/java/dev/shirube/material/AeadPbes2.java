package dev.shirube.material;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.AESWrapPadEngine;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The variants of PBES2 that BCFKS uses: AES-256 in CCM (RFC 3610) or key wrap with padding (RFC 5649), and a password that
 * is written as in PKCS#12 and followed by what the key is for.
 */
final class AeadPbes2 {

    private static final int KEY_BYTES = 32;

    private final Pbes2.Derivation derivation;
    private final Optional<CCMParameters> ccm;

    private AeadPbes2(Pbes2.Derivation derivation, Optional<CCMParameters> ccm) {
        this.derivation = derivation;
        this.ccm = ccm;
    }

    /** The scheme; nothing for another cipher or key derivation. */
    static Optional<AeadPbes2> of(PBES2Parameters parameters) {
        var cipher = parameters.getEncryptionScheme();
        boolean isCcm = cipher.getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_CCM);
        if (!isCcm && !cipher.getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_wrap_pad)) {
            return Optional.empty();
        }
        Optional<CCMParameters> ccm =
                isCcm ? Optional.of(CCMParameters.getInstance(cipher.getParameters())) : Optional.empty();
        return Pbes2.derivation(parameters.getKeyDerivationFunc()).map(it -> new AeadPbes2(it, ccm));
    }

    /** What one try costs. */
    long rounds() {
        return derivation.rounds();
    }

    /** The plain bytes, if the password is the right one: both ciphers tell. */
    Optional<byte[]> open(char[] password, String purpose, byte[] content) {
        byte[] secret = PBEParametersGenerator.PKCS12PasswordToBytes(password);
        byte[] suffix = PBEParametersGenerator.PKCS12PasswordToBytes(purpose.toCharArray());
        byte[] both = Arrays.copyOf(secret, secret.length + suffix.length);
        System.arraycopy(suffix, 0, both, secret.length, suffix.length);
        KeyParameter key = new KeyParameter(derivation.derive(both, KEY_BYTES));
        try {
            return Optional.of(ccm.isPresent() ? decrypt(key, ccm.get(), content) : unwrap(key, content));
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] decrypt(KeyParameter key, CCMParameters parameters, byte[] content)
            throws InvalidCipherTextException {
        AEADBlockCipher cipher = CCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(false, new AEADParameters(key, 8 * parameters.getIcvLen(), parameters.getNonce()));
        byte[] plain = new byte[cipher.getOutputSize(content.length)];
        int length = cipher.processBytes(content, 0, content.length, plain, 0);
        length += cipher.doFinal(plain, length);
        return Arrays.copyOf(plain, length);
    }

    private static byte[] unwrap(KeyParameter key, byte[] content) throws InvalidCipherTextException {
        Wrapper wrapper = new AESWrapPadEngine();
        wrapper.init(false, key);
        return wrapper.unwrap(content, 0, content.length);
    }
}
