package dev.shirube.store;

import dev.shirube.domain.diff.Looked;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By which versions of the program, catalogue and registry each system was judged, around and within what is compared. */
final class Judges {

    private final Map<String, Set<List<String>>> versions = new HashMap<>();
    private final Set<String> hadBefore = new HashSet<>();

    Judges(List<Snapshot> snapshots, Windows windows) {
        Map<List<String>, Snapshot> last = new HashMap<>();
        for (Snapshot snapshot : snapshots) {
            for (String target : snapshot.targets()) {
                windows.of(snapshot.system(), target).ifPresent(window -> {
                    if (snapshot.number() <= window.from()) {
                        last.put(List.of(snapshot.system(), target), snapshot);
                    } else if (snapshot.number() <= window.to()) {
                        add(snapshot);
                    }
                });
            }
        }
        last.values().forEach(it -> {
            add(it);
            hadBefore.add(it.system());
        });
    }

    private void add(Snapshot snapshot) {
        SnapshotOrigin by = snapshot.origin();
        versions.computeIfAbsent(snapshot.system(), it -> new HashSet<>())
                .add(List.of(by.toolVersion(), by.catalogueDigest(), by.registryDigest()));
    }

    /** By what that system was judged; one that only a mapping knows, by what all of them were. */
    Looked.Tools tools(String system) {
        if (!versions.containsKey(system)) {
            return hadBefore.isEmpty() ? Looked.Tools.UNKNOWN : tools(new HashSet<>(flattened()));
        }
        if (!hadBefore.contains(system)) {
            return Looked.Tools.UNKNOWN;
        }
        return tools(versions.get(system));
    }

    private List<List<String>> flattened() {
        return versions.values().stream().flatMap(Set::stream).toList();
    }

    private static Looked.Tools tools(Set<List<String>> judges) {
        return judges.size() == 1 ? Looked.Tools.SAME : Looked.Tools.OTHER;
    }
}
