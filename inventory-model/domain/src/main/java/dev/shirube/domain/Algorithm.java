package dev.shirube.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * A cryptographic algorithm as far as the evidence tells: known, or unresolved with what was written instead.
 *
 * <p>What the evidence does not tell stays empty: sizes, curves and modes are never completed by a default.
 */
public sealed interface Algorithm {

    /** A short, stable text made of all that identifies this algorithm; equal texts mean equal algorithms. */
    String identity();

    /**
     * The algorithm, known or unresolved, of that {@link #identity()}.
     *
     * @throws IllegalArgumentException for a text that no identity has
     */
    static Algorithm parse(String identity) {
        return identity.startsWith(Unresolved.PREFIX)
                ? new Unresolved(identity.substring(Unresolved.PREFIX.length()))
                : Known.parse(identity);
    }

    /**
     * An algorithm of the registry.
     *
     * @param entry id of the registry's entry, for example {@code rsassa-pkcs1v15}; see {@link AlgorithmRegistry}
     * @param parameterSet key length in bits or name of the parameter set ({@code 2048}, {@code 768}, {@code SHA2-128s})
     * @param curve canonical curve name in CycloneDX 1.7 form, for example {@code nist/P-256}
     * @param digest canonical digest name, for example {@code SHA-256}
     * @param mode block mode as CycloneDX writes it, for example {@code gcm}
     * @param padding padding as CycloneDX writes it, for example {@code oaep}
     */
    record Known(
            String entry,
            Optional<String> parameterSet,
            Optional<String> curve,
            Optional<String> digest,
            Optional<String> mode,
            Optional<String> padding)
            implements Algorithm {

        /** Refuses null and an empty entry. */
        public Known {
            if (entry.isEmpty()) {
                throw new IllegalArgumentException("An algorithm needs the id of its registry entry");
            }
            Objects.requireNonNull(parameterSet);
            Objects.requireNonNull(curve);
            Objects.requireNonNull(digest);
            Objects.requireNonNull(mode);
            Objects.requireNonNull(padding);
        }

        /** The entry alone, with nothing known of its parameters. */
        public static Known of(String entry) {
            return new Known(
                    entry, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /**
         * The algorithm of that {@link #identity()}, for example {@code ecdsa;curve=nist/P-256;digest=SHA-256}.
         *
         * @throws IllegalArgumentException for a text that no identity has
         */
        public static Known parse(String identity) {
            String[] parts = identity.split(";", -1);
            Known known = of(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                int equals = parts[i].indexOf('=');
                String value = parts[i].substring(equals + 1);
                known = switch (parts[i].substring(0, Math.max(equals, 0))) {
                    case "parameter" -> known.withParameterSet(value);
                    case "curve" -> known.withCurve(value);
                    case "digest" -> known.withDigest(value);
                    case "mode" -> known.withMode(value);
                    case "padding" -> known.withPadding(value);
                    default -> throw new IllegalArgumentException("Not the identity of an algorithm: " + identity);
                };
            }
            return known;
        }

        /** The same algorithm with that parameter set. */
        public Known withParameterSet(String value) {
            return new Known(entry, Optional.of(value), curve, digest, mode, padding);
        }

        /** The same algorithm on that curve (CycloneDX 1.7 form). */
        public Known withCurve(String value) {
            return new Known(entry, parameterSet, Optional.of(value), digest, mode, padding);
        }

        /** The same algorithm with that digest. */
        public Known withDigest(String value) {
            return new Known(entry, parameterSet, curve, Optional.of(value), mode, padding);
        }

        /** The same algorithm in that mode. */
        public Known withMode(String value) {
            return new Known(entry, parameterSet, curve, digest, Optional.of(value), padding);
        }

        /** The same algorithm with that padding. */
        public Known withPadding(String value) {
            return new Known(entry, parameterSet, curve, digest, mode, Optional.of(value));
        }

        @Override
        public String identity() {
            StringBuilder text = new StringBuilder(entry);
            part(text, "parameter", parameterSet);
            part(text, "curve", curve);
            part(text, "digest", digest);
            part(text, "mode", mode);
            part(text, "padding", padding);
            return text.toString();
        }

        private static void part(StringBuilder text, String name, Optional<String> value) {
            value.ifPresent(it -> text.append(';').append(name).append('=').append(it));
        }
    }

    /**
     * An algorithm that is decided elsewhere or only at run time.
     *
     * <p>Its identity is the row of the catalogue that found it; the expression as written belongs to the occurrence.
     *
     * @param row id of the catalogue row or detector rule, for example {@code java.security.Signature#getInstance}
     */
    record Unresolved(String row) implements Algorithm {

        private static final String PREFIX = "unresolved;row=";

        /** Refuses an empty row. */
        public Unresolved {
            if (row.isEmpty()) {
                throw new IllegalArgumentException("An unresolved algorithm needs the row that found it");
            }
        }

        @Override
        public String identity() {
            return PREFIX + row;
        }
    }
}
