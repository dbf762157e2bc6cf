package dev.shirube.planner.roadmap;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.TlsPin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What in the code stands in the way of a replacement: it is no work of its own, but part of the task's. */
final class AgilityNotes {

    private final AlgorithmRegistry registry;
    private final Map<String, List<Finding>> keyTypes = new HashMap<>();

    AgilityNotes(Inventory inventory, AlgorithmRegistry registry) {
        this.registry = registry;
        for (AssignedFinding assigned : inventory.findings()) {
            Finding finding = assigned.finding();
            if (!finding.function().isUse() && finding.occurrence().context() == CodeContext.MAIN) {
                keyTypes.computeIfAbsent(assigned.system(), it -> new ArrayList<>())
                        .add(finding);
            }
        }
    }

    /** For a task of that system that covers these uses. */
    List<Reason> of(String system, List<AssessedUse> uses) {
        List<Reason> notes = new ArrayList<>();
        keyTypes(system, uses).ifPresent(notes::add);
        notes.addAll(pins(uses));
        return notes;
    }

    private Optional<Reason> keyTypes(String system, List<AssessedUse> uses) {
        List<String> groups = uses.stream()
                .flatMap(use -> use.use().subject().group().stream())
                .distinct()
                .toList();
        List<Finding> inTheWay = keyTypes.getOrDefault(system, List.of()).stream()
                .filter(it -> group(it).filter(key -> serves(key, groups)).isPresent())
                .sorted()
                .toList();
        return inTheWay.isEmpty() ? Optional.empty() : Optional.of(keyTypes(inTheWay));
    }

    private static Reason keyTypes(List<Finding> findings) {
        String types = String.join(
                ", ",
                findings.stream()
                        .map(it -> it.occurrence().symbol())
                        .sorted()
                        .distinct()
                        .toList());
        int places = findings.size();
        String where = findings.get(0).occurrence().place();
        return Reason.of(
                Reason.Kind.EVIDENCE,
                "鍵の種別（" + types + "）を前提とするコードが " + places + " 箇所ある（例：" + where + "）。新しい鍵はそこを通らないため、併せて改修する",
                places + (places == 1 ? " place takes" : " places take") + " the key type for granted (" + types
                        + "), for example " + where + ": new keys do not pass there, so change them as well");
    }

    private Optional<String> group(Finding finding) {
        Optional<Algorithm> algorithm = finding.asset().algorithm();
        return algorithm.flatMap(it -> FunctionOfUse.entry(it, registry)).map(AlgorithmRegistry.Entry::group);
    }

    /** Keys of the group EC serve ECDSA, ECDH and ECIES; all others serve what is called like them. */
    private static boolean serves(String key, List<String> groups) {
        return groups.stream().anyMatch(it -> it.startsWith(key));
    }

    /** One note for each thing that is fixed and shuts out hybrids, with how many places do so. */
    private List<Reason> pins(List<AssessedUse> uses) {
        Map<TlsPin.Part, List<Finding>> blocking = new TreeMap<>();
        Map<TlsPin.Part, TlsPin> pins = new TreeMap<>();
        Stream<Finding> findings = uses.stream()
                .flatMap(use -> use.use().findings().stream())
                .sorted()
                .distinct();
        findings.forEach(finding -> TlsPin.of(finding, registry)
                .filter(it -> it.effect() == TlsPin.Effect.BLOCKS)
                .ifPresent(it -> {
                    pins.put(it.part(), it);
                    blocking.computeIfAbsent(it.part(), part -> new ArrayList<>())
                            .add(finding);
                }));
        List<Reason> notes = new ArrayList<>();
        blocking.forEach((part, places) -> {
            String where = places.get(0).occurrence().place();
            notes.add(Reason.of(
                    Reason.Kind.EVIDENCE,
                    pins.get(part).text().ja() + "（" + places.size() + " 箇所、例：" + where + "）",
                    pins.get(part).text().en() + " (" + places.size() + (places.size() == 1 ? " place" : " places")
                            + ", for example " + where + ")"));
        });
        return notes;
    }
}
