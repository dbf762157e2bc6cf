package dev.shirube.planner.risk;

import dev.shirube.domain.Text;

/** The five bands of a score. */
public enum RiskBand {
    /** 80 to 100. */
    TOP(80, new Text("最優先", "top")),
    /** 60 to 79. */
    HIGH(60, new Text("高", "high")),
    /** 30 to 59. */
    MEDIUM(30, new Text("中", "medium")),
    /** 1 to 29. */
    LOW(1, new Text("低", "low")),
    /** 0. */
    WATCH(0, new Text("経過観察", "watch"));

    private final int from;
    private final Text label;

    RiskBand(int from, Text label) {
        this.from = from;
        this.label = label;
    }

    /** The least score of the band. */
    public int from() {
        return from;
    }

    /** What reports print. */
    public Text label() {
        return label;
    }

    /** The band of a score from 0 to 100. */
    public static RiskBand of(int score) {
        for (RiskBand band : values()) {
            if (score >= band.from) {
                return band;
            }
        }
        throw new IllegalArgumentException("A score is 0 to 100, not " + score);
    }
}
