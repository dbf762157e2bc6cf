package dev.shirube.planner.policy;

import dev.shirube.domain.Text;

/** What a rule says holds before, on or after its date; deprecated and disallowed are two states and stay two. */
public enum RuleState {
    INVENTORY_DUE("inventory_due", Effect.NONE, new Text("棚卸し期限", "inventory due")),
    PLAN_DUE("plan_due", Effect.NONE, new Text("計画策定期限", "plan due")),
    REPORT_DUE("report_due", Effect.NONE, new Text("報告", "report due")),
    START("start", Effect.NONE, new Text("着手", "start")),
    ACQUISITION_GATE("acquisition_gate", Effect.NONE, new Text("調達条件", "acquisition gate")),
    /** Of an asset: what the rule matches is not what is required, and must have gone. */
    REQUIRED("required", Effect.ENDS_USE, new Text("必須", "required")),
    RECOMMENDED("recommended", Effect.ALLOWS_USE, new Text("推奨", "recommended")),
    NOT_RECOMMENDED("not_recommended", Effect.DISCOURAGES_USE, new Text("非推奨（推奨されない）", "not recommended")),
    SUPPORT_PREFER("support_prefer", Effect.DISCOURAGES_USE, new Text("対応・優先", "support and prefer")),
    EXCLUSIVE_USE("exclusive_use", Effect.ENDS_USE, new Text("専用", "exclusive use")),
    TRANSITION("transition", Effect.ENDS_USE, new Text("移行", "transition")),
    COMPLETE("complete", Effect.ENDS_USE, new Text("移行完了", "migration complete")),
    /** Usable, but only with an accepted risk. */
    DEPRECATED("deprecated", Effect.DISCOURAGES_USE, new Text("非推奨", "deprecated")),
    /** Not usable. */
    DISALLOWED("disallowed", Effect.ENDS_USE, new Text("利用不可", "disallowed")),
    NOT_STANDALONE("not_standalone", Effect.ENDS_USE, new Text("単独利用不可", "not stand-alone")),
    NOT_APPROVED("not_approved", Effect.ENDS_USE, new Text("不承認", "not approved")),
    APPROVED("approved", Effect.ALLOWS_USE, new Text("許容", "approved")),
    /** The source has such a rule, and its words were not seen. */
    NOT_SEEN("not_seen", Effect.NOT_KNOWN, new Text("未確認", "not seen"));

    /** What the state does to an asset that the rule matches. */
    public enum Effect {
        /** The use must have ended by the rule's date. */
        ENDS_USE,
        /** The use is discouraged after the rule's date; it never fails. */
        DISCOURAGES_USE,
        /** The use is allowed. */
        ALLOWS_USE,
        /** The rule is about people and plans, not about an asset. */
        NONE,
        /** What it does is not known. */
        NOT_KNOWN
    }

    private final String id;
    private final Effect effect;
    private final Text label;

    RuleState(String id, Effect effect, Text label) {
        this.id = id;
        this.effect = effect;
        this.label = label;
    }

    /** The id that packs carry. */
    public String id() {
        return id;
    }

    /** Whether, without a date, it describes what holds already; a migration without a date is one yet to be dated. */
    public boolean holdsWithoutDate() {
        return this == NOT_APPROVED
                || this == DISALLOWED
                || this == DEPRECATED
                || this == NOT_RECOMMENDED
                || this == NOT_STANDALONE;
    }

    /** What it does to an asset in use. */
    public Effect effect() {
        return effect;
    }

    /** What reports print. */
    public Text label() {
        return label;
    }
}
