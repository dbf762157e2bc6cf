package dev.shirube.bytecode;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is known already of the unit's fields, parameters and returns, and how many steps each took.
 *
 * <p>A summary that is known is charged as much as it took: so what a site may spend does not depend on the sites that
 * were looked at before it, nor on the number of threads.
 */
final class Summaries {

    /** Most steps for one value of one site. */
    static final int MAXIMUM_STEPS = 600;

    /** Most steps for all sites of a unit; only an archive made for it comes near. */
    private static final long MAXIMUM_ALL = 4_000_000;

    private final Map<Key, Outcome> known = new HashMap<>();
    private final Map<Key, Integer> unaffordable = new HashMap<>();
    private int left;
    private long all;

    /** What a summary is of. */
    record Key(Kind kind, String owner, String name, String descriptor, int position, int hops) {}

    /** The kinds of summaries. */
    enum Kind {
        FIELD,
        PARAMETER,
        RETURN
    }

    /** Says that the steps of a site are used up. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("more than " + MAXIMUM_STEPS + " steps for one value", null, false, false);
        }
    }

    /** Begins a site: its steps are not used up. */
    void begin() {
        left = MAXIMUM_STEPS;
    }

    /**
     * @throws Spent when there are not so many steps left
     */
    void spend(int steps) {
        left -= steps;
        all += steps;
        if (left < 0 || all > MAXIMUM_ALL) {
            throw new Spent();
        }
    }

    /**
     * The summary, computed at most once.
     *
     * @throws Spent when it takes more steps than are left
     */
    Outcome of(Key key, Supplier<Outcome> computation) {
        Outcome done = known.get(key);
        if (done != null) {
            spend(done.cost());
            return done;
        }
        int before = left;
        if (unaffordable.getOrDefault(key, -1) >= before) {
            throw new Spent();
        }
        try {
            Outcome outcome = computation.get();
            outcome = outcome.costing(before - left);
            known.put(key, outcome);
            return outcome;
        } catch (Spent e) {
            unaffordable.merge(key, before, Math::max);
            throw e;
        }
    }
}
