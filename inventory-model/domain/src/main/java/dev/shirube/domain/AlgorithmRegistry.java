package dev.shirube.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of every algorithm, by all the names it goes by; loaded from one table ({@code algorithms.yaml}).
 *
 * <p>A name that no row has is answered with nothing: the caller keeps it unresolved. No look-up ever adds a size, curve
 * or mode that the name itself does not carry.
 */
public interface AlgorithmRegistry {

    /** The registry that the program carries. */
    static AlgorithmRegistry standard() {
        return StandardAlgorithmRegistry.instance();
    }

    /** The entry of that id. */
    Optional<Entry> entry(String id);

    /** All entries, in authored order. */
    List<Entry> entries();

    /**
     * The algorithm that a JCA name stands for, case-insensitively and through aliases and object identifiers.
     *
     * @param service JCA service as in {@code KeyPairGenerator}, {@code Signature}, {@code Cipher}, {@code KEM}
     * @param name algorithm or transformation as given to {@code getInstance}
     */
    Optional<Algorithm.Known> byJcaName(String service, String name);

    /** The algorithm of that object identifier (dotted decimal); of a curve's identifier an EC key on that curve. */
    Optional<Algorithm.Known> byOid(String oid);

    /** The key-exchange group of that TLS code point. */
    Optional<CodePoint> tlsGroup(int code);

    /** The signature scheme of that TLS code point. */
    Optional<CodePoint> tlsSignatureScheme(int code);

    /** The cipher suite of that TLS code point. */
    Optional<CodePoint> tlsCipherSuite(int code);

    /** All cipher suites that have a row, by code point. */
    List<CodePoint> tlsCipherSuites();

    /** The group, scheme or suite of that IANA name (or a common alias of it), case-insensitively. */
    Optional<CodePoint> tlsByName(String name);

    /** The algorithm of that SSH name: key type, host-key algorithm or key-exchange method. */
    Optional<Algorithm.Known> bySshName(String name);

    /** All key-exchange methods of SSH that have a row, in authored order; also names that are no method at all. */
    List<CodePoint> sshKeyExchanges();

    /** All host-key algorithms of SSH that have a row, in authored order. */
    List<CodePoint> sshHostKeys();

    /** All key-exchange methods of IKEv2 (transform type 4, RFC 7296 section 3.3.2), by their transform id. */
    List<CodePoint> ikeKeyExchanges();

    /**
     * The key-exchange method of IKEv2 of that name or of a product's word for it, case-insensitively, or the several whose
     * names a plus joins: an exchange with additional ones (RFC 9370).
     */
    Optional<CodePoint> ikeByName(String name);

    /** What a name that stands in an asset of that protocol means; of SSH see {@link #bySshName}. */
    default Optional<CodePoint> byProtocolName(String protocol, String name) {
        return protocol.equals("ike") ? ikeByName(name).or(() -> tlsByName(name)) : tlsByName(name);
    }

    /** The algorithm of that URI in XML signatures and XML encryption (RFC 9231). */
    Optional<Algorithm.Known> byXmlUri(String uri);

    /** The algorithm of that JOSE {@code alg} value. */
    Optional<Algorithm.Known> byJose(String alg);

    /** The algorithm of that COSE {@code alg} value. */
    Optional<Algorithm.Known> byCose(long alg);

    /** The algorithm of that OpenPGP public-key algorithm id (RFC 9580 section 9.1, RFC 9980). */
    Optional<Algorithm.Known> byOpenPgp(int id);

    /** The signature algorithm of that DNSSEC algorithm number (IANA, RFC 8624 section 3.1). */
    Optional<Algorithm.Known> byDnssec(int number);

    /** The curve's canonical CycloneDX 1.7 name for any of its aliases or object identifiers ({@code prime256v1}). */
    Optional<String> canonicalCurve(String alias);

    /** What the algorithm is exposed to: that of its entry; {@link QuantumThreat#UNKNOWN} for an unresolved one. */
    QuantumThreat threat(Algorithm algorithm);

    /**
     * What an asset is exposed to: the worst of its algorithms. Of a protocol that is the worst key exchange it offers,
     * because whatever is offered can be negotiated, and of SSH also the worst host-key algorithm;
     * {@link QuantumThreat#UNKNOWN} where nothing tells.
     */
    default QuantumThreat threat(CryptoAsset asset) {
        return AssetThreat.of(asset, this);
    }

    /** The parts of an asset that its {@link #threat(CryptoAsset) threat} rests on, worst first; none where nothing tells. */
    default List<ThreatPart> threatParts(CryptoAsset asset) {
        return AssetThreat.sorted(asset, this);
    }

    /** Classical strength in bits after SP 800-57, where entry and parameters tell. */
    OptionalInt classicalBits(Algorithm algorithm);

    /** NIST category 1 to 5, 0 for a Shor-broken algorithm, nothing where unknown. */
    OptionalInt nistLevel(Algorithm algorithm);

    /** The algorithms that a hybrid or composite scheme is put together from; none for any other. */
    default List<Algorithm.Known> parts(Algorithm algorithm) {
        return List.of();
    }

    /** The name in the registry's pattern, for example {@code ECDSA-P-256-SHA-256}; see {@code cbom-format} section 3. */
    String displayName(Algorithm algorithm);

    /**
     * One family of algorithms.
     *
     * @param group coarse group, as policies name it: {@code RSA}, {@code ECDSA}, {@code ML-KEM}
     * @param kind {@code public-key}, {@code kem}, {@code signature}, {@code symmetric}, {@code hash} …
     * @param primitive as CycloneDX writes it
     * @param cyclonedxFamily value for {@code algorithmFamily}; empty where none fits
     */
    record Entry(
            String id,
            String name,
            String group,
            String kind,
            String primitive,
            Optional<String> cyclonedxFamily,
            QuantumThreat threat,
            List<String> functions,
            Category category) {}

    /**
     * One code point of a registry of TLS or IKEv2, or one name of SSH.
     *
     * @param code {@link #NO_NUMBER} where the name is the code point
     * @param classification {@code classical}, {@code hybrid}, {@code pqc}, {@code hybrid-draft}, {@code pqc-draft},
     *     {@code symmetric}, {@code not-an-algorithm}
     * @param algorithms the algorithms it stands for; two for a hybrid group
     * @param attributes other facts of the row, as text
     */
    record CodePoint(
            int code,
            String name,
            String classification,
            List<Algorithm.Known> algorithms,
            Map<String, String> attributes) {
        /** The number of what has none. */
        public static final int NO_NUMBER = -1;

        /** Whether a large quantum computer breaks it: no part of it is built to withstand one. */
        public QuantumThreat threat() {
            return switch (classification) {
                case "classical" -> QuantumThreat.VULNERABLE;
                case "hybrid", "pqc" -> QuantumThreat.SAFE;
                case "symmetric" -> QuantumThreat.WEAKENED;
                default -> QuantumThreat.UNKNOWN;
            };
        }
    }
}
