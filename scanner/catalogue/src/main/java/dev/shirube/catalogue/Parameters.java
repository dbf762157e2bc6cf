package dev.shirube.catalogue;

import dev.shirube.domain.Algorithm;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What completes an algorithm: a key size, or the parameters that another algorithm value carries. */
sealed interface Parameters {

    /** The algorithm with these parameters. */
    Algorithm.Known complete(Algorithm.Known algorithm);

    /** Whether an algorithm of that kind can have them at all. */
    default boolean fits(Algorithm.Known algorithm) {
        return true;
    }

    /** What kind of keys an algorithm has. */
    enum KeyKind {
        RSA,
        CURVE,
        EDWARDS,
        OTHER;

        private static final Set<String> ON_CURVES = Set.of("ec-key", "ecdsa", "ecdh", "ecmqv", "ecnr", "ecies");
        private static final Set<String> ON_EDWARDS = Set.of("eddsa", "xdh");

        static KeyKind of(Algorithm.Known algorithm) {
            if (algorithm.entry().startsWith("rsa")) {
                return RSA;
            } else if (ON_CURVES.contains(algorithm.entry())) {
                return CURVE;
            }
            return ON_EDWARDS.contains(algorithm.entry()) ? EDWARDS : OTHER;
        }

        boolean fits(KeyKind other) {
            return this == other || this == OTHER || other == OTHER;
        }
    }

    /** A key size in bits as decimal text; an algorithm that already names its parameters keeps them. */
    record Size(String bits) implements Parameters {
        private static final Pattern PLAUSIBLE = Pattern.compile("[1-9][0-9]{1,5}");

        /** No library makes shorter RSA keys unless it is told to, and no curve is longer than the longest one. */
        private static final int SHORTEST_RSA = 512;

        private static final int LONGEST_CURVE = 638;

        /** Algorithms whose parameter sets are called by short numbers, such as ML-KEM-1024. */
        private static final Set<String> NAMED_SETS =
                Set.of("ml-kem", "ml-dsa", "slh-dsa", "fn-dsa", "kyber", "dilithium", "sphincs-plus", "hqc");

        private static final int LONGEST_SET = 1024;

        /** The size that a constant stands for; nothing for what cannot be one. */
        static Optional<Parameters> of(String constant) {
            return PLAUSIBLE.matcher(constant).matches() ? Optional.of(new Size(constant)) : Optional.empty();
        }

        @Override
        public boolean fits(Algorithm.Known algorithm) {
            int size = Integer.parseInt(bits);
            return switch (KeyKind.of(algorithm)) {
                case RSA -> size >= SHORTEST_RSA;
                case CURVE, EDWARDS -> size <= LONGEST_CURVE;
                case OTHER -> !NAMED_SETS.contains(algorithm.entry()) || size <= LONGEST_SET;
            };
        }

        @Override
        public Algorithm.Known complete(Algorithm.Known algorithm) {
            boolean named =
                    algorithm.parameterSet().isPresent() || algorithm.curve().isPresent();
            return named ? algorithm : algorithm.withParameterSet(bits);
        }
    }

    /** All that the given algorithm names. */
    record Like(Algorithm.Known given) implements Parameters {
        @Override
        public boolean fits(Algorithm.Known algorithm) {
            return KeyKind.of(given).fits(KeyKind.of(algorithm));
        }

        @Override
        public Algorithm.Known complete(Algorithm.Known algorithm) {
            return new Algorithm.Known(
                    algorithm.entry(),
                    given.parameterSet().or(algorithm::parameterSet),
                    given.curve().or(algorithm::curve),
                    given.digest().or(algorithm::digest),
                    given.mode().or(algorithm::mode),
                    given.padding().or(algorithm::padding));
        }
    }

    /** The size and curve of the key that an algorithm is used with; what the algorithm itself names stays. */
    record OfKey(Algorithm.Known given) implements Parameters {
        @Override
        public boolean fits(Algorithm.Known algorithm) {
            return KeyKind.of(given).fits(KeyKind.of(algorithm));
        }

        @Override
        public Algorithm.Known complete(Algorithm.Known algorithm) {
            return new Algorithm.Known(
                    algorithm.entry(),
                    algorithm.parameterSet().or(given::parameterSet),
                    algorithm.curve().or(given::curve),
                    algorithm.digest(),
                    algorithm.mode(),
                    algorithm.padding());
        }
    }

    /** An elliptic curve, by its canonical name; an algorithm that names one keeps it. */
    record Curve(String name) implements Parameters {
        private static final Pattern EDWARDS = Pattern.compile(".*(?:25519|448)");

        @Override
        public boolean fits(Algorithm.Known algorithm) {
            KeyKind kind = EDWARDS.matcher(name).matches() ? KeyKind.EDWARDS : KeyKind.CURVE;
            return kind.fits(KeyKind.of(algorithm));
        }

        @Override
        public Algorithm.Known complete(Algorithm.Known algorithm) {
            return algorithm.curve().isPresent() ? algorithm : algorithm.withCurve(name);
        }
    }

    /** A digest, by its name in reports; an algorithm that names one keeps it. */
    record Digest(String name) implements Parameters {
        @Override
        public Algorithm.Known complete(Algorithm.Known algorithm) {
            return algorithm.digest().isPresent() ? algorithm : algorithm.withDigest(name);
        }
    }
}
