package dev.shirube.planner.roadmap;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Text;
import dev.shirube.domain.dependency.SystemLink;
import dev.shirube.planner.migration.LibraryNeeds;
import dev.shirube.planner.policy.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which task must come before which, as far as the inventory tells: a library before what calls it, those who verify
 * before those who sign, a certification authority before what it issues, what the table of kinds says, and which systems
 * depend on which.
 */
final class Predecessors {

    private final List<Draft> drafts;
    private final Map<String, List<Draft>> bySystem = new TreeMap<>();
    private final Map<String, Set<String>> before = new TreeMap<>();
    private final Map<List<String>, Text> reasons = new HashMap<>();
    private final SystemOrder between = new SystemOrder();
    private final List<Gap> refused = new ArrayList<>();

    private Predecessors(List<Draft> drafts) {
        this.drafts = drafts;
        for (Draft draft : drafts) {
            before.put(draft.id(), new TreeSet<>());
            bySystem.computeIfAbsent(draft.key().system(), it -> new ArrayList<>())
                    .add(draft);
        }
    }

    /** What the drafts themselves tell, then what the links between their systems do; never a circle. */
    static Predecessors of(List<Draft> drafts, List<SystemLink> links) {
        Predecessors all = new Predecessors(drafts);
        all.libraries();
        all.verifiers();
        all.authorities();
        TaskTable.standard().order().forEach(all::order);
        all.own();
        for (SystemOrder.Arrow arrow : all.between.arrows(drafts, links)) {
            if (all.add(arrow.first(), arrow.then())) {
                all.reasons.putIfAbsent(List.of(arrow.first().id(), arrow.then().id()), arrow.why());
            } else {
                all.between.circle(arrow);
            }
        }
        return all;
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** Ids of the tasks that must be finished before that one, sorted. */
    Set<String> of(String id) {
        return Collections.unmodifiableSet(before.get(id));
    }

    /** Why the first must be finished before the second, where a link between their systems says so. */
    Optional<Text> why(String first, String then) {
        return Optional.ofNullable(reasons.get(List.of(first, then)));
    }

    /** Where no order follows from links between systems, or from what the office wrote, because they contradict. */
    List<Gap> undecided() {
        return Stream.concat(refused.stream(), between.undecided().stream()).toList();
    }

    /** The same for one task of a system. */
    List<Reason> undecided(String id) {
        Stream<Reason> own = refused.stream()
                .filter(it -> it.location().equals(id))
                .map(it -> Reason.of(
                        Reason.Kind.PREDECESSOR,
                        "要確認：" + it.what().ja(),
                        "Needs confirmation: " + it.what().en()));
        return Stream.concat(own, between.undecided(id).stream()).toList();
    }

    private void libraries() {
        for (Draft upgrade : drafts) {
            if (upgrade.key().kind() == TaskKind.UPGRADE) {
                Set<String> uses = uses(upgrade);
                for (Draft draft : bySystem.get(upgrade.key().system())) {
                    if (draft.needsOneOf(uses)) {
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

    /** What the office wrote of its own tasks; it does not turn around what the inventory forces. */
    private void own() {
        Map<String, Draft> byId = new HashMap<>();
        drafts.forEach(it -> byId.put(it.id(), it));
        for (Draft draft : drafts) {
            draft.own().ifPresent(own -> {
                own.after().stream().filter(byId::containsKey).forEach(it -> own(draft, byId.get(it), draft));
                own.before().stream().filter(byId::containsKey).forEach(it -> own(draft, draft, byId.get(it)));
            });
        }
    }

    private void own(Draft own, Draft first, Draft then) {
        if (!add(first, then)) {
            Text what = new Text(
                    "作業 " + own.id() + " に書かれた先後（" + first.id() + " → " + then.id()
                            + "）は循環するため用いない。tasks の after と before を直してください",
                    "the order written for task " + own.id() + " (" + first.id() + " → " + then.id()
                            + ") goes round in a circle and is not used. Correct after and before in tasks");
            refused.add(new Gap(own.key().system(), what, 1, own.id()));
        }
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
        Map<String, Set<Draft>> bySubject = bySubject(TaskKind.AUTHORITY);
        Map<String, Set<Draft>> anchors = bySubject(TaskKind.TRUST);
        for (Draft draft : drafts) {
            if (draft.key().kind() == TaskKind.CERTIFICATE || draft.key().kind() == TaskKind.AUTHORITY) {
                certificates(draft).stream()
                        .filter(it -> !it.issuer().equals(it.subject()))
                        .forEach(it -> bySubject
                                .getOrDefault(it.issuer(), Set.of())
                                .forEach(authority -> add(authority, draft)));
            }
            if (draft.key().kind() == TaskKind.CERTIFICATE) {
                certificates(draft)
                        .forEach(it ->
                                anchors.getOrDefault(it.issuer(), Set.of()).forEach(anchor -> add(draft, anchor)));
            }
        }
    }

    private Map<String, Set<Draft>> bySubject(TaskKind kind) {
        Map<String, Set<Draft>> bySubject = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft.key().kind() == kind) {
                certificates(draft)
                        .forEach(it -> bySubject
                                .computeIfAbsent(it.subject(), subject -> new TreeSet<>())
                                .add(draft));
            }
        }
        return bySubject;
    }

    /** What the table says, within its reach; a system that is the office's own stands for all. */
    private void order(TaskTable.Order row) {
        Map<String, List<Draft>> groups = new TreeMap<>();
        for (Draft draft : drafts) {
            if (row.first().contains(draft.key().kind())
                    || row.then().contains(draft.key().kind())) {
                groups.computeIfAbsent(group(row.within(), draft), it -> new ArrayList<>())
                        .add(draft);
            }
        }
        for (List<Draft> group : groups.values()) {
            for (Draft first : group) {
                for (Draft then : group) {
                    if (row.first().contains(first.key().kind())
                            && row.then().contains(then.key().kind())) {
                        add(first, then);
                    }
                }
            }
        }
    }

    private static String group(TaskTable.Within within, Draft draft) {
        return switch (within) {
            case OFFICE -> "";
            case SYSTEM -> draft.key().system();
            case USE -> draft.key().use();
            case USE_AND_SYSTEM -> draft.key().system() + "\n" + draft.key().use();
            case TASK -> draft.id();
        };
    }

    private static List<CryptoAsset.Certificate> certificates(Draft draft) {
        return Stream.concat(draft.uses().stream(), draft.related().stream())
                .map(use -> use.use().asset())
                .filter(CryptoAsset.Certificate.class::isInstance)
                .map(CryptoAsset.Certificate.class::cast)
                .toList();
    }

    /** Adds the arrow unless it would close a circle, as two authorities that certify each other would. */
    private boolean add(Draft first, Draft second) {
        boolean free = !first.id().equals(second.id()) && !reaches(second.id(), first.id());
        if (free) {
            before.get(second.id()).add(first.id());
        }
        return free;
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
