package dev.shirube.planner;

/** How an organisation has taken a policy pack into its own rules. */
public enum Adoption {
    /** Shown with its dates; guidance and drafts warn at most. */
    INFORMATION("information"),
    /** Adopted as an internal rule: guidance and drafts can fail; unverified rules still cannot. */
    INTERNAL_RULE("internal_rule");

    private final String id;

    Adoption(String id) {
        this.id = id;
    }

    /** The value of {@code adopted_as} in the configuration. */
    public String id() {
        return id;
    }
}
