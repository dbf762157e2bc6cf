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
 * @param standard the call by which the platform's default is asked for, where that may be here; else empty
 * @param resolution the farthest that any of them was followed
 * @param hops fields, returns and callers on the longest way
 * @param open why something else may be here too; empty where nothing else may
 * @param given positions of the parameters that a method gives back; only in what is known of a method's result
 * @param either whether the values come from more than one place, so that they need not all be there at once
 * @param cost how many steps it took, for the budget of whoever asks again
 */
record Outcome(
        Set<String> values,
        String standard,
        Resolution resolution,
        int hops,
        String open,
        Set<Integer> given,
        boolean either,
        int cost) {

    /** Nothing reaches the place. */
    static final Outcome NOTHING = new Outcome(Set.of(), "", Resolution.LITERAL, 0, "", Set.of(), false, 0);

    static Outcome of(Set<String> values, Resolution resolution) {
        int hops = resolution == Resolution.LITERAL ? 0 : 1;
        return new Outcome(new TreeSet<>(values), "", resolution, hops, "", Set.of(), false, 0);
    }

    static Outcome open(String reason) {
        return new Outcome(Set.of(), "", Resolution.UNRESOLVED, 0, reason, Set.of(), false, 0);
    }

    /** What the platform gives by default, when asked by that call. */
    static Outcome standard(String call) {
        return new Outcome(Set.of(), call, Resolution.LITERAL, 0, "", Set.of(), false, 0);
    }

    /** Whether nothing is known of what may be here. */
    boolean unknown() {
        return values.isEmpty() && standard.isEmpty();
    }

    /** What comes from either place. */
    Outcome join(Outcome other) {
        boolean apart = !values.isEmpty() && !other.values.isEmpty() && !values.equals(other.values);
        return merge(other, either || other.either || apart);
    }

    /** What is there at once, as the elements of one array are. */
    Outcome together(Outcome other) {
        return merge(other, either || other.either);
    }

    private Outcome merge(Outcome other, boolean apart) {
        Set<String> union = new TreeSet<>(values);
        union.addAll(other.values);
        boolean many = union.size() > AbstractValue.MAXIMUM;
        return new Outcome(
                many ? Set.of() : union,
                standard.compareTo(other.standard) >= 0 ? standard : other.standard,
                worst(resolution, other.resolution),
                Math.max(hops, other.hops),
                many ? Reasons.SEVERAL : Reasons.first(open, other.open),
                union(given, other.given),
                apart,
                0);
    }

    private static Resolution worst(Resolution one, Resolution two) {
        if (one == Resolution.UNRESOLVED || two == Resolution.UNRESOLVED) {
            return one == Resolution.UNRESOLVED ? two : one; // what is open is said by the reason
        }
        return one.compareTo(two) >= 0 ? one : two;
    }

    /** The same with a reason why something else may be here too; an empty one changes nothing. */
    Outcome opened(String reason) {
        return new Outcome(values, standard, resolution, hops, Reasons.first(open, reason), given, either, cost);
    }

    /** The same after one more step of that kind. */
    Outcome through(Resolution kind) {
        return new Outcome(values, standard, worst(resolution, kind), hops + 1, open, given, either, cost);
    }

    /** These values with all else that is to be said of the other. */
    Outcome through(Outcome other) {
        return new Outcome(
                values,
                standard,
                worst(resolution, other.resolution),
                Math.max(hops, other.hops),
                Reasons.first(open, other.open),
                union(given, other.given),
                either || other.either,
                0);
    }

    /** The texts changed one by one; those that it gives nothing for are left out. */
    Outcome map(UnaryOperator<String> change) {
        Set<String> changed = new TreeSet<>();
        for (String text : values) {
            String other = change.apply(text);
            if (other != null) {
                changed.add(other);
            }
        }
        return new Outcome(changed, "", worst(resolution, Resolution.LOCAL), hops, partly(), given, either, cost);
    }

    /** Why something else may be in a text of which this is a part: of a default there is no text. */
    private String partly() {
        return standard.isEmpty() ? open : Reasons.first(open, Reasons.DEFAULT);
    }

    /** The same of a call: the parameters given back have been joined. */
    Outcome settled() {
        return new Outcome(values, standard, resolution, hops, open, Set.of(), either, cost);
    }

    /** The same with that cost. */
    Outcome costing(int steps) {
        return new Outcome(values, standard, resolution, hops, open, given, either, steps);
    }

    /** The same of a method that gives back those of its parameters, too. */
    Outcome giving(Set<Integer> positions) {
        return new Outcome(values, standard, resolution, hops, open, union(given, positions), either, cost);
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
                "",
                worst(worst(resolution, other.resolution), Resolution.LOCAL),
                Math.max(hops, other.hops),
                many ? Reasons.SEVERAL : Reasons.first(partly(), other.partly()),
                union(given, other.given),
                either || other.either,
                0);
    }
}
