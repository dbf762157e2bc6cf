package dev.shirube.endpoint.transport;

/**
 * What one target may cost, in time and bytes; every deadline is absolute, so that a trickle of bytes does not move it.
 *
 * @param connectMillis until a connection stands
 * @param firstByteMillis from then to the first byte that is received
 * @param connectionMillis for one connection altogether
 * @param targetMillis for all connections to one target together, without the pauses between them
 * @param spacingMillis from the end of a connection to the next one to the same port of the same address
 * @param connectionBytes taken from one connection
 */
public record Budgets(
        int connectMillis,
        int firstByteMillis,
        int connectionMillis,
        int targetMillis,
        int spacingMillis,
        int connectionBytes) {

    /** For servers of others: patient enough for a slow link, and never more than one knock each 50 ms. */
    public static final Budgets STANDARD = new Budgets(3_000, 5_000, 8_000, 60_000, 50, 256 << 10);

    /** The same for servers on this machine: no pause between connections. */
    public static final Budgets LOOPBACK = STANDARD.withSpacing(0);

    /** Refuses a budget of nothing. */
    public Budgets {
        if (connectMillis < 1
                || firstByteMillis < 1
                || connectionMillis < 1
                || targetMillis < 1
                || spacingMillis < 0
                || connectionBytes < 1) {
            throw new IllegalArgumentException("Every budget must be positive; only the spacing may be 0");
        }
    }

    /** The same budgets with that pause between connections. */
    public Budgets withSpacing(int millis) {
        return new Budgets(connectMillis, firstByteMillis, connectionMillis, targetMillis, millis, connectionBytes);
    }

    /** The same budgets with a connection that takes at most so long, whatever it waits for. */
    public Budgets withDeadline(int millis) {
        return new Budgets(
                Math.min(connectMillis, millis),
                Math.min(firstByteMillis, millis),
                millis,
                targetMillis,
                spacingMillis,
                connectionBytes);
    }
}
