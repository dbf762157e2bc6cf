package dev.shirube.engine;

import dev.shirube.engine.prefilter.AnchorSearch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/** The detectors of a scan, and the searches over the anchors of those that have any. */
final class DetectorList {
    /**
     * Most sets of detectors that get a search of their own. There are as many sets as kinds of files: one for
     * classes, one for the sources of each language, one for settings. Whatever more there are ask the one for all.
     */
    private static final int MOST_SEARCHES = 32;

    private final List<Detector> detectors;
    private final Map<BitSet, AnchorSearch> searches = new ConcurrentHashMap<>();
    private final BitSet anchored = new BitSet();
    private final Set<String> languages = new TreeSet<>();
    private final boolean history;

    DetectorList(List<Detector> detectors) {
        this(detectors, false);
    }

    private DetectorList(List<Detector> detectors, boolean history) {
        this.history = history;
        this.detectors = List.copyOf(detectors);
        for (int i = 0; i < detectors.size(); i++) {
            anchored.set(i, !detectors.get(i).anchors().texts().isEmpty());
            languages.addAll(detectors.get(i).languages());
        }
    }

    /** Those of them that look at history. */
    DetectorList ofHistory() {
        return new DetectorList(
                detectors.stream().filter(Detector::looksAtHistory).toList(), true);
    }

    /** The indexes that are to be filled while a unit is read, each with the first detector that wants it. */
    Map<GatheredIndex<?>, Detector> gathers() {
        Map<GatheredIndex<?>, Detector> gathers = new LinkedHashMap<>();
        detectors.forEach(detector -> detector.gathers().forEach(index -> gathers.putIfAbsent(index, detector)));
        return gathers;
    }

    /** Those of them of which the values of a whole family of archives are looked at together. */
    Map<FamilyIndex<?>, Detector> families() {
        Map<FamilyIndex<?>, Detector> families = new LinkedHashMap<>();
        gathers().forEach((index, detector) -> {
            if (index instanceof FamilyIndex<?> family) {
                families.put(family, detector);
            }
        });
        return families;
    }

    int size() {
        return detectors.size();
    }

    Detector get(int index) {
        return detectors.get(index);
    }

    /** Whether some detector understands source text in the language of that id, or none is meant to. */
    boolean understands(String language) {
        return history || languages.contains(language);
    }

    /** Those of the given detectors that have no anchors, or one of whose anchors occurs in the bytes. */
    BitSet interested(BitSet accepting, byte[] bytes) {
        BitSet interested = (BitSet) accepting.clone();
        interested.andNot(anchored);
        BitSet asked = (BitSet) accepting.clone();
        asked.and(anchored);
        // Anchors of detectors that do not want the input anyway would only be found in vain, and often.
        boolean own = searches.size() < MOST_SEARCHES || searches.containsKey(asked);
        parts(own ? asked : anchored)
                .forEach(part -> search(part, bytes, found -> {
                    if (asked.get(found)) {
                        interested.set(found);
                    }
                }));
        return interested;
    }

    /** The set in parts that one search can tell apart. */
    private static List<BitSet> parts(BitSet set) {
        List<BitSet> parts = new ArrayList<>(1);
        BitSet part = new BitSet();
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            part.set(i);
            if (part.cardinality() == AnchorSearch.MAX_GROUPS) {
                parts.add(part);
                part = new BitSet();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private void search(BitSet part, byte[] bytes, IntConsumer found) {
        long groups = searches.computeIfAbsent(part, this::searchOf).search(bytes, bytes.length, -1L);
        int group = 0;
        for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
            if ((groups >>> group & 1) != 0) {
                found.accept(i);
            }
            group++;
        }
    }

    private AnchorSearch searchOf(BitSet of) {
        return AnchorSearch.of(
                of.stream().mapToObj(it -> detectors.get(it).anchors().texts()).toList());
    }
}
