package dev.shirube.planner.migration;

import dev.shirube.domain.Text;

/** How far the standard behind a replacement is. */
public enum StandardStatus {
    FINAL("final", new Text("発行済", "final")),
    RFC_EDITOR_QUEUE("rfc_editor_queue", new Text("発行待ち（RFC Editor）", "in the RFC Editor's queue")),
    DRAFT("draft", new Text("案", "draft")),
    INDIVIDUAL_DRAFT("individual_draft", new Text("個人提案", "individual draft")),
    NONE("none", new Text("標準なし", "no standard yet"));

    private final String id;
    private final Text label;

    StandardStatus(String id, Text label) {
        this.id = id;
        this.label = label;
    }

    /** The id that the map carries. */
    public String id() {
        return id;
    }

    /** What reports print. */
    public Text label() {
        return label;
    }
}
