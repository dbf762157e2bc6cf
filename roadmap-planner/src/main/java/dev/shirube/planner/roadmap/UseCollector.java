package dev.shirube.planner.roadmap;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.readiness.VersionRange;
import dev.shirube.planner.migration.UseRules;
import dev.shirube.planner.policy.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers an inventory's findings into uses: system, asset, function, row of the migration map, operation, context. */
final class UseCollector {

    /** The map's row for public-key cryptography whose use was not seen. */
    private static final String UNKNOWN_USE = "generic-key";

    private final AlgorithmRegistry registry;
    private final SubjectReader subjects;
    private final Map<UseRules.Query, String> known = new HashMap<>();

    UseCollector(AlgorithmRegistry registry) {
        this.registry = registry;
        this.subjects = new SubjectReader(registry);
    }

    /** All uses, in the order of their keys. */
    List<Use> collect(Inventory inventory) {
        Map<String, Finding> certificates = certificatesByKey(inventory);
        SortedMap<Use.Key, List<Finding>> findings = new TreeMap<>();
        Map<Use.Key, Subject> subjectOf = new HashMap<>();
        for (AssignedFinding assigned : inventory.findings()) {
            Finding finding = assigned.finding();
            for (Subject subject : subjects.subjects(finding)) {
                Use.Key key = key(assigned, subject, certificates);
                findings.computeIfAbsent(key, it -> new ArrayList<>()).add(finding);
                subjectOf.putIfAbsent(
                        key,
                        subject.protecting(inventory
                                .system(assigned.system())
                                .protectionMonths()
                                .value()));
            }
        }
        List<Use> uses = new ArrayList<>();
        findings.forEach((key, list) -> {
            CryptoAsset asset = list.get(0).asset();
            uses.add(new Use(key, asset, name(asset), subjectOf.get(key), list));
        });
        return List.copyOf(uses);
    }

    private Use.Key key(AssignedFinding assigned, Subject subject, Map<String, Finding> certificates) {
        Finding finding = assigned.finding();
        return new Use.Key(
                assigned.system(),
                finding.asset().id(),
                subject.function(),
                use(assigned, subject, certificates),
                subject.operation(),
                finding.occurrence().context());
    }

    /** The key of a certificate of the same system moves together with that certificate. */
    private String use(AssignedFinding assigned, Subject subject, Map<String, Finding> certificates) {
        Finding finding = assigned.finding();
        if (!finding.function().isUse()) {
            return "";
        }
        if (finding.asset() instanceof CryptoAsset.Key key && key.fingerprint().isPresent()) {
            Finding certificate = certificates.get(
                    assigned.system() + "\n" + key.fingerprint().get());
            if (certificate != null) {
                return use(certificate, subject);
            }
        }
        String use = use(finding, subject);
        return use.isEmpty() && subject.threat() == QuantumThreat.VULNERABLE ? UNKNOWN_USE : use;
    }

    private String use(Finding finding, Subject subject) {
        return known.computeIfAbsent(
                UseRules.Query.of(finding, subject.function()),
                query -> UseRules.standard().use(query));
    }

    private static Map<String, Finding> certificatesByKey(Inventory inventory) {
        Map<String, Finding> byKey = new HashMap<>();
        for (AssignedFinding assigned : inventory.findings()) {
            if (assigned.finding().asset() instanceof CryptoAsset.Certificate certificate) {
                byKey.putIfAbsent(assigned.system() + "\n" + certificate.keySha256(), assigned.finding());
            }
        }
        return byKey;
    }

    private String name(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Protocol protocol) {
            List<String> shown = protocol.groups().isEmpty() ? protocol.cipherSuites() : protocol.groups();
            return protocol.protocol().toUpperCase(Locale.ROOT)
                    + protocol.version().map(it -> " " + it).orElse("")
                    + (shown.isEmpty() ? "" : " (" + String.join(", ", shown) + ")");
        }
        if (asset instanceof CryptoAsset.Library library) {
            return (library.name() + " " + VersionRange.words(library.version()).en()).strip();
        }
        String algorithm = asset.algorithm().map(registry::displayName).orElse("");
        return asset instanceof CryptoAsset.Certificate certificate
                ? algorithm + " (" + certificate.subject() + ")"
                : algorithm;
    }
}
