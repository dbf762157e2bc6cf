package dev.shirube.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cryptographic asset in CycloneDX's sense. Its identity comes from content, never from the place where it was seen.
 */
public sealed interface CryptoAsset {

    /** Stable id made from content, for example {@code algorithm:rsassa-pkcs1v15;digest=SHA-256}. */
    String id();

    /** The algorithm that decides whether this asset must migrate; empty where an asset has none of its own. */
    Optional<Algorithm> algorithm();

    /** An algorithm in use, with its parameters as far as known. */
    record AlgorithmAsset(Algorithm value) implements CryptoAsset {
        /** Refuses null. */
        public AlgorithmAsset {
            Objects.requireNonNull(value);
        }

        @Override
        public String id() {
            return "algorithm:" + value.identity();
        }

        @Override
        public Optional<Algorithm> algorithm() {
            return Optional.of(value);
        }
    }

    /**
     * An X.509 certificate (RFC 5280), known by the SHA-256 of its DER encoding.
     *
     * @param sha256 lower-case hexadecimal SHA-256 of the whole DER encoding
     * @param serialNumber lower-case hexadecimal
     * @param subjectKey algorithm of the certified public key
     * @param signature algorithm of the issuer's signature
     * @param keySha256 lower-case hexadecimal SHA-256 of the SubjectPublicKeyInfo
     * @param keyUsage names as in RFC 5280 section 4.2.1.3, in the order of their bits
     * @param authority whether basicConstraints says it is a CA
     */
    record Certificate(
            String sha256,
            String subject,
            String issuer,
            String serialNumber,
            Instant notBefore,
            Instant notAfter,
            Algorithm subjectKey,
            Algorithm signature,
            String keySha256,
            List<String> keyUsage,
            boolean authority)
            implements CryptoAsset {
        /** Keeps an unmodifiable copy of the usages. */
        public Certificate {
            keyUsage = List.copyOf(keyUsage);
        }

        @Override
        public String id() {
            return "certificate:sha256=" + sha256;
        }

        @Override
        public Optional<Algorithm> algorithm() {
            return Optional.of(subjectKey);
        }
    }

    /** What part of a key was seen. */
    enum KeyKind {
        PRIVATE,
        PUBLIC,
        SECRET
    }

    /**
     * A key, known by a fingerprint, its type and its size; never by its value.
     *
     * @param kind which part was seen
     * @param key algorithm of the key; its parameter set or curve carries the size
     * @param fingerprint lower-case hexadecimal SHA-256 of the public part's SubjectPublicKeyInfo; empty where the public
     *     part cannot be had (an encrypted key), then {@code envelope} identifies it
     * @param envelope lower-case hexadecimal SHA-256 of the encrypted container, for a key that stayed locked
     * @param size bits, where known
     * @param format for example {@code PKCS#8}, {@code OpenSSH}
     */
    record Key(
            KeyKind kind,
            Algorithm key,
            Optional<String> fingerprint,
            Optional<String> envelope,
            OptionalInt size,
            String format)
            implements CryptoAsset {
        /** Refuses a key that neither fingerprint nor envelope identifies. */
        public Key {
            if (fingerprint.isEmpty() && envelope.isEmpty()) {
                throw new IllegalArgumentException("A key needs a fingerprint or the digest of its locked container");
            }
        }

        @Override
        public String id() {
            return "key:" + kind.name().toLowerCase(java.util.Locale.ROOT) + ";sha256="
                    + fingerprint.orElseGet(() -> "locked:" + envelope.orElseThrow());
        }

        @Override
        public Optional<Algorithm> algorithm() {
            return Optional.of(key);
        }
    }

    /**
     * A protocol as it was offered, configured or negotiated.
     *
     * @param protocol {@code tls}, {@code ssh}, {@code ike}: CycloneDX's protocol type
     * @param version as CycloneDX writes it ({@code 1.3}); empty when only the protocol is known
     * @param cipherSuites IANA names in the order of preference, or sorted where there is none
     * @param groups IANA names of key-exchange groups (TLS) or methods (SSH)
     * @param signatureSchemes IANA names
     */
    record Protocol(
            String protocol,
            Optional<String> version,
            List<String> cipherSuites,
            List<String> groups,
            List<String> signatureSchemes)
            implements CryptoAsset {
        /** Keeps unmodifiable copies. */
        public Protocol {
            cipherSuites = List.copyOf(cipherSuites);
            groups = List.copyOf(groups);
            signatureSchemes = List.copyOf(signatureSchemes);
        }

        /**
         * Whether its version alone makes the key exchange classical: post-quantum groups are defined for TLS 1.3 only (RFC
         * 10024). Without a version, a suite that names its key exchange tells that it is TLS 1.2 or older.
         */
        public boolean classicalByVersion() {
            if (!protocol.equals("tls")) {
                return false;
            }
            return version.isPresent()
                    ? version.get().matches("(?i)(1\\.[012]|ssl).*")
                    : cipherSuites.stream().anyMatch(name -> name.contains("_WITH_"));
        }

        @Override
        public String id() {
            return "protocol:" + protocol + version.map(it -> "/" + it).orElse("") + ";suites="
                    + String.join(",", cipherSuites) + ";groups=" + String.join(",", groups) + ";schemes="
                    + String.join(",", signatureSchemes);
        }

        @Override
        public Optional<Algorithm> algorithm() {
            return Optional.empty();
        }
    }

    /**
     * A cryptographic library that is present, whether or not it is used.
     *
     * @param purl package URL, for example {@code pkg:maven/org.bouncycastle/bcprov-jdk18on@1.84}
     * @param version empty where it is not known; where only a range is, that range in VERS notation, for example
     *     {@code vers:maven/>=1.79|<=1.80}
     */
    record Library(String purl, String name, String version) implements CryptoAsset {

        /** Where people name a package with its namespace: the last part alone may be {@code v5} or {@code curves}. */
        private static final Pattern NAMED_WHOLE = Pattern.compile("pkg:(?:npm|golang|composer)/(.+)");

        /**
         * The library of that package URL in that version.
         *
         * @param packageUrl without version
         * @param version one version, a range in VERS notation, or empty
         */
        public static Library of(String packageUrl, String version) {
            String name = name(packageUrl);
            if (version.isEmpty()) {
                return new Library(packageUrl, name, "");
            }
            // Of what a version holds, a package URL encodes only '+'; a range is its qualifier "vers" (ECMA-427).
            String suffix = version.startsWith("vers:")
                    ? "?vers="
                            + version.replace("+", "%2B")
                                    .replace(">", "%3E")
                                    .replace("<", "%3C")
                                    .replace("=", "%3D")
                                    .replace("|", "%7C")
                    : "@" + version.replace("+", "%2B");
            return new Library(packageUrl + suffix, name, version);
        }

        private static String name(String packageUrl) {
            Matcher whole = NAMED_WHOLE.matcher(packageUrl);
            return whole.matches()
                    ? whole.group(1).replace("%40", "@")
                    : packageUrl.substring(packageUrl.lastIndexOf('/') + 1);
        }

        @Override
        public String id() {
            return "library:" + purl;
        }

        @Override
        public Optional<Algorithm> algorithm() {
            return Optional.empty();
        }
    }
}
