package dev.shirube.material;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * The two schemes under which the JDK seals keys in its own keystores: the stream cipher of JKS, made of SHA-1 alone, and
 * the {@code PBEWithMD5AndTripleDES} of JCEKS, which is none of PKCS#5's.
 */
final class SunKeyProtection {

    private static final ASN1ObjectIdentifier JKS = new ASN1ObjectIdentifier("1.3.6.1.4.1.42.2.17.1.1");
    private static final ASN1ObjectIdentifier JCEKS = new ASN1ObjectIdentifier("1.3.6.1.4.1.42.2.19.1");
    private static final int SHA1_BYTES = 20;
    private static final int MD5_BYTES = 16;
    private static final int SALT_BYTES = 8;
    private static final int KEY_BYTES = 24;

    private SunKeyProtection() {}

    /** Whether that is the scheme of JKS, which JCEKS may have as well. */
    static boolean isJks(AlgorithmIdentifier scheme) {
        return scheme.getAlgorithm().equals(JKS);
    }

    /** What one try of a password costs: a digest for each block of the stream, and one over the key. */
    static long jksRounds(byte[] content) {
        return content.length / SHA1_BYTES + content.length / 64 + 1;
    }

    /** The key behind salt and stream, if the digest behind it says that it is the one. */
    static Optional<byte[]> jks(char[] password, byte[] content) {
        int length = content.length - 2 * SHA1_BYTES;
        if (length <= 0) {
            return Optional.empty();
        }
        byte[] secret = twoBytesEach(password);
        byte[] plain = Arrays.copyOfRange(content, SHA1_BYTES, SHA1_BYTES + length);
        byte[] block = Arrays.copyOf(content, SHA1_BYTES);
        for (int at = 0; at < length; at++) {
            if (at % SHA1_BYTES == 0) {
                block = sha1(secret, block);
            }
            plain[at] ^= block[at % SHA1_BYTES];
        }
        byte[] digest = sha1(secret, plain);
        return Arrays.equals(digest, 0, SHA1_BYTES, content, SHA1_BYTES + length, content.length)
                ? Optional.of(plain)
                : Optional.empty();
    }

    private static byte[] sha1(byte[] first, byte[] second) {
        SHA1Digest digest = new SHA1Digest();
        digest.update(first, 0, first.length);
        digest.update(second, 0, second.length);
        byte[] out = new byte[SHA1_BYTES];
        digest.doFinal(out, 0);
        return out;
    }

    private static byte[] twoBytesEach(char[] password) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * password.length);
        bytes.asCharBuffer().put(password);
        return bytes.array();
    }

    /** The scheme of JCEKS with its parameters; nothing for another one. */
    static Optional<PasswordCipher> jceks(AlgorithmIdentifier scheme) throws DerException {
        return scheme.getAlgorithm().equals(JCEKS)
                ? Optional.of(Der.reading(() -> tripleDes(PBEParameter.getInstance(scheme.getParameters()))))
                : Optional.empty();
    }

    /** The same scheme where its parameters stand alone, as sealed Java objects have them. */
    static Optional<PasswordCipher> jceks(byte[] parameters) {
        try {
            return Optional.of(Der.reading(() -> tripleDes(PBEParameter.getInstance(Der.sequence(parameters)))));
        } catch (DerException e) {
            return Optional.empty();
        }
    }

    private static PasswordCipher tripleDes(PBEParameter parameters) throws DerException {
        byte[] salt = parameters.getSalt();
        BigInteger count = parameters.getIterationCount();
        if (salt.length != SALT_BYTES || count.signum() < 1) {
            throw new DerException("a salt of " + salt.length + " bytes and " + count.signum() + " rounds");
        }
        int rounds = count.intValueExact();
        return new PasswordCipher(rounds, DESedeEngine::new, password -> derive(password, salt, rounds));
    }

    /** Each half of the salt is digested for itself, the password behind it each time; equal halves would give equal keys. */
    private static CipherParameters derive(char[] password, byte[] salt, int rounds) {
        byte[] secret = bytes(password);
        byte[] left = Arrays.copyOf(salt, SALT_BYTES / 2);
        byte[] right = Arrays.copyOfRange(salt, SALT_BYTES / 2, SALT_BYTES);
        if (Arrays.equals(left, right)) {
            left = new byte[] {salt[3], salt[2], salt[1], salt[0]};
        }
        byte[] both = Arrays.copyOf(digest(secret, left, rounds), 2 * MD5_BYTES);
        System.arraycopy(digest(secret, right, rounds), 0, both, MD5_BYTES, MD5_BYTES);
        return new ParametersWithIV(
                new KeyParameter(both, 0, KEY_BYTES), Arrays.copyOfRange(both, KEY_BYTES, both.length));
    }

    private static byte[] digest(byte[] secret, byte[] salt, int rounds) {
        MD5Digest digest = new MD5Digest();
        byte[] out = new byte[MD5_BYTES];
        digest.update(salt, 0, salt.length);
        for (int round = 0; round < rounds; round++) {
            if (round > 0) {
                digest.update(out, 0, MD5_BYTES);
            }
            digest.update(secret, 0, secret.length);
            digest.doFinal(out, 0);
        }
        return out;
    }

    /** The JDK refuses every password for this scheme that is not ASCII, so this one hides nothing. */
    private static byte[] bytes(char[] password) {
        ByteBuffer bytes = StandardCharsets.ISO_8859_1.encode(CharBuffer.wrap(password));
        return Arrays.copyOf(bytes.array(), bytes.limit());
    }
}
