package dev.shirube.domain.diff;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds which findings of two states are the same thing, from certain to likely: by identity; by place and asset; by place
 * alone, where the asset changed; and by bytes, where the path did.
 */
final class Pairing {

    /** A finding of the first state, and what it is in the second. */
    record Pair(Finding before, Finding after) {}

    /** By line and ordinal, so that what remains of a place is paired in the order of its text. */
    private static final Comparator<Finding> IN_TEXT = Comparator.comparingInt(
                    (Finding it) -> it.occurrence().line().orElse(-1))
            .thenComparingInt(it -> it.occurrence().offset().orElse(-1))
            .thenComparingInt(it -> it.occurrence().ordinal())
            .thenComparing(Comparator.naturalOrder());

    private final List<Pair> pairs = new ArrayList<>();
    private List<Finding> before;
    private List<Finding> after;

    Pairing(List<Finding> before, List<Finding> after) {
        this.before = before.stream().sorted(IN_TEXT).toList();
        this.after = after.stream().sorted(IN_TEXT).toList();
        pair(Finding::fingerprint, true);
        pair(it -> List.of(place(it), it.asset().id()), true);
        pair(it -> List.of(place(it), line(it), kind(it)), true);
        pair(it -> List.of(place(it), kind(it), name(it)), true);
        pair(it -> List.of(place(it), kind(it)), false);
        renamed();
    }

    /** Pairs in the order of the first state's text. */
    List<Pair> pairs() {
        return pairs;
    }

    /** What the second state has no counterpart of. */
    List<Finding> gone() {
        return before;
    }

    /** What the first state has no counterpart of. */
    List<Finding> added() {
        return after;
    }

    private static List<Object> place(Finding it) {
        return List.of(
                it.occurrence().location(),
                it.occurrence().member(),
                it.occurrence().symbol(),
                it.function());
    }

    private static OptionalInt line(Finding it) {
        return it.occurrence().line();
    }

    /** Never a key for a certificate: these are two things, however close they stand. */
    private static String kind(Finding it) {
        return it.asset().getClass().getSimpleName();
    }

    /** What an asset is called whatever its parameters are. */
    private static String name(Finding it) {
        CryptoAsset asset = it.asset();
        if (asset instanceof CryptoAsset.Certificate certificate) {
            return certificate.subject();
        }
        if (asset instanceof CryptoAsset.Library library) {
            return library.name();
        }
        if (asset instanceof CryptoAsset.Protocol protocol) {
            return protocol.protocol();
        }
        return asset.algorithm()
                .map(algorithm -> algorithm instanceof Algorithm.Known known ? known.entry() : algorithm.identity())
                .orElse("");
    }

    /**
     * Pairs those that have the same key, in the order of their text.
     *
     * @param uneven whether also where one state has more of them; otherwise it could be any
     */
    private void pair(Function<Finding, Object> key, boolean uneven) {
        Map<Object, List<Finding>> there = groups(after, key);
        if (before.isEmpty() || there.isEmpty()) {
            return;
        }
        Map<Object, List<Finding>> here = groups(before, key);
        List<Finding> gone = new ArrayList<>();
        for (Finding one : before) {
            Object group = key.apply(one);
            List<Finding> counterparts = there.getOrDefault(group, List.of());
            boolean fits = uneven || counterparts.size() == here.get(group).size();
            if (!fits || counterparts.isEmpty()) {
                gone.add(one);
                continue;
            }
            if (!uneven) {
                // Both lists keep their length until all of them are paired.
                here.get(group).remove(0);
            }
            pairs.add(new Pair(one, counterparts.remove(0)));
        }
        before = gone;
        after = there.values().stream().flatMap(List::stream).sorted(IN_TEXT).toList();
    }

    private static Map<Object, List<Finding>> groups(List<Finding> all, Function<Finding, Object> key) {
        Map<Object, List<Finding>> groups = new HashMap<>();
        all.forEach(it -> groups.computeIfAbsent(key.apply(it), group -> new ArrayList<>())
                .add(it));
        return groups;
    }

    /** The same bytes, or the same key or certificate, under one other path: of several nobody could say which is which. */
    private void renamed() {
        Map<Object, List<Finding>> here = new HashMap<>();
        Map<Object, List<Finding>> there = new HashMap<>();
        before.forEach(it -> content(it)
                .ifPresent(key ->
                        here.computeIfAbsent(key, group -> new ArrayList<>()).add(it)));
        after.forEach(it -> content(it)
                .ifPresent(key ->
                        there.computeIfAbsent(key, group -> new ArrayList<>()).add(it)));
        Map<Finding, Finding> found = new HashMap<>();
        here.forEach((key, one) -> {
            List<Finding> other = there.getOrDefault(key, List.of());
            if (one.size() == 1 && other.size() == 1) {
                found.put(one.get(0), other.get(0));
            }
        });
        before.stream().filter(found::containsKey).forEach(it -> pairs.add(new Pair(it, found.get(it))));
        before = before.stream().filter(it -> !found.containsKey(it)).toList();
        Set<Finding> taken = new HashSet<>(found.values());
        after = after.stream().filter(it -> !taken.contains(it)).toList();
    }

    private static Optional<Object> content(Finding it) {
        String digest = it.evidence().inputDigest();
        boolean itself = it.asset() instanceof CryptoAsset.Key || it.asset() instanceof CryptoAsset.Certificate;
        if (digest.isEmpty() && !itself) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                itself ? "" : digest,
                it.asset().id(),
                it.occurrence().member(),
                it.occurrence().symbol(),
                it.function(),
                it.occurrence().ordinal()));
    }
}
