package dev.shirube.planner.roadmap;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.planner.policy.Operation;
import dev.shirube.planner.policy.PolicyFunction;
import java.util.Optional;

/** Translates what a finding does with an algorithm into the words in which policies set dates. */
final class FunctionOfUse {

    private FunctionOfUse() {}

    static PolicyFunction of(
            CryptoFunction function, Category category, Optional<Algorithm> algorithm, AlgorithmRegistry registry) {
        PolicyFunction byAlgorithm = algorithm
                .flatMap(it -> entry(it, registry))
                .map(FunctionOfUse::byPrimitive)
                .orElse(PolicyFunction.UNKNOWN);
        if (byAlgorithm == PolicyFunction.SYMMETRIC || byAlgorithm == PolicyFunction.HASH) {
            return byAlgorithm;
        }
        return switch (function) {
            case SIGN, VERIFY -> PolicyFunction.SIGNATURE;
            case KEY_AGREEMENT, KEM -> PolicyFunction.KEY_ESTABLISHMENT;
            case CERTIFICATE -> PolicyFunction.CERTIFICATE;
            case KEY_TYPE -> PolicyFunction.UNKNOWN;
            case ENCRYPT, DECRYPT, KEY_WRAP ->
                algorithm.isPresent() && byCategory(category) == PolicyFunction.UNKNOWN
                        ? PolicyFunction.ENCRYPTION
                        : byCategory(category);
            case DIGEST, MAC, KEY_DERIVE, RANDOM ->
                byAlgorithm == PolicyFunction.UNKNOWN ? PolicyFunction.HASH : byAlgorithm;
            default -> byAlgorithm == PolicyFunction.UNKNOWN ? byCategory(category) : byAlgorithm;
        };
    }

    /** CRYPTREC LS-0003 calls verifying and decrypting 処理; whatever else is done with a key makes something new. */
    static Operation operation(CryptoFunction function) {
        return function == CryptoFunction.VERIFY || function == CryptoFunction.DECRYPT
                ? Operation.PROCESS_EXISTING
                : Operation.NEW_GENERATION;
    }

    static Optional<AlgorithmRegistry.Entry> entry(Algorithm algorithm, AlgorithmRegistry registry) {
        return algorithm instanceof Algorithm.Known known ? registry.entry(known.entry()) : Optional.empty();
    }

    /** CycloneDX's words for primitives. */
    private static PolicyFunction byPrimitive(AlgorithmRegistry.Entry entry) {
        return switch (entry.primitive()) {
            case "signature" -> PolicyFunction.SIGNATURE;
            case "key-agree", "kem" -> PolicyFunction.KEY_ESTABLISHMENT;
            case "pke" -> PolicyFunction.ENCRYPTION;
            case "block-cipher", "stream-cipher", "ae" -> PolicyFunction.SYMMETRIC;
            case "hash", "mac", "kdf", "xof", "drbg" -> PolicyFunction.HASH;
            default -> PolicyFunction.UNKNOWN;
        };
    }

    private static PolicyFunction byCategory(Category category) {
        return switch (category) {
            case SIGNATURE -> PolicyFunction.SIGNATURE;
            case KEM, TLS -> PolicyFunction.KEY_ESTABLISHMENT;
            case SYMMETRIC -> PolicyFunction.SYMMETRIC;
            case HASH, MAC, KDF, RANDOM -> PolicyFunction.HASH;
            default -> PolicyFunction.UNKNOWN;
        };
    }
}
