package dev.shirube.planner.policy;

import dev.shirube.domain.Text;

/** How a fact of ours was seen. */
public enum EvidenceGrade {
    /** Primary text, or official register metadata. */
    P(new Text("一次資料", "primary text")),
    /** Verbatim quotation with section in a dated verification log of others. */
    Q(new Text("一次資料の引用", "quotation of the primary text")),
    /** Number and subject seen in three or more independent implementations or standards texts. */
    M(new Text("複数の独立した実装", "several independent implementations")),
    /** Secondary paraphrase. */
    S(new Text("二次資料", "secondary source")),
    /** Machine-extracted data that is known to hold errors. */
    H(new Text("機械抽出", "machine-extracted")),
    /** General knowledge, not looked up. */
    K(new Text("一般的知識", "general knowledge"));

    private final Text label;

    EvidenceGrade(Text label) {
        this.label = label;
    }

    /** What reports print. */
    public Text label() {
        return label;
    }
}
