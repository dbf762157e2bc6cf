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
import dev.shirube.endpoint.probe.Fact;
import dev.shirube.endpoint.probe.Observation;
import dev.shirube.endpoint.probe.PqcVerdicts;
import java.util.ArrayList;
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
        facts.supportedGroups().forEach(it -> group(it, facts.group(it).reason()));
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
            seen.answer().keyExchange().map(ServerKeyExchange::group).ifPresent(it -> it.ifPresent(group -> groups.add(
                    CodePoints.groupName(group))));
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
        List<String> values = version == Tls.TLS13 ? verdicts() : List.of();
        add(asset, "TLS " + Tls.versionName(version), CryptoFunction.TLS, Category.TLS, "tls-version", values);
    }

    /** The verdicts stand in the evidence of the newest protocol, each with its state, never as one yes or no. */
    private List<String> verdicts() {
        PqcVerdicts verdicts = PqcVerdicts.of(facts);
        List<String> values = new ArrayList<>();
        values.add(verdict("pqc-key-establishment", verdicts.keyEstablishment()));
        values.add(verdict("pqc-preferred", verdicts.preferred()));
        values.add(verdict("pqc-only", verdicts.only()));
        values.add(verdict("pqc-authentication", verdicts.authentication()));
        values.add(verdict("client-certificate", facts.clientCertificate()));
        return values;
    }

    private static String verdict(String name, Fact fact) {
        return name + "=" + fact.state().id();
    }

    private void group(int code, String reason) {
        String name = CodePoints.groupName(code);
        Optional<CodePoint> point = registry.tlsGroup(code);
        String classification = point.map(CodePoint::classification).orElse("");
        // A combiner is one key exchange: its classical half alone would count as something left to migrate.
        String combiner =
                switch (classification) {
                    case "hybrid" -> "hybrid-groups";
                    case "hybrid-draft", "pqc-draft" -> "hybrid-draft";
                    default -> "";
                };
        boolean kem = classification.startsWith("hybrid") || classification.startsWith("pqc");
        CryptoFunction function = kem ? CryptoFunction.KEM : CryptoFunction.KEY_AGREEMENT;
        if (!combiner.isEmpty()) {
            algorithm(Algorithm.Known.of(combiner).withParameterSet(name), name, function, "tls-group", reason);
        } else if (point.isEmpty() || point.get().algorithms().isEmpty()) {
            algorithm(new Algorithm.Unresolved("tls-group/" + name), name, function, "tls-group", reason);
        } else {
            point.get().algorithms().forEach(it -> algorithm(it, name, function, "tls-group", reason));
        }
    }

    private void scheme(int code) {
        String name = CodePoints.schemeName(code);
        List<Algorithm.Known> algorithms =
                registry.tlsSignatureScheme(code).map(CodePoint::algorithms).orElse(List.of());
        if (algorithms.isEmpty()) {
            Algorithm unknown = new Algorithm.Unresolved("tls-signature-scheme/" + name);
            algorithm(unknown, name, CryptoFunction.SIGN, "tls-signature-scheme", "");
        }
        algorithms.forEach(it -> algorithm(it, name, CryptoFunction.SIGN, "tls-signature-scheme", ""));
    }

    private void oldKeyExchange(ServerKeyExchange exchange) {
        exchange.group().ifPresent(it -> group(it, "ServerKeyExchange"));
        OptionalInt bits = exchange.primeBits();
        if (bits.isPresent()) {
            Algorithm.Known algorithm = Algorithm.Known.of("ffdh").withParameterSet(Integer.toString(bits.getAsInt()));
            String symbol = "DHE " + bits.getAsInt() + " bits";
            algorithm(algorithm, symbol, CryptoFunction.KEY_AGREEMENT, "tls-dh-parameters", "ServerKeyExchange");
        }
    }

    /** Suites without an ephemeral key: what was recorded opens with the certificate's key (RFC 5246 section 7.4.7.1). */
    private void keyTransport(ServerHello hello) {
        String entry =
                switch (CodePoints.suiteClass(hello.suite())) {
                    case "RSA" -> "rsaes-pkcs1v15";
                    case "ECDH_ECDSA", "ECDH_RSA" -> "ecdh";
                    case "DH_RSA", "DH_DSS" -> "ffdh";
                    default -> "";
                };
        if (!entry.isEmpty()) {
            String name = CodePoints.suiteName(hello.suite());
            algorithm(Algorithm.Known.of(entry), name, CryptoFunction.KEY_AGREEMENT, "tls-static-key-exchange", "");
        }
    }

    private void algorithm(Algorithm algorithm, String symbol, CryptoFunction function, String row, String reason) {
        Category category = algorithm instanceof Algorithm.Known known
                ? registry.entry(known.entry())
                        .map(AlgorithmRegistry.Entry::category)
                        .orElse(Category.TLS)
                : Category.TLS;
        List<String> values = reason.isEmpty() ? List.of(symbol) : List.of(symbol, reason);
        add(new CryptoAsset.AlgorithmAsset(algorithm), symbol, function, category, row, values);
    }

    private void add(
            CryptoAsset asset,
            String symbol,
            CryptoFunction function,
            Category category,
            String row,
            List<String> values) {
        Occurrence occurrence = new Occurrence(
                location,
                OptionalInt.empty(),
                OptionalInt.empty(),
                "",
                symbol,
                0,
                EvidenceKind.HANDSHAKE,
                CodeContext.MAIN);
        Finding finding = new Finding(
                asset,
                occurrence,
                function,
                category,
                Confidence.CERTAIN,
                Evidence.direct(TlsTranscriptDetector.ID, TlsTranscriptDetector.VERSION, row, values));
        findings.putIfAbsent(finding.fingerprint(), finding);
    }
}
