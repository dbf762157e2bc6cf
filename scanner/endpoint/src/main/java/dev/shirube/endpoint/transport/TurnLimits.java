package dev.shirube.endpoint.transport;

import dev.shirube.engine.ScanTarget.Pace;

/**
 * How many connections are made at once and in what rhythm.
 *
 * @param perAddress a second, to one address
 * @param spacingNanos from the end of a connection to the next one to the same port of the same address
 * @param inFlight at once
 * @param perNetwork at once to one /24 of IPv4 or one /64 of IPv6
 * @param open targets begun and not yet handed over
 */
record TurnLimits(int perAddress, long spacingNanos, int inFlight, int perNetwork, int open) {
    private static final int IN_FLIGHT = 256;
    private static final int PER_NETWORK = 64;
    /** Besides those in flight: those that pause, and those that wait to be handed over. */
    private static final int AT_REST = 128;

    /** One share of all that is allowed; together the shares allow no more. */
    static TurnLimits of(Pace pace, Budgets budgets, int shares) {
        return new TurnLimits(
                pace.perHostPerSecond(),
                budgets.spacingMillis() * 1_000_000L,
                IN_FLIGHT / shares,
                PER_NETWORK / shares,
                (IN_FLIGHT + AT_REST) / shares);
    }
}
