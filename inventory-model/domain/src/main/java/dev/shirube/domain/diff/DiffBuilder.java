package dev.shirube.domain.diff;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts a comparison together, one system after another, so that no more than one system's changes are paired at a time. */
public final class DiffBuilder {

    private final Looked looked;
    private final ProgressCounter progress;
    private final List<Change.OfSystem> systems = new ArrayList<>();
    private final List<Change.OfAsset> assets = new ArrayList<>();
    private final List<Change.OfOccurrence> occurrences = new ArrayList<>();
    private final SortedMap<String, Map<ChangeKind, Long>> numbers = new TreeMap<>();

    /** Starts a comparison of what was so looked at. */
    public DiffBuilder(Looked looked, AlgorithmRegistry registry) {
        this.looked = looked;
        this.progress = new ProgressCounter(registry);
    }

    /** Takes a system; each once. */
    public void add(SystemRows rows) {
        String system = rows.system();
        AssetCounter counted = new AssetCounter(system);
        rows.standing().forEach((it, count) -> {
            progress.standing(system, it, count);
            counted.standing(it, count);
            if (!it.looked()) {
                number(system, ChangeKind.NOT_LOOKED_AT, count);
            }
        });
        Pairing pairing = new Pairing(rows.before(), rows.after());
        for (Pairing.Pair pair : pairing.pairs()) {
            pair(system, pair, counted);
        }
        for (Finding it : pairing.gone()) {
            counted.gone(it);
            progress.gone(system, it);
            change(ChangeKind.GONE, system, Optional.of(it), Optional.empty(), List.of());
        }
        for (Finding it : pairing.added()) {
            counted.added(it);
            progress.added(system, it, looked.before(new AssignedFinding(system, it)));
            change(ChangeKind.NEW, system, Optional.empty(), Optional.of(it), List.of());
        }
        for (Finding it : rows.unseen()) {
            occurrences.add(new Change.OfOccurrence(
                    ChangeKind.NOT_LOOKED_AT, system, Optional.of(it), Optional.of(it), List.of()));
        }
        assets.addAll(counted.changes());
    }

    private void pair(String system, Pairing.Pair pair, AssetCounter counted) {
        List<Difference> differences = Differences.of(pair.before(), pair.after());
        Optional<ChangeKind> kind = kind(system, pair, differences);
        counted.pair(pair, kind);
        progress.changed(
                system,
                pair.before(),
                pair.after(),
                kind.filter(ChangeKind.REJUDGED::equals).isPresent());
        kind.ifPresent(it -> change(it, system, Optional.of(pair.before()), Optional.of(pair.after()), differences));
    }

    /** Nothing where the two say the same of the same place. */
    private Optional<ChangeKind> kind(String system, Pairing.Pair pair, List<Difference> differences) {
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        boolean place = differences.stream()
                .allMatch(it ->
                        it.field().equals(Differences.LOCATION) || it.field().equals(Differences.LINE));
        boolean renamed = differences.get(0).field().equals(Differences.LOCATION);
        if (place && (renamed || !sameBytes(pair))) {
            return Optional.of(ChangeKind.MOVED);
        }
        return Optional.of(judgedAgain(system, pair) ? ChangeKind.REJUDGED : ChangeKind.CHANGED);
    }

    private static boolean sameBytes(Pairing.Pair pair) {
        String digest = pair.before().evidence().inputDigest();
        return !digest.isEmpty() && digest.equals(pair.after().evidence().inputDigest());
    }

    /**
     * Whether the bytes are the same and the judge is another. Under the same judge, other bytes must have changed that the
     * value comes from: a constant in another file, a setting.
     */
    private boolean judgedAgain(String system, Pairing.Pair pair) {
        if (!sameBytes(pair)) {
            return false;
        }
        return switch (looked.tools(system)) {
            case SAME -> false;
            case OTHER -> true;
            case UNKNOWN ->
                !pair.before()
                                .evidence()
                                .detectorVersion()
                                .equals(pair.after().evidence().detectorVersion())
                        || pair.before().evidence().hops() == 0
                                && pair.after().evidence().hops() == 0;
        };
    }

    private void change(
            ChangeKind kind,
            String system,
            Optional<Finding> before,
            Optional<Finding> after,
            List<Difference> differences) {
        occurrences.add(new Change.OfOccurrence(kind, system, before, after, differences));
        number(system, kind, 1);
    }

    private void number(String system, ChangeKind kind, long count) {
        numbers.computeIfAbsent(system, it -> InventoryDiff.noNumbers()).merge(kind, count, Long::sum);
    }

    /**
     * Takes what both states know of systems.
     *
     * @param before the first state's register by id
     * @param knownBefore ids of the systems that it knows, registered or only scanned
     * @param after the second state's register by id
     * @param knownAfter ids of the systems that it knows
     */
    public void systems(
            Map<String, InformationSystem> before,
            Set<String> knownBefore,
            Map<String, InformationSystem> after,
            Set<String> knownAfter) {
        Set<String> ids = new TreeSet<>(knownBefore);
        ids.addAll(knownAfter);
        for (String id : ids) {
            numbers.computeIfAbsent(id, it -> InventoryDiff.noNumbers());
            if (!knownBefore.contains(id)) {
                systems.add(new Change.OfSystem(ChangeKind.NEW, id, List.of()));
            } else if (!knownAfter.contains(id)) {
                systems.add(new Change.OfSystem(
                        looked.system(id) ? ChangeKind.GONE : ChangeKind.NOT_LOOKED_AT, id, List.of()));
            } else {
                both(id, system(id, before), system(id, after));
            }
        }
    }

    private void both(String id, InformationSystem before, InformationSystem after) {
        List<Difference> differences = Differences.of(before, after);
        if (!differences.isEmpty()) {
            systems.add(new Change.OfSystem(ChangeKind.DECLARED, id, differences));
            number(id, ChangeKind.DECLARED, differences.size());
        }
        if (!looked.system(id)) {
            systems.add(new Change.OfSystem(ChangeKind.NOT_LOOKED_AT, id, List.of()));
        }
    }

    private static InformationSystem system(String id, Map<String, InformationSystem> register) {
        InformationSystem system = register.get(id);
        return system == null ? InformationSystem.undeclared(id) : system;
    }

    /** The comparison of all that was added. */
    public InventoryDiff build() {
        return new InventoryDiff(
                systems.stream().sorted().toList(),
                assets.stream().sorted().toList(),
                occurrences.stream().sorted().toList(),
                numbers,
                progress.progress());
    }
}
