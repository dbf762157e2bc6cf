package dev.shirube.planner.policy;

import dev.shirube.domain.Text;

/** What a rule says holds before, on or after its date; deprecated and disallowed are two states and stay two. */
public enum RuleState {
    PLAN_DUE("plan_due", Effect.NONE, new Text("計画策定期限", "plan due")),
    REPORT_DUE("report_due", Effect.NONE, new Text("報告", "report due")),
    REQUIRED("required", Effect.NONE, new Text("必須", "required")),
    RECOMMENDED("recommended", Effect.NONE, new Text("推奨", "recommended")),
    TRANSITION("transition", Effect.ENDS_USE, new Text("移行", "transition")),
    COMPLETE("complete", Effect.ENDS_USE, new Text("移行完了", "migration complete")),
    /** Usable, but only with an accepted risk. */
    DEPRECATED("deprecated", Effect.DISCOURAGES_USE, new Text("非推奨", "deprecated")),
    /** Not usable. */
    DISALLOWED("disallowed", Effect.ENDS_USE, new Text("利用不可", "disallowed")),
    NOT_STANDALONE("not_standalone", Effect.ENDS_USE, new Text("単独利用不可", "not stand-alone")),
    NOT_APPROVED("not_approved", Effect.ENDS_USE, new Text("不承認", "not approved")),
    APPROVED("approved", Effect.ALLOWS_USE, new Text("許容", "approved"));

    /** What the state does to an asset that the rule matches. */
    public enum Effect {
        /** The use must have ended by the rule's date. */
        ENDS_USE,
        /** The use is discouraged after the rule's date; it never fails. */
        DISCOURAGES_USE,
        /** The use is allowed. */
        ALLOWS_USE,
        /** The rule is about people and plans, not about an asset. */
        NONE
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

    /** What it does to an asset in use. */
    public Effect effect() {
        return effect;
    }

    /** What reports print. */
    public Text label() {
        return label;
    }
}
