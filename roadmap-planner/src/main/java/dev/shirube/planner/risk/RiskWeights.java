package dev.shirube.planner.risk;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.Exposure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The weights of the score, read from {@code weights.yaml}; they are ours and come from no source. */
final class RiskWeights {

    /** Up to and including that many months; the last band has no end. */
    private record Band(long to, int percent) {}

    private final List<Band> exposureBands;
    private final List<Band> slackBands;
    private final Map<Integer, Map<Exposure, Integer>> consequence;

    private RiskWeights(DataNode table) {
        exposureBands = bands(table.get("exposure_bands"));
        slackBands = bands(table.get("slack_bands"));
        consequence = new TreeMap<>();
        table.get("consequence").entries().forEach((impact, row) -> {
            Map<Exposure, Integer> percents = new EnumMap<>(Exposure.class);
            for (Exposure exposure : Exposure.values()) {
                percents.put(exposure, Math.toIntExact(row.get(exposure.id()).whole()));
            }
            consequence.put(Integer.valueOf(impact), percents);
        });
    }

    static RiskWeights standard() {
        return Holder.WEIGHTS;
    }

    /** Percent for that many months of exposure beyond the quantum computer's date. */
    int exposure(long months) {
        return percent(exposureBands, months);
    }

    /** Percent for that many months of slack before the deadline; negative months are late. */
    int slack(long months) {
        return percent(slackBands, months);
    }

    /** Q: percent for that impact and exposure. */
    int consequence(int impact, Exposure exposure) {
        return consequence.get(impact).get(exposure);
    }

    private static List<Band> bands(DataNode table) {
        List<Band> bands = new ArrayList<>();
        for (DataNode row : table.items()) {
            long to = row.get("to").present() ? row.get("to").whole() : Long.MAX_VALUE;
            bands.add(new Band(to, Math.toIntExact(row.get("percent").whole())));
        }
        return List.copyOf(bands);
    }

    private static int percent(List<Band> bands, long months) {
        for (Band band : bands) {
            if (months <= band.to) {
                return band.percent;
            }
        }
        throw new IllegalStateException("The last band of weights.yaml must have no end");
    }

    private static final class Holder {
        static final RiskWeights WEIGHTS = new RiskWeights(DataTable.load(RiskWeights.class, "weights.table"));
    }
}
