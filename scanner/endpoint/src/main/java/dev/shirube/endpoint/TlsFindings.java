package dev.shirube.endpoint;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.ServerKeyExchange;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.probe.CodePoints;
import dev.shirube.endpoint.probe.EndpointFacts;
import dev.shirube.endpoint.probe.Observation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Turns the facts about one endpoint into findings; what is not known for certain is none. */
final class TlsFindings {
    private static final String SCHEME = "tls-signature-scheme";

    private final String location;
    private final EndpointFacts facts;
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    /** By what they say, so that two probes that saw the same thing make one finding. */
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    /** One suite of each kind says all: a server has the others for the same key. */
    private final Set<String> transports = new HashSet<>();

    TlsFindings(String location, EndpointFacts facts) {
        this.location = location;
        this.facts = facts;
    }

    List<Finding> findings() {
        facts.supportedVersions().forEach(this::protocol);
        facts.supportedGroups()
                .forEach(it -> group(it, facts.negotiated(it), facts.group(it).probe()));
        for (Observation seen : facts.observations()) {
            if (seen.choice().isPresent()) {
                signature(seen);
                seen.answer().keyExchange().ifPresent(it -> ephemeral(it, seen.probe()));
                keyTransport(seen.choice().get(), seen.probe());
            }
        }
        return List.copyOf(findings.values());
    }

    private void protocol(int version) {
        TreeSet<String> suites = new TreeSet<>();
        TreeSet<String> groups = new TreeSet<>();
        TreeSet<String> schemes = new TreeSet<>();
        facts.supportedSuites(version).forEach(it -> suites.add(CodePoints.suiteName(it)));
        for (Observation seen : facts.choosing(version)) {
            seen.answer().scheme().ifPresent(it -> schemes.add(CodePoints.schemeName(it)));
            seen.answer()
                    .keyExchange()
                    .map(ServerKeyExchange::group)
                    .ifPresent(it -> it.ifPresent(group -> groups.add(CodePoints.groupName(group))));
        }
        if (version == Tls.TLS13) {
            facts.supportedGroups().forEach(it -> groups.add(CodePoints.groupName(it)));
        }
        CryptoAsset asset = new CryptoAsset.Protocol(
                "tls",
                Optional.of(Tls.versionName(version)),
                List.copyOf(suites),
                List.copyOf(groups),
                List.copyOf(schemes));
        add(
                asset,
                Tls.protocolName(version),
                CryptoFunction.TLS,
                Category.TLS,
                Confidence.CERTAIN,
                "tls-version",
                facts.version(version).probe());
    }

    /** A group that the server only lists was not seen at work: likely, and found by another rule. */
    private void group(int code, boolean negotiated, String probe) {
        String name = CodePoints.groupName(code);
        Optional<CodePoint> point = registry.tlsGroup(code);
        String classification = point.map(CodePoint::classification).orElse("");
        // A combiner is one key exchange: its classical half alone would count as something left to migrate.
        String combiner = switch (classification) {
            case "hybrid" -> "hybrid-groups";
            case "hybrid-draft", "pqc-draft" -> "hybrid-draft";
            default -> "";
        };
        String row = negotiated ? "tls-group" : "tls-group-listed";
        Confidence confidence = negotiated ? Confidence.CERTAIN : Confidence.LIKELY;
        boolean kem = classification.startsWith("hybrid") || classification.startsWith("pqc");
        CryptoFunction function = kem ? CryptoFunction.KEM : CryptoFunction.KEY_AGREEMENT;
        if (!combiner.isEmpty()) {
            algorithm(Algorithm.Known.of(combiner).withParameterSet(name), name, function, confidence, row, probe);
        } else if (point.isEmpty() || point.get().algorithms().isEmpty()) {
            algorithm(new Algorithm.Unresolved("tls-group/" + name), name, function, confidence, row, probe);
        } else {
            point.get().algorithms().forEach(it -> algorithm(it, name, function, confidence, row, probe));
        }
    }

    private void signature(Observation seen) {
        if (seen.answer().scheme().isPresent()) {
            scheme(seen.answer().scheme().getAsInt(), seen.probe());
        } else if (seen.answer().keyExchange().isPresent()) {
            signatureBeforeTls12(seen);
        }
    }

