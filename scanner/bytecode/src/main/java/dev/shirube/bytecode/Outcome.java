package dev.shirube.bytecode;

import dev.shirube.domain.Resolution;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a value can be, as far as it was followed beyond its method.
 *
 * @param values texts, and whole numbers as decimal text; in order, and at most {@link AbstractValue#MAXIMUM}
 * @param resolution the farthest that any of them was followed
 * @param hops fields, returns and callers on the longest way
 * @param open why something else may be here too; empty where nothing else may
 * @param given positions of the parameters that a method gives back; only in what is known of a method's result
 * @param cost how many steps it took, for the budget of whoever asks again
 */
record Outcome(Set<String> values, Resolution resolution, int hops, String open, Set<Integer> given, int cost) {

    static final String BUDGET = "budget";

    /** The reason for a text that is made of itself, as in a loop: no value of it means anything. */
    static final String ENDLESS = "concatenation";

    /** Nothing reaches the place. */
    static final Outcome NOTHING = new Outcome(Set.of(), Resolution.LITERAL, 0, "", Set.of(), 0);

    static Outcome of(Set<String> values, Resolution resolution) {
        return new Outcome(
                new TreeSet<>(values), resolution, resolution == Resolution.LITERAL ? 0 : 1, "", Set.of(), 0);
    }

    static Outcome open(String reason) {
        return new Outcome(Set.of(), Resolution.UNRESOLVED, 0, reason, Set.of(), 0);
    }

    Outcome join(Outcome other) {
        Set<String> union = new TreeSet<>(values);
        union.addAll(other.values);
        boolean many = union.size() > AbstractValue.MAXIMUM;
        return new Outcome(
                many ? Set.of() : union,
                worst(resolution, other.resolution),
                Math.max(hops, other.hops),
                many ? "several" : first(open, other.open),
                union(given, other.given),
                0);
    }

    /** The more telling of two reasons, whichever came first. */
    private static String first(String one, String two) {
        if (one.isEmpty() || two.isEmpty()) {
            return one.isEmpty() ? two : one;
        }
        boolean endless = one.equals(ENDLESS) || two.equals(ENDLESS);
        return endless ? ENDLESS : one.compareTo(two) <= 0 ? one : two;
    }

    private static Resolution worst(Resolution one, Resolution two) {
        if (one == Resolution.UNRESOLVED || two == Resolution.UNRESOLVED) {
            return one == Resolution.UNRESOLVED ? two : one; // what is open is said by the reason
        }
        return one.compareTo(two) >= 0 ? one : two;
    }

    /** The same with a reason why something else may be here too; an empty one changes nothing. */
    Outcome opened(String reason) {
        return new Outcome(values, resolution, hops, first(open, reason), given, cost);
    }

    /** The same after one more step of that kind. */
    Outcome through(Resolution kind) {
        return new Outcome(values, worst(resolution, kind), hops + 1, open, given, cost);
    }

    /** The texts changed one by one. */
    Outcome map(UnaryOperator<String> change) {
        Set<String> changed = new TreeSet<>();
        values.forEach(it -> changed.add(change.apply(it)));
        return new Outcome(changed, worst(resolution, Resolution.LOCAL), hops, open, given, cost);
    }

    /** The same with that cost. */
    Outcome costing(int steps) {
        return new Outcome(values, resolution, hops, open, given, steps);
    }

    /** The same of a method that gives back those of its parameters, too. */
    Outcome giving(Set<Integer> positions) {
        return new Outcome(values, resolution, hops, open, union(given, positions), cost);
    }

    private static Set<Integer> union(Set<Integer> one, Set<Integer> two) {
        if (two.isEmpty()) {
            return one;
        }
        Set<Integer> union = new TreeSet<>(one);
        union.addAll(two);
        return Collections.unmodifiableSet(union);
    }

    /** Every text of this one followed by every text of the other; what is open in either is open in the whole. */
    Outcome append(Outcome other) {
        Set<String> joined = new TreeSet<>();
        for (String head : values) {
            for (String tail : other.values) {
                joined.add(head + tail);
            }
        }
        boolean many = joined.size() > AbstractValue.MAXIMUM
                || joined.stream().anyMatch(it -> it.length() > Concatenation.MAXIMUM_LENGTH);
        return new Outcome(
                many ? Set.of() : joined,
                worst(worst(resolution, other.resolution), Resolution.LOCAL),
                Math.max(hops, other.hops),
                many ? "several" : first(open, other.open),
                union(given, other.given),
                0);
    }
}
