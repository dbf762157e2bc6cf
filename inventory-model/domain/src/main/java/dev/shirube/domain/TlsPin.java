package dev.shirube.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program or a setting fixes of TLS, and whether it shuts out hybrid key exchange: an upgrade of the library that
 * brings hybrid groups changes nothing where others are fixed. Hybrid groups are defined for TLS 1.3 only (RFC 10024).
 */
public record TlsPin(Part part, Effect effect) {

    /** What is fixed. */
    public enum Part {
        GROUPS(new Text("鍵交換グループ", "the key-exchange groups"), new Text("ハイブリッド方式", "a hybrid one")),
        VERSIONS(new Text("TLS のバージョン", "the TLS versions"), new Text("TLS 1.3", "TLS 1.3")),
        SUITES(new Text("暗号スイート", "the cipher suites"), new Text("TLS 1.3 のスイート", "one of TLS 1.3"));

        private final Text name;
        private final Text needed;

        Part(Text name, Text needed) {
            this.name = name;
            this.needed = needed;
        }
    }

    /** What that does to hybrid key exchange. */
    public enum Effect {
        /** It stays impossible after an upgrade. */
        BLOCKS,
        /** It is possible. */
        ALLOWS,
        /** Not all that is fixed is known. */
        UNDECIDED
    }

    private static final Set<EvidenceKind> CODE = EnumSet.of(EvidenceKind.BYTECODE, EvidenceKind.SOURCE);

    /** Versions as JSSE names them, and as the enumerations of libraries do: {@code TLSv1.2}, {@code TlsVersion#TLS_1_2}. */
    private static final Pattern VERSION =
            Pattern.compile("(?:.*#)?(?:TLS|SSL|V)_?v?_?([1-3])(?:[._]([0-3]))?", Pattern.CASE_INSENSITIVE);

    /** Suites of TLS 1.3 name no key exchange (RFC 8446, section B.4); the older ones, but for two signals, do. */
    private static final Pattern SUITE =
            Pattern.compile("(TLS_(?:AES|CHACHA20|SM4|AEGIS)_\\w+)|\\w+_WITH_\\w+|TLS_\\w+_SCSV");

    /** Refuses null. */
    public TlsPin {
        Objects.requireNonNull(part);
        Objects.requireNonNull(effect);
    }

    /** What that finding shows to be fixed; nothing for what was seen on the wire, is a default, or fixes nothing. */
    public static Optional<TlsPin> of(Finding finding, AlgorithmRegistry registry) {
        Evidence evidence = finding.evidence();
        boolean code = CODE.contains(finding.occurrence().kind());
        boolean written = code || finding.occurrence().kind() == EvidenceKind.CONFIGURATION;
        if (!written
                || evidence.resolution() == Resolution.DEFAULT
                || !(finding.asset() instanceof CryptoAsset.Protocol protocol)
                || !protocol.protocol().equals("tls")) {
            return Optional.empty();
        }
        boolean whole = evidence.reason().isEmpty()
                && evidence.resolution() != Resolution.PARTIAL
                && evidence.resolution() != Resolution.UNRESOLVED;
        if (!protocol.groups().isEmpty()) {
            return Optional.of(new TlsPin(Part.GROUPS, groups(protocol.groups(), registry, whole)));
        }
        if (protocol.version().isPresent()) {
            return Optional.of(new TlsPin(Part.VERSIONS, versions(evidence.values(), whole, code)));
        }
        // In a settings file the suites of TLS 1.3 may stand elsewhere: servers on OpenSSL have a setting of their own.
        return code && !protocol.cipherSuites().isEmpty()
                ? Optional.of(new TlsPin(Part.SUITES, suites(protocol.cipherSuites(), whole)))
                : Optional.empty();
    }

    private static Effect groups(List<String> names, AlgorithmRegistry registry, boolean whole) {
        boolean known = whole;
        for (String name : names) {
            Optional<QuantumThreat> threat = registry.tlsByName(name).map(AlgorithmRegistry.CodePoint::threat);
            if (threat.equals(Optional.of(QuantumThreat.SAFE))) {
                return Effect.ALLOWS;
            }
            known &= threat.equals(Optional.of(QuantumThreat.VULNERABLE));
        }
        return known ? Effect.BLOCKS : Effect.UNDECIDED;
    }

    /** The values of a setting are those of its whole section; those that are no versions are something else there. */
    private static Effect versions(List<String> values, boolean whole, boolean code) {
        boolean known = whole && !values.isEmpty();
        for (String value : values) {
            Matcher version = VERSION.matcher(value);
            boolean matches = version.matches();
            if (matches && "1".equals(version.group(1)) && "3".equals(version.group(2))) {
                return Effect.ALLOWS;
            }
            known &= matches || !code;
        }
        return known ? Effect.BLOCKS : Effect.UNDECIDED;
    }

    private static Effect suites(List<String> names, boolean whole) {
        boolean known = whole;
        for (String name : names) {
            Matcher suite = SUITE.matcher(name);
            boolean matches = suite.matches();
            if (matches && suite.group(1) != null) {
                return Effect.ALLOWS;
            }
            known &= matches;
        }
        return known ? Effect.BLOCKS : Effect.UNDECIDED;
    }

    /** One sentence for a reader, without its full stop. */
    public Text text() {
        return switch (effect) {
            case BLOCKS ->
                new Text(
                        part.name.ja() + "が固定され、" + part.needed.ja() + "を含まない。更新してもハイブリッド鍵交換は使われない",
                        "Fixes " + part.name.en() + " without " + part.needed.en()
                                + ": hybrid key exchange stays impossible after an upgrade");
            case ALLOWS ->
                new Text(
                        part.name.ja() + "が固定されている（" + part.needed.ja() + "を含む）",
                        "Fixes " + part.name.en() + ", " + part.needed.en() + " among them");
            case UNDECIDED ->
                new Text(
                        part.name.ja() + "が固定されているが、その全部は特定できていない。" + part.needed.ja() + "を含むか確認する",
                        "Fixes " + part.name.en() + ", but not all of them are known: confirm whether "
                                + part.needed.en() + " is among them");
        };
    }
}
