package dev.shirube.domain.dependency;

import dev.shirube.domain.InformationSystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers links; those of the same two systems and kind become one with the evidence of all. */
final class LinkCollector {

    private record Key(String from, String to, boolean external, SystemLink.Kind kind) {}

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::from)
            .thenComparing(Key::to)
            .thenComparing(Key::external)
            .thenComparing(Key::kind);

    private final TreeMap<Key, Set<String>> links = new TreeMap<>(ORDER);

    void external(String from, String name, String evidence) {
        put(new Key(from, name, true, SystemLink.Kind.PEER), List.of(evidence));
    }

    /** Findings that belong to no system, and systems alone with themselves, make no link. */
    void add(String from, String to, SystemLink.Kind kind, Collection<String> evidence) {
        boolean two = !from.equals(to)
                && !from.equals(InformationSystem.UNASSIGNED)
                && !to.equals(InformationSystem.UNASSIGNED);
        if (two) {
            put(new Key(from, to, false, kind), evidence);
        }
    }

    /** A link between every two of those systems, from the lesser to the greater id. */
    void among(Set<String> systems, SystemLink.Kind kind, Collection<String> evidence) {
        List<String> sorted = systems.stream().sorted().toList();
        for (int one = 0; one < sorted.size(); one++) {
            for (int other = one + 1; other < sorted.size(); other++) {
                add(sorted.get(one), sorted.get(other), kind, evidence);
            }
        }
    }

    private void put(Key key, Collection<String> evidence) {
        links.computeIfAbsent(key, it -> new TreeSet<>()).addAll(evidence);
    }

    List<SystemLink> links() {
        List<SystemLink> all = new ArrayList<>();
        links.forEach((key, evidence) ->
                all.add(new SystemLink(key.from(), key.to(), key.external(), key.kind(), List.copyOf(evidence))));
        return all.stream().sorted().toList();
    }
}
