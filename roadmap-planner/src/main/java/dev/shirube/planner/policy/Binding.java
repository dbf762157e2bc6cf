package dev.shirube.planner.policy;

import dev.shirube.domain.Text;

/** The force that a policy has of its own, before an organisation adopts it. */
public enum Binding {
    LAW("law", true, new Text("法令", "law")),
    EXECUTIVE_ORDER("executive_order", true, new Text("大統領令等", "executive order")),
    MEMO("memo", true, new Text("通達", "memorandum")),
    AGENCY_REQUIREMENT("agency_requirement", true, new Text("政府機関等の基準", "agency requirement")),
    CERTIFICATION_REQUIREMENT("certification_requirement", true, new Text("認証要件", "certification requirement")),
    CONTRACT("contract", true, new Text("契約", "contract")),
    GUIDELINE("guideline", false, new Text("ガイドライン", "guideline")),
    STRATEGY("strategy", false, new Text("戦略", "strategy")),
    ADVISORY("advisory", false, new Text("助言", "advisory")),
    INDUSTRY_STANDARD("industry_standard", false, new Text("業界基準", "industry standard"));

    private final String id;
    private final boolean compelling;
    private final Text label;

    Binding(String id, boolean compelling, Text label) {
        this.id = id;
        this.compelling = compelling;
        this.label = label;
    }

    /** The id that packs carry. */
    public String id() {
        return id;
    }

    /** Whether it compels those in its scope without having been adopted. */
    public boolean compelling() {
        return compelling;
    }

    /** What reports print. */
    public Text label() {
        return label;
    }
}
