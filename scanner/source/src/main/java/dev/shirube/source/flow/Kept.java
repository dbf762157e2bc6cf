package dev.shirube.source.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What was made of the files of a unit, as long as there is room: what was asked for last stays longest. Shared between
 * threads.
 */
final class Kept<V> {

    private final Map<String, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final ToIntFunction<V> size;
    private final long most;
    private long all;

    /**
     * Room for that much.
     *
     * @param size of one of them, in the unit of {@code most}; always the same for the same
     */
    Kept(long most, ToIntFunction<V> size) {
        this.most = most;
        this.size = size;
    }

    synchronized Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    synchronized void put(String key, V value) {
        V before = values.put(key, value);
        all += size.applyAsInt(value) - (before == null ? 0 : size.applyAsInt(before));
        var oldest = values.entrySet().iterator();
        while (all > most && oldest.hasNext()) {
            all -= size.applyAsInt(oldest.next().getValue());
            oldest.remove();
        }
    }
}
