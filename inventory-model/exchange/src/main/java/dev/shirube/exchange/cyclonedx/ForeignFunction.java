package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.CryptoFunction;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code cryptoFunctions} and {@code primitive} as one function, where they tell one. */
final class ForeignFunction {

    private ForeignFunction() {}

    /**
     * The one function that all the listed ones are; where none is listed what the primitive alone decides; {@link
     * CryptoFunction#OTHER} where several are, because they are the union over all places.
     */
    static CryptoFunction of(List<String> functions, String primitive) {
        Set<CryptoFunction> told = EnumSet.noneOf(CryptoFunction.class);
        for (String function : functions) {
            if (!function.equals("unknown")) {
                told.add(one(function, primitive));
            }
        }
        if (told.isEmpty()) {
            return byPrimitive(primitive);
        }
        return told.size() == 1 ? told.iterator().next() : CryptoFunction.OTHER;
    }

    private static CryptoFunction one(String function, String primitive) {
        return switch (function) {
            case "sign" -> CryptoFunction.SIGN;
            case "verify" -> CryptoFunction.VERIFY;
            case "keygen" -> CryptoFunction.KEYGEN;
            case "encrypt" -> CryptoFunction.ENCRYPT;
            case "decrypt" -> CryptoFunction.DECRYPT;
            case "digest" -> CryptoFunction.DIGEST;
            case "tag" -> CryptoFunction.MAC;
            case "encapsulate", "decapsulate" -> CryptoFunction.KEM;
            case "keyderive" ->
                primitive.equals("key-agree") ? CryptoFunction.KEY_AGREEMENT : CryptoFunction.KEY_DERIVE;
            case "generate" -> primitive.equals("drbg") ? CryptoFunction.RANDOM : CryptoFunction.OTHER;
            default -> CryptoFunction.OTHER;
        };
    }

    private static CryptoFunction byPrimitive(String primitive) {
        return switch (primitive) {
            case "hash", "xof" -> CryptoFunction.DIGEST;
            case "mac" -> CryptoFunction.MAC;
            case "key-agree" -> CryptoFunction.KEY_AGREEMENT;
            case "kem" -> CryptoFunction.KEM;
            case "kdf" -> CryptoFunction.KEY_DERIVE;
            case "drbg" -> CryptoFunction.RANDOM;
            case "key-wrap" -> CryptoFunction.KEY_WRAP;
            default -> CryptoFunction.OTHER;
        };
    }
}