    private void scheme(int code, String probe) {
        String name = CodePoints.schemeName(code);
        List<Algorithm.Known> algorithms = registry.tlsSignatureScheme(code)
                .filter(it -> !CodePoints.isDraftScheme(code))
                .map(CodePoint::algorithms)
                .orElse(List.of());
        if (algorithms.isEmpty()) {
            Algorithm unknown = new Algorithm.Unresolved("tls-signature-scheme/" + name);
            algorithm(unknown, name, CryptoFunction.SIGN, Confidence.CERTAIN, SCHEME, probe);
        }
        algorithms.forEach(it -> algorithm(it, name, CryptoFunction.SIGN, Confidence.CERTAIN, SCHEME, probe));
    }

    /** Before TLS 1.2 the suite alone decides: MD5 and SHA-1 together for RSA, SHA-1 for the others (RFC 4346 section 7.4.3). */
    private void signatureBeforeTls12(Observation seen) {
        String identity =
                switch (CodePoints.suiteClass(seen.choice().orElseThrow().suite())) {
                    case "ECDHE_RSA", "DHE_RSA", "DHE_RSA_EXPORT" -> "rsassa-pkcs1v15;digest=MD5-SHA-1";
                    case "ECDHE_ECDSA" -> "ecdsa;digest=SHA-1";
                    case "DHE_DSS", "DHE_DSS_EXPORT", "DHE_DSS_EXPORT1024" -> "dsa;digest=SHA-1";
                    default -> "";
                };
        if (!identity.isEmpty()) {
            String name = CodePoints.suiteName(seen.choice().orElseThrow().suite());
            algorithm(
                    Algorithm.Known.parse(identity),
                    name,
                    CryptoFunction.SIGN,
                    Confidence.CERTAIN,
                    SCHEME,
                    seen.probe());
        }
    }

    private void ephemeral(ServerKeyExchange exchange, String probe) {
        exchange.group().ifPresent(it -> group(it, true, probe));
        OptionalInt bits = exchange.primeBits();
        if (bits.isPresent()) {
            Algorithm.Known algorithm = Algorithm.Known.of("ffdh").withParameterSet(Integer.toString(bits.getAsInt()));
            String symbol = "DHE " + bits.getAsInt() + " bits";
            algorithm(algorithm, symbol, CryptoFunction.KEY_AGREEMENT, Confidence.CERTAIN, "tls-dh-parameters", probe);
        }
    }

    /** Suites without an ephemeral key: what was recorded opens with the certificate's key (RFC 5246 section 7.4.7.1). */
    private void keyTransport(ServerHello hello, String probe) {
        boolean ssl2 = hello.version() == Tls.SSL20;
        String entry = switch (ssl2 ? "RSA" : CodePoints.suiteClass(hello.suite())) {
            case "RSA", "RSA_EXPORT", "RSA_EXPORT1024", "RSA_PSK" -> "rsaes-pkcs1v15";
            case "ECDH_ECDSA", "ECDH_RSA" -> "ecdh";
            case "DH_RSA", "DH_DSS" -> "ffdh";
            default -> "";
        };
        if (!entry.isEmpty() && transports.add(entry)) {
            algorithm(
                    Algorithm.Known.of(entry),
                    CodePoints.suiteName(hello.suite()),
                    CryptoFunction.KEY_AGREEMENT,
                    Confidence.CERTAIN,
                    "tls-static-key-exchange",
                    probe);
        }
    }

    private void algorithm(
            Algorithm algorithm,
            String symbol,
            CryptoFunction function,
            Confidence confidence,
            String row,
            String probe) {
        Category category = algorithm instanceof Algorithm.Known known
                ? registry.entry(known.entry())
                        .map(AlgorithmRegistry.Entry::category)
                        .orElse(Category.TLS)
                : Category.TLS;
        add(new CryptoAsset.AlgorithmAsset(algorithm), symbol, function, category, confidence, row, probe);
    }

    private void add(
            CryptoAsset asset,
            String symbol,
            CryptoFunction function,
            Category category,
            Confidence confidence,
            String row,
            String probe) {
        Occurrence occurrence = new Occurrence(
                location,
                OptionalInt.empty(),
                OptionalInt.empty(),
                "",
                symbol,
                0,
                EvidenceKind.HANDSHAKE,
                CodeContext.MAIN);
        Evidence evidence = Evidence.direct(
                TlsTranscriptDetector.ID, TlsTranscriptDetector.VERSION, row, List.of(symbol, "probe " + probe));
        Finding finding = new Finding(asset, occurrence, function, category, confidence, evidence);
        findings.putIfAbsent(finding.fingerprint(), finding);
    }
}
