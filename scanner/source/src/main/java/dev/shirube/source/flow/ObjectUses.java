package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which functions are called on an object, where only a local variable of one function holds it. */
final class ObjectUses {

    private final Evaluator evaluator;
    private final Sites sites;

    ObjectUses(Evaluator evaluator, Sites sites) {
        this.evaluator = evaluator;
        this.sites = sites;
    }

    private final Set<Expression.Call> asking = java.util.Collections.newSetFromMap(new IdentityHashMap<>());

    /** Names of all functions that are called on the receiver of that call; nothing where others may call some, too. */
    Optional<Set<String>> of(Expression receiver, Expression.Call call, Spot spot) {
        if (receiver instanceof Expression.Cast cast) {
            return of(cast.of(), call, spot);
        } else if (receiver instanceof Expression.Call) {
            return isMadeHere(receiver, spot)
                    ? Optional.of(Set.of(FileIndex.calledName(call.callee())))
                    : Optional.empty();
        }
        if (!(receiver instanceof Expression.Name name)
                || !(evaluator.binding(name.name(), name, spot.file()) instanceof Names.Binding.Variable variable)
                || variable.outer()
                || variable.body() == spot.file().file().body()) {
            return Optional.empty();
        }
        Uses uses = new Uses(name.name(), spot);
        uses.walk(variable.body(), false);
        return uses.shared ? Optional.empty() : Optional.of(uses.calls);
    }

    /** What another variable holds, too, can be used by way of that one. */
    private boolean isMadeHere(Expression value, Spot spot) {
        if (value instanceof Expression.Conditional choice) {
            return choice.outcomes().stream().allMatch(it -> isMadeHere(it, spot));
        }
        return value instanceof Expression.Nothing
                || value instanceof Expression.Call call && !call.makes() && isSite(call, spot);
    }

    /** Whether it is a call of the catalogue; one that is asked for its own receiver is: {@code x = x.update(y)}. */
    private boolean isSite(Expression.Call call, Spot spot) {
        if (!asking.add(call)) {
            return true;
        }
        try {
            return !sites.at(call, spot).isEmpty();
        } finally {
            asking.remove(call);
        }
    }

    /** The uses of one variable. */
    private final class Uses {
        private final String name;
        private final Spot spot;
        private final Set<String> calls = new TreeSet<>();
        private boolean shared;

        Uses(String name, Spot spot) {
            this.name = name;
            this.spot = spot;
        }

        void walk(Object node, boolean captured) {
            boolean within = captured || node instanceof Function || node instanceof TypeDeclaration;
            for (Object child : Children.of(node)) {
                if (child instanceof Expression.Name it && it.name().equals(name)) {
                    use(node, it, within);
                } else if (!shared) {
                    walk(child, within);
                }
            }
        }

        private void use(Object parent, Expression.Name use, boolean captured) {
            if (parent instanceof Expression.Member member) {
                boolean called = spot.file()
                        .parent(member)
                        .filter(it -> it instanceof Expression.Call call && call.callee() == member)
                        .isPresent();
                shared |= captured || !called; // what is captured can be called later
                calls.add(member.name());
            } else if (parent instanceof Statement.Assign assign && assign.target() == use) {
                shared |= assign.value().filter(it -> !isMadeHere(it, spot)).isPresent();
            } else {
                // A function that is called like the variable is no use of it; a comparison tells nothing.
                boolean other = parent instanceof Expression.Call call && call.callee() == use;
                shared |= !other && !(parent instanceof Expression.Operation);
            }
        }
    }
}
