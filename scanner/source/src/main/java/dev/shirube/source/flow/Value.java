package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Function;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an expression can be, as far as it could be followed.
 *
 * @param atoms each of them possible, without duplicates
 * @param open why it may be something else as well; empty where it cannot
 * @param resolution the weakest step on the way
 * @param hops steps followed
 * @param parameters functions whose callers decide
 */
record Value(List<Atom> atoms, String open, Resolution resolution, int hops, Set<Function> parameters) {

    /** More possibilities than this are no choice of a programmer. */
    static final int MOST = 32;

    Value {
        atoms = List.copyOf(atoms);
    }

    static Value of(Atom atom) {
        return new Value(List.of(atom), "", Resolution.LITERAL, 0, Set.of());
    }

    static Value text(String text) {
        return of(new Atom.Constant(text, false));
    }

    static Value number(long number) {
        return of(new Atom.Constant(Long.toString(number), true));
    }

    static Value unknown(OpenReason reason) {
        return unknown(reason.id());
    }

    static Value unknown(String reason) {
        return new Value(List.of(), reason, Resolution.UNRESOLVED, 0, Set.of());
    }

    /** Nothing at all: what a cycle adds to itself. */
    static Value none() {
        return new Value(List.of(), "", Resolution.LITERAL, 0, Set.of());
    }

    boolean isUnknown() {
        return atoms.isEmpty();
    }

    /** One step further, at least as weak as that. */
    Value through(Resolution step) {
        return atoms.isEmpty() ? this : new Value(atoms, open, weaker(resolution, step), hops + 1, parameters);
    }

    Value with(Function parameter) {
        Set<Function> more = identitySet(parameters);
        more.add(parameter);
        return new Value(atoms, open, resolution, hops, more);
    }

    /** The same, and possibly something else. */
    Value open(String reason) {
        return open.isEmpty() ? new Value(atoms, reason, resolution, hops, parameters) : this;
    }

    Value withAtoms(List<Atom> other) {
        return new Value(other, open, resolution, hops, parameters);
    }

    /** Either of the two. */
    Value or(Value other) {
        if (isNothingYet()) {
            return other;
        } else if (other.isNothingYet()) {
            return this;
        }
        Set<Atom> all = new LinkedHashSet<>(atoms);
        all.addAll(other.atoms);
        Set<Function> functions = identitySet(parameters);
        functions.addAll(other.parameters);
        String why = open.isEmpty() ? other.open : open;
        Resolution worst = atoms.isEmpty()
                ? other.resolution
                : other.atoms.isEmpty() ? resolution : weaker(resolution, other.resolution);
        int most = Math.max(hops, other.hops);
        if (all.size() > MOST) {
            return new Value(List.of(), OpenReason.SEVERAL.id(), Resolution.UNRESOLVED, most, functions);
        }
        return new Value(new ArrayList<>(all), why, worst, most, functions);
    }

    private boolean isNothingYet() {
        return atoms.isEmpty() && open.isEmpty() && parameters.isEmpty();
    }

    /** The same with what another value, of which it was made, depends on. */
    Value dependingOn(Value part) {
        Set<Function> functions = identitySet(parameters);
        functions.addAll(part.parameters);
        return new Value(
                atoms,
                open.isEmpty() ? part.open : open,
                weaker(resolution, part.atoms.isEmpty() ? resolution : part.resolution),
                Math.max(hops, part.hops),
                functions);
    }

    boolean all(Predicate<Atom> test) {
        return !atoms.isEmpty() && atoms.stream().allMatch(test);
    }

    static Resolution weaker(Resolution one, Resolution two) {
        return one.compareTo(two) >= 0 ? one : two;
    }

    private static Set<Function> identitySet(Set<Function> from) {
        Set<Function> set = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        set.addAll(from);
        return set;
    }
}
