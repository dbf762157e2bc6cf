package dev.shirube.material;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** PBES2 (RFC 8018 section 6.2) with PBKDF2 or scrypt (RFC 7914), and AES or triple DES in CBC mode. */
final class Pbes2 {

    private static final Map<ASN1ObjectIdentifier, Integer> AES_BITS = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC, 128,
            NISTObjectIdentifiers.id_aes192_CBC, 192,
            NISTObjectIdentifiers.id_aes256_CBC, 256);

    private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> PRF = Map.of(
            PKCSObjectIdentifiers.id_hmacWithSHA1, SHA1Digest::new,
            PKCSObjectIdentifiers.id_hmacWithSHA224, SHA224Digest::new,
            PKCSObjectIdentifiers.id_hmacWithSHA256, SHA256Digest::new,
            PKCSObjectIdentifiers.id_hmacWithSHA384, SHA384Digest::new,
            PKCSObjectIdentifiers.id_hmacWithSHA512, SHA512Digest::new);

    /** More memory than any scrypt setting of practice asks for. */
    private static final long MAX_SCRYPT_BYTES = 64L << 20;

    private Pbes2() {}

    /**
     * Derives the bits of a key.
     *
     * @param rounds what that costs, in rounds of a hash
     */
    record Derivation(long rounds, Kdf kdf) {
        byte[] derive(byte[] password, int bytes) {
            return kdf.derive(password, bytes);
        }
    }

    /** A key derivation function with its parameters. */
    @FunctionalInterface
    interface Kdf {
        byte[] derive(byte[] password, int bytes);
    }

    static Optional<PasswordCipher> of(PBES2Parameters parameters) {
        ASN1ObjectIdentifier cipher = parameters.getEncryptionScheme().getAlgorithm();
        boolean tripleDes = cipher.equals(PKCSObjectIdentifiers.des_EDE3_CBC);
        Integer bits = tripleDes ? Integer.valueOf(192) : AES_BITS.get(cipher);
        if (bits == null) {
            return Optional.empty();
        }
        byte[] vector = ASN1OctetString.getInstance(
                        parameters.getEncryptionScheme().getParameters())
                .getOctets();
        PasswordCipher.Engine engine = tripleDes ? DESedeEngine::new : AESEngine::newInstance;
        return derivation(parameters.getKeyDerivationFunc())
                .map(it -> new PasswordCipher(
                        it.rounds(),
                        engine,
                        password ->
                                new ParametersWithIV(new KeyParameter(it.derive(utf8(password), bits / 8)), vector)));
    }

    /** PBKDF2 or scrypt with the parameters given; nothing for another function, or if it would take too much memory. */
    static Optional<Derivation> derivation(KeyDerivationFunc function) {
        return function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)
                ? scrypt(ScryptParams.getInstance(function.getParameters()))
                : pbkdf2(function);
    }

    private static Optional<Derivation> pbkdf2(KeyDerivationFunc function) {
        if (!function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            return Optional.empty();
        }
        PBKDF2Params parameters = PBKDF2Params.getInstance(function.getParameters());
        Supplier<Digest> digest = PRF.get(parameters.getPrf().getAlgorithm());
        if (digest == null) {
            return Optional.empty();
        }
        int rounds = parameters.getIterationCount().intValueExact();
        return Optional.of(new Derivation(rounds, (password, bytes) -> {
            PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(digest.get());
            generator.init(password, parameters.getSalt(), rounds);
            return ((KeyParameter) generator.generateDerivedParameters(8 * bytes)).getKey();
        }));
    }

    private static Optional<Derivation> scrypt(ScryptParams parameters) {
        int cost = parameters.getCostParameter().intValueExact();
        int block = parameters.getBlockSize().intValueExact();
        int parallel = parameters.getParallelizationParameter().intValueExact();
        long memory = 128L * cost * block;
        if (cost < 2
                || block < 1
                || parallel < 1
                || memory > MAX_SCRYPT_BYTES
                || memory * parallel > 8 * MAX_SCRYPT_BYTES) {
            return Optional.empty();
        }
        // One round of PBKDF2 mixes about 128 bytes; scrypt goes over its memory twice.
        return Optional.of(new Derivation(
                2 * memory * parallel / 128,
                (password, bytes) -> SCrypt.generate(password, parameters.getSalt(), cost, block, parallel, bytes)));
    }

    private static byte[] utf8(char[] password) {
        return new String(password).getBytes(StandardCharsets.UTF_8);
    }
}
