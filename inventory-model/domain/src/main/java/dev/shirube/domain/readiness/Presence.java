package dev.shirube.domain.readiness;

/** Whether a version has something; what nobody looked at is neither there nor absent. */
public enum Presence {
    YES,
    NO,
    UNKNOWN
}
