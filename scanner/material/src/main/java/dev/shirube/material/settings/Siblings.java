package dev.shirube.material.settings;

import dev.shirube.material.settings.syntax.Block;
import dev.shirube.material.settings.syntax.Entry;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings that stand beside each other in one block, by name; made when first asked for. */
final class Siblings {

    private final List<Entry> entries;
    private Map<Block, Map<String, Entry>> blocks = Map.of();

    Siblings(List<Entry> entries) {
        this.entries = entries;
    }

    /** The value of the setting of that name beside the entry; with what stands before the entry's last dot. */
    Optional<String> beside(Entry entry, String name) {
        if (blocks.isEmpty()) {
            blocks = new IdentityHashMap<>();
            for (Entry each : entries) {
                blocks.computeIfAbsent(each.block(), it -> new HashMap<>())
                        .putIfAbsent(each.name().toLowerCase(Locale.ROOT), each);
            }
        }
        String before = entry.name().substring(0, entry.name().lastIndexOf('.') + 1);
        Map<String, Entry> block = blocks.getOrDefault(entry.block(), Map.of());
        return Optional.ofNullable(block.get((before + name).toLowerCase(Locale.ROOT)))
                .filter(it -> !it.words().isEmpty())
                .map(it -> it.words().get(0));
    }
}
