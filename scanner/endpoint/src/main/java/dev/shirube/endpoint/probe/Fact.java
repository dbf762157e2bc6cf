package dev.shirube.endpoint.probe;

import dev.shirube.domain.ObservedFact.State;

/**
 * One thing about an endpoint, with the reason for saying so.
 *
 * @param reason for {@link State#UNKNOWN} why it could not be decided; otherwise what decided it
 * @param probe id of the probe that decided it; empty where several did, or none could
 */
public record Fact(State state, String reason, String probe) {

    static Fact supported(String reason, String probe) {
        return new Fact(State.SUPPORTED, reason, probe);
    }

    static Fact notSupported(String reason, String probe) {
        return new Fact(State.NOT_SUPPORTED, reason, probe);
    }

    static Fact unknown(String reason) {
        return new Fact(State.UNKNOWN, reason, "");
    }

    /** Whether it was seen. */
    public boolean isSupported() {
        return state == State.SUPPORTED;
    }

    /** Whether it was explicitly ruled out. */
    public boolean isNotSupported() {
        return state == State.NOT_SUPPORTED;
    }

    /** Whether it could not be decided. */
    public boolean isUnknown() {
        return state == State.UNKNOWN;
    }

    /** The same decision for another reason. */
    Fact because(String other) {
        return new Fact(state, other, probe);
    }

    /** Both together: what was seen counts more than what was ruled out, and that more than what is unknown. */
    Fact or(Fact other) {
        return other.state.ordinal() < state.ordinal() ? other : this;
    }
}
