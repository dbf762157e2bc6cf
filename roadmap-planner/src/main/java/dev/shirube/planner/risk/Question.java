package dev.shirube.planner.risk;

import dev.shirube.domain.Text;

/** A declaration of the system's owner that would narrow a score. */
public enum Question {
    IMPACT(new Text("影響度（1〜4）を登録してください。", "Declare the impact (1 to 4) of the system.")),
    EXPOSURE(new Text(
            "接続区分（インターネット・取引先等・内部・閉域）を登録してください。",
            "Declare the exposure (internet, partner, internal or isolated) of the system.")),
    PROTECTION_PERIOD(
            new Text("情報の保護期間（月数）を登録してください。", "Declare for how many months the data must stay confidential.")),
    TRUST_HORIZON(new Text(
            "署名の信頼期間の末日と、検証側を更新できるかを登録してください。",
            "Declare until when the signatures are relied on, and whether their verifiers can be updated."));

    private final Text label;

    Question(Text label) {
        this.label = label;
    }

    /** The question as a request to the owner. */
    public Text label() {
        return label;
    }
}
