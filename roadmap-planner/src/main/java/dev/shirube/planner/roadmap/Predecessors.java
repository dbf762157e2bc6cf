package dev.shirube.planner.roadmap;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.planner.migration.LibraryNeeds;
import dev.shirube.planner.policy.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which task must come before which, as far as the inventory tells: a library before what calls it, those who verify
 * before those who sign, a certification authority before what it issues.
 */
final class Predecessors {

    private final List<Draft> drafts;
    private final Map<String, List<Draft>> bySystem = new TreeMap<>();
    private final Map<String, Set<String>> before = new TreeMap<>();

    private Predecessors(List<Draft> drafts) {
        this.drafts = drafts;
        for (Draft draft : drafts) {
            before.put(draft.id(), new TreeSet<>());
            bySystem.computeIfAbsent(draft.key().system(), it -> new ArrayList<>())
                    .add(draft);
        }
    }

    /** For each task id the ids that must be finished before it, sorted; never a circle. */
    static Map<String, Set<String>> of(List<Draft> drafts) {
        Predecessors all = new Predecessors(drafts);
        all.libraries();
        all.verifiers();
        all.authorities();
        return all.before;
    }

    private void libraries() {
        for (Draft upgrade : drafts) {
            if (upgrade.key().kind() == TaskKind.UPGRADE) {
                Set<String> uses = uses(upgrade);
                for (Draft draft : bySystem.get(upgrade.key().system())) {
                    if (draft.key().kind() != TaskKind.WAIT
                            && uses.contains(draft.key().use())) {
                        add(upgrade, draft);
                    }
                }
            }
        }
    }

    private static Set<String> uses(Draft upgrade) {
        return LibraryNeeds.standard()
                .of(CryptoAsset.Library.of(upgrade.key().use(), upgrade.key().detail()))
                .map(entry -> Set.copyOf(entry.uses()))
                .orElse(Set.of());
    }

    private void verifiers() {
        for (Draft verifier : drafts) {
            for (Draft signer : bySystem.get(verifier.key().system())) {
                if (verifier.key().operation() == Operation.PROCESS_EXISTING
                        && signer.key().operation() == Operation.NEW_GENERATION
                        && verifier.key().kind() == signer.key().kind()
                        && verifier.key().use().equals(signer.key().use())
                        && verifier.key().function() == signer.key().function()) {
                    add(verifier, signer);
                }
            }
        }
    }

    private void authorities() {
        Map<String, Set<Draft>> bySubject = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft.key().kind() == TaskKind.AUTHORITY) {
                certificates(draft)
                        .forEach(it -> bySubject
                                .computeIfAbsent(it.subject(), subject -> new TreeSet<>())
                                .add(draft));
            }
        }
        for (Draft draft : drafts) {
            if (draft.key().kind() == TaskKind.CERTIFICATE || draft.key().kind() == TaskKind.AUTHORITY) {
                certificates(draft)
                        .forEach(it -> bySubject
                                .getOrDefault(it.issuer(), Set.of())
                                .forEach(authority -> add(authority, draft)));
            }
        }
    }

    private static List<CryptoAsset.Certificate> certificates(Draft draft) {
        return draft.uses().stream()
                .map(use -> use.use().asset())
                .filter(CryptoAsset.Certificate.class::isInstance)
                .map(CryptoAsset.Certificate.class::cast)
                .toList();
    }

    /** Adds the arrow unless it would close a circle, as two authorities that certify each other would. */
    private void add(Draft first, Draft second) {
        if (!first.id().equals(second.id()) && !reaches(second.id(), first.id())) {
            before.get(second.id()).add(first.id());
        }
    }

    /** Whether that task must come before the other one already. */
    private boolean reaches(String from, String to) {
        Deque<String> open = new ArrayDeque<>(List.of(to));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.remove();
            if (id.equals(from)) {
                return true;
            }
            if (seen.add(id)) {
                open.addAll(before.get(id));
            }
        }
        return false;
    }
}
