package dev.shirube.material.settings.value;

import java.util.Locale;
import java.util.function.BiConsumer;

/** The closed set of languages in which values are written; tables name them by {@link #id()}. */
public enum ValueLanguage {
    /** A list of protocol versions. */
    TLS_VERSIONS(TlsVersions::list),
    /** The lowest protocol version. */
    TLS_LOWEST(TlsVersions::lowest),
    /** The highest protocol version. */
    TLS_HIGHEST(TlsVersions::highest),
    /** Cipher suites by IANA's or OpenSSL's names, or OpenSSL's words for many. */
    SUITES(CipherLists::list),
    /** GnuTLS's priority string. */
    GNUTLS_PRIORITY(GnutlsPriority::list),
    /** Key-exchange groups of TLS. */
    GROUPS(Groups::list),
    /** Signature algorithms of TLS. */
    SCHEMES(Schemes::list),
    /** Key-exchange methods of SSH. */
    SSH_EXCHANGES(SshLists::exchanges),
    /** Signature algorithms of SSH. */
    SSH_SIGNATURES(SshLists::signatures),
    /** Proposals of IKE and ESP. */
    IKE_PROPOSALS(IkeProposals::list),
    /** How peers prove who they are in IKE. */
    IKE_AUTHENTICATION(IkeProposals::authentication),
    /** A kind of key, with its size or curve. */
    KEY_TYPE(KeyTypes::key),
    /** The size of an RSA key. */
    RSA_SIZE(KeyTypes::rsaSize),
    /** The curve of an EC key. */
    CURVE(KeyTypes::curve),
    /** JOSE algorithm names. */
    JOSE(NamedAlgorithms::jose),
    /** Signature algorithms by their names in Java. */
    JCA_SIGNATURE(NamedAlgorithms::signature),
    /** Key and digest of a signature: {@code rsa-sha256}. */
    KEY_AND_DIGEST(NamedAlgorithms::keyAndDigest),
    /** Digest and key of a boot image's signature: {@code sha256,rsa2048}. */
    DIGEST_AND_KEY(NamedAlgorithms::digestAndKey),
    /** Algorithms of DNSSEC by name or number. */
    DNSSEC(NamedAlgorithms::dnssec),
    /** The size of a Diffie-Hellman group. */
    DH_SIZE(NamedAlgorithms::diffieHellman),
    /** The row itself names the algorithm. */
    FIXED(NamedAlgorithms::fixed),
    /** A use whose algorithm something else decides, such as the key that is given; the row says what. */
    UNDECIDED(NamedAlgorithms::undecided),
    /** A cloud's named set of protocol versions and suites. */
    TLS_POLICY(NamedAlgorithms::tlsPolicy),
    /** TLS or another protocol is on; how is said elsewhere or by default. */
    ON((at, facts) -> facts.on(at)),
    /** A file that holds keys or certificates. */
    FILE((at, facts) -> {}),
    /** A file that holds more settings. */
    INCLUDE((at, facts) -> {}),
    /** Something that makes a file recognisable, and says nothing more. */
    TELLING((at, facts) -> {});

    private final BiConsumer<Directive, ProtocolFacts> reader;

    ValueLanguage(BiConsumer<Directive, ProtocolFacts> reader) {
        this.reader = reader;
    }

    /** The id that tables carry: {@code tls-versions}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The language of that id. */
    public static ValueLanguage of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether a directive with such a value says nothing of an algorithm or a protocol. */
    public boolean isSilent() {
        return this == FILE || this == INCLUDE || this == TELLING;
    }

    /** Adds what the directive says to the facts of its section. */
    public void read(Directive at, ProtocolFacts facts) {
        reader.accept(at, facts);
    }
}
