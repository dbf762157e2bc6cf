package dev.shirube.endpoint.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known about the members of one kind, be it versions, groups or suites: seen, ruled out, or why neither.
 *
 * @param <K> what names a member
 */
final class FactTable<K extends Comparable<K>> {
    private final SortedMap<K, Fact> decided = new TreeMap<>();
    private final SortedMap<K, List<Observation>> open = new TreeMap<>();

    /** It was seen. */
    void supported(K member, String reason, Observation seen) {
        decided.merge(member, Fact.supported(reason, seen.probe()), Fact::or);
    }

    /** These were ruled out, unless they were or will be seen. */
    void ruledOut(Collection<K> members, String reason, String probe) {
        Fact fact = Fact.notSupported(reason, probe);
        members.forEach(it -> decided.merge(it, fact, Fact::or));
    }

    /** These were offered, and the answer tells nothing about them. */
    void leftOpen(Collection<K> members, Observation seen) {
        members.forEach(
                it -> open.computeIfAbsent(it, none -> new ArrayList<>()).add(seen));
    }

    /** The fact about one member. */
    Fact get(K member) {
        Fact fact = decided.get(member);
        return fact != null ? fact : Fact.unknown(why(open.getOrDefault(member, List.of())));
    }

    /** All that were seen, in their natural order. */
    List<K> supported() {
        return decided.entrySet().stream()
                .filter(it -> it.getValue().isSupported())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All that were seen or ruled out, in their natural order. */
    List<K> decided() {
        return List.copyOf(decided.keySet());
    }

    /** All that were asked for and are neither seen nor ruled out, with the reason. */
    SortedMap<K, Fact> open() {
        SortedMap<K, Fact> unknown = new TreeMap<>();
        for (K member : open.keySet()) {
            if (!decided.containsKey(member)) {
                unknown.put(member, get(member));
            }
        }
        return unknown;
    }

    /** Those of the members that are neither seen nor ruled out. */
    List<K> undecided(List<K> members) {
        return members.stream().filter(it -> !decided.containsKey(it)).toList();
    }

    private static String why(List<Observation> answers) {
        if (answers.isEmpty()) {
            return "not asked";
        }
        List<String> outcomes = new ArrayList<>();
        for (Observation seen : answers) {
            outcomes.add("probe " + seen.probe() + ": " + seen.outcome());
        }
        return String.join("; ", outcomes);
    }
}
