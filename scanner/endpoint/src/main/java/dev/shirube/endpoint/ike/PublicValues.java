package dev.shirube.endpoint.ike;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.endpoint.keyshare.KeyShares;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;

/**
 * Public values for key exchange payloads (RFC 7296 section 3.4). No secret is ever computed, so values that need no private
 * key to be valid are random.
 */
final class PublicValues {
    private PublicValues() {}

    static boolean known(int group) {
        return algorithm(group).isPresent();
    }

    /** A value of that method; nothing where the registry does not know what it is made of. */
    static Optional<byte[]> of(int group, SecureRandom random) {
        return algorithm(group).map(it -> value(it, random));
    }

    private static Optional<Algorithm.Known> algorithm(int group) {
        return AlgorithmRegistry.standard().ikeKeyExchanges().stream()
                .filter(it -> it.code() == group)
                .map(CodePoint::algorithms)
                .filter(it -> it.size() == 1)
                .map(it -> it.get(0))
                .findFirst();
    }

    private static byte[] value(Algorithm.Known algorithm, SecureRandom random) {
        String name = algorithm.curve().or(algorithm::parameterSet).orElse("");
        return switch (algorithm.entry()) {
            case "xdh" -> random(random, name.endsWith("448") ? 56 : 32); // RFC 8031 section 3: any bytes
            case "ecdh" -> point(name.substring(name.indexOf('/') + 1), random);
            case "ffdh" -> number(name, random);
            default -> KeyShares.create("MLKEM" + name).clientShare();
        };
    }

    /** RFC 5903 section 7: both coordinates, without the octet that says so elsewhere. */
    private static byte[] point(String curve, SecureRandom random) {
        X9ECParameters parameters = ECNamedCurveTable.getByName(curve);
        BigInteger secret = new BigInteger(parameters.getN().bitLength() - 1, random).setBit(1);
        byte[] encoded = parameters.getG().multiply(secret).normalize().getEncoded(false);
        return Arrays.copyOfRange(encoded, 1, encoded.length);
    }

    /** As long as the prime and below it, because all of these primes begin with a set bit. */
    private static byte[] number(String name, SecureRandom random) {
        String digits = name.substring("modp".length()).replaceFirst("s\\d+$", "");
        byte[] value = random(random, Integer.parseInt(digits) / 8);
        value[0] &= 0x7F;
        return value;
    }

    private static byte[] random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
