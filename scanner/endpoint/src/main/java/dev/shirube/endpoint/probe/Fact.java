package dev.shirube.endpoint.probe;

/**
 * One thing about an endpoint, with the reason for saying so.
 *
 * @param reason for {@link State#UNKNOWN} why it could not be decided; otherwise what decided it
 */
public record Fact(State state, String reason) {
    /** Not tested, not answered and absent are different things. */
    public enum State {
        SUPPORTED("supported"),
        NOT_SUPPORTED("not-supported"),
        UNKNOWN("unknown");

        private final String id;

        State(String id) {
            this.id = id;
        }

        /** The id that evidence carries. */
        public String id() {
            return id;
        }
    }

    static Fact supported(String reason) {
        return new Fact(State.SUPPORTED, reason);
    }

    static Fact notSupported(String reason) {
        return new Fact(State.NOT_SUPPORTED, reason);
    }

    static Fact unknown(String reason) {
        return new Fact(State.UNKNOWN, reason);
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

    /** Both together: what was seen counts more than what was ruled out, and that more than what is unknown. */
    Fact or(Fact other) {
        return other.state.ordinal() < state.ordinal() ? other : this;
    }
}
