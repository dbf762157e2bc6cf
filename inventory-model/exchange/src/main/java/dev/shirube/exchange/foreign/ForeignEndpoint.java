package dev.shirube.exchange.foreign;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.ObservedFact.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a document says of one TLS endpoint, gathered while it is read, and then told in findings and facts. */
final class ForeignEndpoint {

    private static final String TLS13 = "TLS 1.3";

    private final String location;
    private final ImportOrigin origin;
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final ForeignClaims claims;
    private final SortedMap<String, ObservedFact> facts = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> suites = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
    private final SortedSet<String> pqc = new TreeSet<>();
    private final SortedSet<String> classical = new TreeSet<>();
    private int chains;

    ForeignEndpoint(String location, ImportOrigin origin) {
        this.location = location;
        this.origin = origin;
        claims = new ForeignClaims(location, origin);
    }

    String location() {
        return location;
    }

    /** What is said of a version, named as in {@code TLS 1.3} or {@code SSLv3}. */
    void version(String name, State state, String reason) {
        fact(EndpointProfile.VERSION + name, state, reason);
        if (state == State.SUPPORTED && !name.equals(TLS13)) {
            classical.add(name); // no older version has post-quantum groups (RFC 10024)
        }
    }

    /** Whether that version is said to be spoken. */
    boolean speaks(String name) {
        ObservedFact fact = facts.get(EndpointProfile.VERSION + name);
        return fact != null && fact.state() == State.SUPPORTED;
    }

    /** Whether any version is said to be spoken. */
    boolean speaks() {
        return facts.values().stream()
                .anyMatch(it -> it.subject().startsWith(EndpointProfile.VERSION) && it.state() == State.SUPPORTED);
    }

    /** A suite that was accepted in that version. */
    void suite(String version, String name, Optional<CodePoint> point) {
        String shown = point.map(CodePoint::name).orElse(name);
        if (suites.computeIfAbsent(version, it -> new TreeSet<>()).add(shown)) {
            fact("suite/" + version + "/" + shown, State.SUPPORTED, "");
            point.map(it -> it.attributes().getOrDefault("class", "")).ifPresent(it -> transport(it, shown));
        }
    }

    /** Suites without an ephemeral key: what was recorded opens with the certificate's key (RFC 5246 section 7.4.7.1). */
    private void transport(String suiteClass, String suite) {
        if (suiteClass.equals("RSA") || suiteClass.startsWith("RSA_")) {
            claims.algorithm(Algorithm.Known.of("rsaes-pkcs1v15"), suite, CryptoFunction.KEY_AGREEMENT);
        }
    }

    /** A group that was used or accepted in that version. */
    void group(String version, String name, Optional<CodePoint> point) {
        String shown = point.map(CodePoint::name).orElse(name);
        if (!groups.computeIfAbsent(version, it -> new TreeSet<>()).add(shown)) {
            return;
        }
        fact(EndpointProfile.GROUP + shown, State.SUPPORTED, "");
        String kind = point.map(CodePoint::classification).orElse("");
        switch (kind) {
            case "hybrid", "pqc" -> pqc.add(shown);
            case "classical" -> classical.add(shown);
            default -> {}
        }
        CryptoFunction function =
                kind.startsWith("hybrid") || kind.startsWith("pqc") ? CryptoFunction.KEM : CryptoFunction.KEY_AGREEMENT;
        // A combiner is one key exchange: its classical half alone would count as something left to migrate.
        if (kind.startsWith("hybrid")) {
            String combiner = kind.equals("hybrid") ? "hybrid-groups" : "hybrid-draft";
            claims.algorithm(Algorithm.Known.of(combiner).withParameterSet(shown), shown, function);
        } else if (point.isEmpty() || point.get().algorithms().isEmpty()) {
            claims.algorithm(new Algorithm.Unresolved("tls-group/" + shown), shown, function);
        } else {
            point.get().algorithms().forEach(it -> claims.algorithm(it, shown, function));
        }
    }

    /** The size of an ephemeral Diffie-Hellman prime. */
    void primeBits(int bits) {
        claims.algorithm(
                Algorithm.Known.of("ffdh").withParameterSet(Integer.toString(bits)),
                "DHE " + bits + " bits",
                CryptoFunction.KEY_AGREEMENT);
    }

