package dev.shirube.engine;

import dev.shirube.engine.prefilter.AnchorAutomaton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The detectors of a scan, and the automata over the anchors of those that have any. */
final class DetectorList {
    private final List<Detector> detectors;
    private final List<AnchorAutomaton> automata = new ArrayList<>();
    private final BitSet anchored = new BitSet();
    private final Set<String> languages = new TreeSet<>();

    DetectorList(List<Detector> detectors) {
        this.detectors = List.copyOf(detectors);
        for (int from = 0; from < detectors.size(); from += AnchorAutomaton.MAX_GROUPS) {
            int to = Math.min(detectors.size(), from + AnchorAutomaton.MAX_GROUPS);
            automata.add(AnchorAutomaton.of(detectors.subList(from, to).stream()
                    .map(it -> it.anchors().texts())
                    .toList()));
        }
        for (int i = 0; i < detectors.size(); i++) {
            anchored.set(i, !detectors.get(i).anchors().texts().isEmpty());
            languages.addAll(detectors.get(i).languages());
        }
    }

    /** The indexes that are to be filled while a unit is read, each with the first detector that wants it. */
    Map<GatheredIndex<?>, Detector> gathers() {
        Map<GatheredIndex<?>, Detector> gathers = new LinkedHashMap<>();
        detectors.forEach(detector -> detector.gathers().forEach(index -> gathers.putIfAbsent(index, detector)));
        return gathers;
    }

    int size() {
        return detectors.size();
    }

    Detector get(int index) {
        return detectors.get(index);
    }

    /** Whether some detector understands source text in the language of that id. */
    boolean understands(String language) {
        return languages.contains(language);
    }

    /** Those of the given detectors that have no anchors, or one of whose anchors occurs in the bytes. */
    BitSet interested(BitSet accepting, byte[] bytes) {
        BitSet interested = (BitSet) accepting.clone();
        interested.andNot(anchored);
        BitSet asked = (BitSet) accepting.clone();
        asked.and(anchored);
        for (int part = 0; part < automata.size(); part++) {
            int from = part * AnchorAutomaton.MAX_GROUPS;
            long[] wanted = asked.get(from, from + AnchorAutomaton.MAX_GROUPS).toLongArray();
            if (wanted.length > 0) {
                long found = automata.get(part).search(bytes, bytes.length, wanted[0]);
                BitSet.valueOf(new long[] {found}).stream().forEach(it -> interested.set(from + it));
            }
        }
        return interested;
    }
}
