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
import dev.shirube.domain.Resolution;
import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.ServerKeyExchange;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.probe.CodePoints;
import dev.shirube.endpoint.probe.EndpointFacts;
import dev.shirube.endpoint.probe.Fact;
import dev.shirube.endpoint.probe.Observation;
import dev.shirube.endpoint.probe.PqcVerdicts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Turns the facts about one endpoint into findings; what is not known for certain is none. */
final class TlsFindings {
    private final String location;
    private final EndpointFacts facts;
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    /** By what they say, so that two probes that saw the same thing make one finding. */
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    TlsFindings(String location, EndpointFacts facts) {
        this.location = location;
        this.facts = facts;
    }

    List<Finding> findings() {
        facts.supportedVersions().forEach(this::protocol);
        facts.supportedGroups().forEach(it -> group(it, facts.negotiated(it)));
        for (Observation seen : facts.observations()) {
            seen.answer().scheme().ifPresent(this::scheme);
            seen.answer().keyExchange().ifPresent(this::oldKeyExchange);
            seen.answer().hello().ifPresent(this::keyTransport);
        }
        return List.copyOf(findings.values());
    }

    private void protocol(int version) {
        List<Observation> choosing = facts.choosing(version);
        TreeSet<String> suites = new TreeSet<>();
        TreeSet<String> groups = new TreeSet<>();
        TreeSet<String> schemes = new TreeSet<>();
        for (Observation seen : choosing) {
            seen.answer().hello().ifPresent(it -> suites.add(CodePoints.suiteName(it.suite())));
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
        String symbol = "TLS " + Tls.versionName(version);
        String verdicts = version == Tls.TLS13 ? verdicts() : "";
        add(asset, symbol, CryptoFunction.TLS, Category.TLS, Confidence.CERTAIN, "tls-version", verdicts);
    }

    /** The verdicts stand in the evidence of TLS 1.3, each with its state, never as one yes or no. */
    private String verdicts() {
        PqcVerdicts verdicts = PqcVerdicts.of(facts);
        return String.join(
                "; ",
                verdict("pqc-key-establishment", verdicts.keyEstablishment()),
                verdict("pqc-preferred", verdicts.preferred()),
                verdict("pqc-only", verdicts.only()),
                verdict("pqc-authentication", verdicts.authentication()),
                verdict("client-certificate", facts.clientCertificate()));
    }

    private static String verdict(String name, Fact fact) {
        return name + "=" + fact.state().id();
    }

    /** A group that the server only lists was not seen at work: likely, and found by another rule. */
    private void group(int code, boolean negotiated) {
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
            algorithm(Algorithm.Known.of(combiner).withParameterSet(name), name, function, confidence, row);
        } else if (point.isEmpty() || point.get().algorithms().isEmpty()) {
            algorithm(new Algorithm.Unresolved("tls-group/" + name), name, function, confidence, row);
        } else {
            point.get().algorithms().forEach(it -> algorithm(it, name, function, confidence, row));
        }
    }

    private void scheme(int code) {
        String name = CodePoints.schemeName(code);
        List<Algorithm.Known> algorithms =
                registry.tlsSignatureScheme(code).map(CodePoint::algorithms).orElse(List.of());
        if (algorithms.isEmpty()) {
            Algorithm unknown = new Algorithm.Unresolved("tls-signature-scheme/" + name);
            algorithm(unknown, name, CryptoFunction.SIGN, Confidence.CERTAIN, "tls-signature-scheme");
        }
        algorithms.forEach(it -> algorithm(it, name, CryptoFunction.SIGN, Confidence.CERTAIN, "tls-signature-scheme"));
    }

    private void oldKeyExchange(ServerKeyExchange exchange) {
        exchange.group().ifPresent(it -> group(it, true));
        OptionalInt bits = exchange.primeBits();
        if (bits.isPresent()) {
            Algorithm.Known algorithm = Algorithm.Known.of("ffdh").withParameterSet(Integer.toString(bits.getAsInt()));
            String symbol = "DHE " + bits.getAsInt() + " bits";
            algorithm(algorithm, symbol, CryptoFunction.KEY_AGREEMENT, Confidence.CERTAIN, "tls-dh-parameters");
        }
    }

    /** Suites without an ephemeral key: what was recorded opens with the certificate's key (RFC 5246 section 7.4.7.1). */
    private void keyTransport(ServerHello hello) {
        String entry = switch (CodePoints.suiteClass(hello.suite())) {
            case "RSA" -> "rsaes-pkcs1v15";
            case "ECDH_ECDSA", "ECDH_RSA" -> "ecdh";
            case "DH_RSA", "DH_DSS" -> "ffdh";
            default -> "";
        };
        if (!entry.isEmpty()) {
            String name = CodePoints.suiteName(hello.suite());
            algorithm(
                    Algorithm.Known.of(entry),
                    name,
                    CryptoFunction.KEY_AGREEMENT,
                    Confidence.CERTAIN,
                    "tls-static-key-exchange");
        }
    }

    private void algorithm(
            Algorithm algorithm, String symbol, CryptoFunction function, Confidence confidence, String row) {
        Category category = algorithm instanceof Algorithm.Known known
                ? registry.entry(known.entry())
                        .map(AlgorithmRegistry.Entry::category)
                        .orElse(Category.TLS)
                : Category.TLS;
        add(new CryptoAsset.AlgorithmAsset(algorithm), symbol, function, category, confidence, row, "");
    }

    private void add(
            CryptoAsset asset,
            String symbol,
            CryptoFunction function,
            Category category,
            Confidence confidence,
            String row,
            String expression) {
        Occurrence occurrence = new Occurrence(
                location,
                OptionalInt.empty(),
                OptionalInt.empty(),
                "",
                symbol,
                0,
                EvidenceKind.HANDSHAKE,
                CodeContext.MAIN);
        Evidence evidence = new Evidence(
                TlsTranscriptDetector.ID,
                TlsTranscriptDetector.VERSION,
                row,
                List.of(symbol),
                expression,
                Resolution.LITERAL,
                "",
                0,
                "");
        Finding finding = new Finding(asset, occurrence, function, category, confidence, evidence);
        findings.putIfAbsent(finding.fingerprint(), finding);
    }
}
