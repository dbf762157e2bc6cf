package dev.shirube.planner.policy;

import dev.shirube.domain.Text;

/** Whether a post-quantum algorithm stands alone or beside a classical one. */
public enum Construction {
    /** Both must be broken before anything falls. */
    HYBRID("hybrid", new Text("併用（ハイブリッド）", "hybrid")),
    /** The post-quantum algorithm alone. */
    STANDALONE("standalone", new Text("単独", "stand-alone"));

    private final String id;
    private final Text label;

    Construction(String id, Text label) {
        this.id = id;
        this.label = label;
    }

    /** The id that packs carry. */
    public String id() {
        return id;
    }

    /** What reports print. */
    public Text label() {
        return label;
    }
}
