package dev.shirube.material;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.RuntimeCryptoException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;

/**
 * A password-based encryption scheme with its parameters: PBES2 (RFC 8018 section 6.2), the schemes of PKCS#12
 * (RFC 7292 appendix C) and that of JCEKS, on Bouncy Castle's lightweight engines, so that no security provider is touched.
 *
 * @param rounds what one try costs, in rounds of a hash
 * @param engine the block cipher to use in CBC mode
 * @param key key and initialisation vector for a password
 */
record PasswordCipher(long rounds, Engine engine, KeyMaker key) {

    /** Makes a fresh cipher. */
    @FunctionalInterface
    interface Engine {
        BlockCipher make();
    }

    /** Derives key and initialisation vector. */
    @FunctionalInterface
    interface KeyMaker {
        CipherParameters derive(char[] password);
    }

    /** The cipher for that identifier; nothing for a scheme that is not known or has broken parameters. */
    static Optional<PasswordCipher> of(AlgorithmIdentifier scheme) {
        try {
            return scheme.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
                    ? Der.reading(() -> Pbes2.of(PBES2Parameters.getInstance(scheme.getParameters())))
                    : Der.reading(() -> pkcs12(scheme));
        } catch (DerException e) {
            return Optional.empty();
        }
    }

    private static Optional<PasswordCipher> pkcs12(AlgorithmIdentifier scheme) throws DerException {
        ASN1ObjectIdentifier oid = scheme.getAlgorithm();
        if (oid.equals(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)) {
            return Optional.of(pkcs12(scheme, DESedeEngine::new, 192));
        }
        if (oid.equals(PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC)) {
            return Optional.of(pkcs12(scheme, DESedeEngine::new, 128));
        }
        if (oid.equals(PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC)) {
            return Optional.of(pkcs12(scheme, RC2Engine::new, 128));
        }
        return oid.equals(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC)
                ? Optional.of(pkcs12(scheme, RC2Engine::new, 40))
                : SunKeyProtection.jceks(scheme);
    }

    private static PasswordCipher pkcs12(AlgorithmIdentifier scheme, Engine engine, int keyBits) {
        PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(scheme.getParameters());
        return pkcs12(parameters.getIV(), parameters.getIterations().intValueExact(), engine, keyBits);
    }

    /** Three keys of DES by PKCS#12, with the parameters as BKS has them. */
    static PasswordCipher tripleDes(byte[] salt, int rounds) {
        return pkcs12(salt, rounds, DESedeEngine::new, 192);
    }

    private static PasswordCipher pkcs12(byte[] salt, int rounds, Engine engine, int keyBits) {
        return new PasswordCipher(rounds, engine, password -> {
            PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA1Digest());
            generator.init(PBEParametersGenerator.PKCS12PasswordToBytes(password), salt, rounds);
            return generator.generateDerivedParameters(keyBits, 64);
        });
    }

    /** The plain bytes, if the padding fits. */
    Optional<byte[]> open(char[] password, byte[] content) {
        PaddedBufferedBlockCipher cipher = new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(engine.make()));
        try {
            cipher.init(false, key.derive(password));
            byte[] plain = new byte[cipher.getOutputSize(content.length)];
            int length = cipher.processBytes(content, 0, content.length, plain, 0);
            length += cipher.doFinal(plain, length);
            return Optional.of(Arrays.copyOf(plain, length));
        } catch (InvalidCipherTextException | RuntimeCryptoException | IllegalArgumentException e) {
            // Wrong padding, no whole number of blocks, or a key of a length that the engine refuses: not opened.
            return Optional.empty();
        }
    }
}
