package dev.shirube.domain.resources;

/** One thing that the office declared it can give, or that limits what it can give. */
public sealed interface Resource permits TeamCapacity, BudgetAllotment, Freeze, LeadTime, EffortRate, VendorRelease {
    /** Which kind it is. */
    ResourceKind kind();

    /** What no two of a kind share: a newer declaration with the same key takes the place of the older one. */
    String key();
}
