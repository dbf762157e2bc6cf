package dev.shirube.planner;

import java.util.Arrays;
import java.util.Optional;

/** How an organisation has taken a policy pack into its own rules. */
public enum Adoption {
    /** Shown with its dates; guidance and drafts warn at most. */
    INFORMATION("information"),
    /** The organisation is among those its policies speak to: what compels and is final can fail; guidance warns. */
    IN_SCOPE("in_scope"),
    /** The organisation is not among them: its rules do not apply. */
    OUT_OF_SCOPE("out_of_scope"),
    /** Adopted as an internal rule: guidance and drafts can fail; unverified rules still cannot. */
    INTERNAL_RULE("internal_rule");

    private final String id;

    Adoption(String id) {
        this.id = id;
    }

    /** The adoption of that id. */
    public static Optional<Adoption> byId(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }

    /** The value of {@code adopted_as} in the configuration. */
    public String id() {
        return id;
    }
}
