package dev.shirube.bytecode;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values that were asked for last, as many as weigh no more together than a bound. */
final class RecentlyUsed<K, V> {

    private final long most;
    private final Map<K, Weighed<V>> values = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    private record Weighed<V>(V value, long weight) {}

    RecentlyUsed(long most) {
        this.most = most;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key)).map(Weighed::value);
    }

    /** Keeps a value that was not kept before, and lets go of those that were not asked for the longest. */
    V keep(K key, V value, long itsWeight) {
        values.put(key, new Weighed<>(value, itsWeight));
        weight += itsWeight;
        Iterator<Weighed<V>> eldest = values.values().iterator();
        while (weight > most && values.size() > 1) {
            weight -= eldest.next().weight();
            eldest.remove();
        }
        return value;
    }
}
