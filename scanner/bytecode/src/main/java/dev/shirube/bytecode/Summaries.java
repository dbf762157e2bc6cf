package dev.shirube.bytecode;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is known already of the unit's fields, parameters and returns, and how many steps each took.
 *
 * <p>A summary that is known is charged as much as it took: so what a site may spend does not depend on the sites that
 * were looked at before it, nor on the number of threads. What was found before the steps ran out is kept.
 */
final class Summaries {

    /** Most steps for one value of one site, and for one summary, besides those of the summaries it is made of. */
    static final int MAXIMUM_STEPS = 600;

    /** How deep values of values may lie within one summary: code that compilers write is far from it, stacks are not. */
    private static final int MAXIMUM_DEPTH = 100;

    /** Most steps for all sites of a unit; only an archive made for it comes near. */
    private static final long MAXIMUM_ALL = 4_000_000;

    private final Map<Key, Outcome> known = new HashMap<>();
    private int left;
    private int depth;
    private long all;

    /** What a summary is of. */
    record Key(
            Kind kind,
            String owner,
            String name,
            String descriptor,
            int position,
            Aspect aspect,
            Self self,
            int hops) {}

    /** The kinds of summaries. */
    enum Kind {
        FIELD,
        PARAMETER,
        RETURN,
        USES
    }

    /** Begins a site: its steps are not used up. */
    void begin() {
        left = MAXIMUM_STEPS;
        depth = 0;
    }

    /** Goes one value deeper; whether that is not too deep. */
    boolean enter() {
        depth++;
        return depth <= MAXIMUM_DEPTH;
    }

    /** Comes back from a value. */
    void leave() {
        depth--;
    }

    /** Counts that many steps more. */
    void spend(int steps) {
        left -= steps;
        all += steps;
    }

    /** Whether there are no steps left for the site or the summary that is being worked on: it stays open then. */
    boolean spent() {
        return left < 0 || all > MAXIMUM_ALL;
    }

    /** The summary, computed at most once; it has steps of its own, so that it is the same whoever asks for it first. */
    Outcome of(Key key, Supplier<Outcome> computation) {
        Outcome done = known.get(key);
        if (done == null) {
            int before = left;
            int above = depth;
            left = MAXIMUM_STEPS;
            depth = 0;
            Outcome outcome = computation.get();
            done = outcome.opened(spent() ? Reasons.BUDGET : "").costing(MAXIMUM_STEPS - left);
            left = before;
            depth = above;
            all -= done.cost();
            known.put(key, done);
        }
        spend(done.cost());
        return done;
    }
}