    /** A certificate that was shown: the first of a chain, or one above it. */
    void certificate(CryptoAsset.Certificate certificate, boolean leaf) {
        chains += leaf ? 1 : 0;
        String folder = chains <= 1 ? "!chain/" : "!chain-" + chains + "/";
        claims.certificate(certificate, location + folder + (leaf ? "0" : "1"));
        certified(certificate.subjectKey(), registry.displayName(certificate.subjectKey()), leaf);
    }

    /** The key of a certificate of which nothing identifies the whole. */
    void certifiedKey(Algorithm.Known key) {
        String name = registry.displayName(key);
        claims.algorithm(key, name, CryptoFunction.CERTIFICATE);
        certified(key, name, true);
    }

    /** The signature on such a certificate. */
    void certifiedBy(Algorithm.Known signature) {
        claims.algorithm(signature, registry.displayName(signature), CryptoFunction.CERTIFICATE);
    }

    private void certified(Algorithm key, String name, boolean leaf) {
        if (leaf && registry.threat(key) == dev.shirube.domain.QuantumThreat.SAFE) {
            fact(EndpointProfile.PQC_AUTHENTICATION, State.SUPPORTED, "the certificate's key is " + name);
        }
    }

    /** What follows for the verdicts, given what the tool can see at all; nothing is added afterwards. */
    void conclude(ToolSight tool) {
        if (!pqc.isEmpty()) {
            fact(EndpointProfile.PQC_SUPPORTED, State.SUPPORTED, tool.name() + " saw " + String.join(", ", pqc));
        } else if (!tool.asksPqcGroups()) {
            fact(EndpointProfile.PQC_SUPPORTED, State.UNKNOWN, blind(tool));
        } else if (speaks(TLS13) && groups.containsKey(TLS13)) {
            fact(
                    EndpointProfile.PQC_SUPPORTED,
                    State.NOT_SUPPORTED,
                    tool.name() + " asked for the post-quantum groups and saw others only");
        } else {
            fact(EndpointProfile.PQC_SUPPORTED, State.UNKNOWN, tool.name() + " could list no group of TLS 1.3");
        }
        if (classical.isEmpty()) {
            fact(EndpointProfile.PQC_ONLY, State.UNKNOWN, tool.name() + " ruled nothing classical out");
        } else {
            fact(EndpointProfile.PQC_ONLY, State.NOT_SUPPORTED, tool.name() + " also saw " + classical.first());
        }
        fact(
                EndpointProfile.PQC_AUTHENTICATION,
                State.UNKNOWN,
                tool.name() + " does not ask for certificates of every kind");
    }

    /** Why such a tool leaves post-quantum key establishment open. */
    static String blind(ToolSight tool) {
        return tool.name() + " does not ask for post-quantum groups";
    }

    /** Whether the verdict that matters most stayed open. */
    Optional<String> open() {
        return Optional.ofNullable(facts.get(EndpointProfile.PQC_SUPPORTED))
                .filter(it -> it.state() == State.UNKNOWN)
                .map(ObservedFact::reason);
    }

    /** What was seen counts more than what was ruled out, and that more than what is unknown. */
    private void fact(String subject, State state, String reason) {
        ObservedFact fact = new ObservedFact(subject, state, reason, "");
        facts.merge(
                subject, fact, (old, it) -> it.state().ordinal() < old.state().ordinal() ? it : old);
    }

    List<Finding> findings() {
        for (String subject : facts.keySet()) {
            if (subject.startsWith(EndpointProfile.VERSION)) {
                String version = subject.substring(EndpointProfile.VERSION.length());
                if (speaks(version)) {
                    claims.protocol(
                            new CryptoAsset.Protocol(
                                    "tls",
                                    Optional.of(version.replace("TLS ", "")),
                                    List.copyOf(suites.getOrDefault(version, new TreeSet<>())),
                                    List.copyOf(groups.getOrDefault(version, new TreeSet<>())),
                                    List.of()),
                            version,
                            CryptoFunction.TLS);
                }
            }
        }
        return claims.findings();
    }

    EndpointProfile profile() {
        return new EndpointProfile(location, ForeignClaims.plan(origin), new ArrayList<>(facts.values()));
    }
}
