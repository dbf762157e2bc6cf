package dev.shirube.catalogue;

import dev.shirube.domain.Algorithm;
import java.util.Optional;
import java.util.regex.Pattern;

/** What completes an algorithm: a key size, or the parameters that another algorithm value carries. */
sealed interface Parameters {

    /** The algorithm with these parameters. */
    Algorithm.Known complete(Algorithm.Known algorithm);

    /** A key size in bits as decimal text; an algorithm that already names its parameters keeps them. */
    record Size(String bits) implements Parameters {
        private static final Pattern PLAUSIBLE = Pattern.compile("[1-9][0-9]{1,5}");

        /** The size that a constant stands for; nothing for what cannot be one. */
        static Optional<Parameters> of(String constant) {
            return PLAUSIBLE.matcher(constant).matches() ? Optional.of(new Size(constant)) : Optional.empty();
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
