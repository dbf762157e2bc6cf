package dev.shirube.endpoint.transport;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Whose turn it is: one connection at a time to a port of an address and a pause behind it, so many a second to an address
 * and to all, so many at once to a network and to all. Targets that were begun go before those that were not.
 *
 * <p>It knows no sockets and no clock: the caller says what time it is, in nanoseconds of a monotonic clock.
 */
final class Turns {
    private static final int NEVER = -1;

    private final TurnLimits limits;
    private final TokenBucket all;
    private final HeldBytes held;
    private final Map<InetAddress, TokenBucket> addresses = new HashMap<>();
    private final Map<String, Network> networks = new HashMap<>();
    private final Map<Place, Lane> lanes = new HashMap<>();
    private final Map<Inquiry, Lane> begun = new HashMap<>();
    private final Deque<Lane> fresh = new ArrayDeque<>();
    private final Deque<Lane> ready = new ArrayDeque<>();
    private final PriorityQueue<Lane> later = new PriorityQueue<>(Comparator.comparingLong(it -> it.due));
    private final long origin;
    private int open;
    private int inFlight;

    /** One port of one address. */
    private record Place(InetAddress address, int port) {}

    /** What leads to one place: a target that was begun, and those that wait behind it. */
    private static final class Lane {
        private final TokenBucket address;
        private final Network network;
        private final Deque<Inquiry> waiting = new ArrayDeque<>(1);
        private Optional<Inquiry> current = Optional.empty();
        private long due;

        private Lane(TokenBucket address, Network network) {
            this.address = address;
            this.network = network;
        }
    }

    /** A /24 of IPv4 or a /64 of IPv6. */
    private static final class Network {
        private final Deque<Lane> parked = new ArrayDeque<>(1);
        private int inFlight;
    }

    /**
     * Turns of nobody.
     *
     * @param all shared by all that make connections
     * @param now the time from which on times are told
     */
    Turns(TurnLimits limits, TokenBucket all, HeldBytes held, long now) {
        this.limits = limits;
        this.all = all;
        this.held = held;
        this.origin = now;
    }

    /** Lets a target wait for its turn to be begun. */
    void add(Inquiry inquiry, InetAddress address, int port) {
        Lane lane = lanes.computeIfAbsent(new Place(address, port), it -> lane(address));
        lane.waiting.add(inquiry);
        if (lane.current.isEmpty() && lane.waiting.size() == 1) {
            fresh.add(lane);
        }
    }

    private Lane lane(InetAddress address) {
        return new Lane(
                addresses.computeIfAbsent(address, it -> new TokenBucket(limits.perAddress())),
                networks.computeIfAbsent(network(address), it -> new Network()));
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Arrays.toString(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 8));
    }

    /** The next target to begin, if one more may be held. */
    Optional<Inquiry> begin() {
        if (open >= limits.open() || fresh.isEmpty() || held.plenty() && open > 0) {
            return Optional.empty();
        }
        Lane lane = fresh.poll();
        lane.current = Optional.of(lane.waiting.remove());
        begun.put(lane.current.get(), lane);
        open++;
        return lane.current;
    }

    /** Lets a target that was begun wait for a connection. */
    void await(Inquiry inquiry) {
        later.add(begun.get(inquiry));
    }

    /** A target that may connect now: it counts as connected until {@link #ended}. */
    Optional<Inquiry> connect(long time) {
        long now = time - origin;
        while (!later.isEmpty() && later.peek().due <= now) {
            ready.add(later.poll());
        }
        while (!ready.isEmpty() && !full() && all.waits(now) == 0) {
            Lane lane = ready.poll();
            long waits = lane.address.waits(now);
            if (waits > 0) {
                lane.due = now + waits;
                later.add(lane);
            } else if (lane.network.inFlight >= limits.perNetwork()) {
                lane.network.parked.add(lane);
            } else if (!all.take(now)) {
                ready.addFirst(lane);
            } else {
                lane.address.take(now);
                lane.network.inFlight++;
                inFlight++;
                return lane.current;
            }
        }
        return Optional.empty();
    }

    private boolean full() {
        return inFlight >= limits.inFlight() || held.scarce() && inFlight > 0;
    }

    /** Its connection is at an end. */
    void ended(Inquiry inquiry, long time) {
        Lane lane = begun.get(inquiry);
        lane.due = time - origin + limits.spacingNanos();
        inFlight--;
        lane.network.inFlight--;
        if (!lane.network.parked.isEmpty()) {
            ready.add(lane.network.parked.poll());
        }
    }

    /** Nothing more is asked of it: its place is free for the next, though it is still held. */
    void done(Inquiry inquiry) {
        Lane lane = begun.remove(inquiry);
        lane.current = Optional.empty();
        if (!lane.waiting.isEmpty()) {
            fresh.add(lane);
        }
    }

    /** A target that was begun is not held any more. */
    void handedOver() {
        open--;
    }

    /** How long it takes until somebody may connect, if nothing else happens; negative if nobody waits for a time. */
    long waits(long time) {
        long now = time - origin;
        if (!ready.isEmpty() && !full()) {
            return all.waits(now);
        }
        return later.isEmpty() ? NEVER : Math.max(0, later.peek().due - now);
    }
}
