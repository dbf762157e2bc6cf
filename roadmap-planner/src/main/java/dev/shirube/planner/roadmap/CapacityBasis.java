package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;

/** What the quarters of a roadmap rest on. */
public enum CapacityBasis {
    /** Teams with declared capacity: no quarter holds more work than was declared. */
    TEAMS(new Text("登録された体制（人日）の範囲内で配置", "placed within the declared capacity of the teams")),
    /** No team is declared: the order is that of urgency and predecessors, the quarters are the earliest possible. */
    UNCONSTRAINED(
            new Text(
                    "体制が未登録のため、人員の制約なしの順序のみを示す（四半期は最早の目安であり計画ではない）",
                    "no teams are declared: this is an order without capacity; quarters are the earliest possible, not a plan"));

    private final Text label;

    CapacityBasis(Text label) {
        this.label = label;
    }

    /** What every report prints. */
    public Text label() {
        return label;
    }
}
