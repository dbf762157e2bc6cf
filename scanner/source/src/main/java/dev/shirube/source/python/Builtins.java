package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Place;
import java.util.List;
import java.util.Optional;

/** Calls that are Python's way of writing something else: of the superclass, of the class itself, of a member by name. */
final class Builtins {
    private static final String CONSTRUCTOR = "__init__";

    private final PythonModule module;

    Builtins(PythonModule module) {
        this.module = module;
    }

    /** What the call stands for; nothing for an ordinary one. */
    Optional<Expression> of(Place place, Expression callee, List<Argument> arguments, Scope scope) {
        if (callee instanceof Expression.This && scope.ofClass()) {
            Expression type = new Expression.Name(callee.place(), scope.type());
            return Optional.of(new Expression.Call(place, type, arguments, false)); // cls(...) makes an object
        } else if (callee instanceof Expression.Name name) {
            return named(place, name.name(), arguments, scope);
        } else if (callee instanceof Expression.Member member && member.name().equals(CONSTRUCTOR)) {
            return constructed(place, member.object(), arguments, scope);
        }
        return Optional.empty();
    }

    private Optional<Expression> named(Place place, String name, List<Argument> arguments, Scope scope) {
        if (name.equals("super")) {
            return scope.superclass().map(it -> module.expressions().of(it, scope));
        }
        boolean member = name.equals("getattr")
                && arguments.size() > 1
                && arguments.get(1).value() instanceof Expression.Text;
        if (!member) {
            return Optional.empty();
        }
        String written = ((Expression.Text) arguments.get(1).value()).value();
        Expression of = new Expression.Member(place, arguments.get(0).value(), written);
        return Optional.of(
                arguments.size() == 2
                        ? of
                        : new Expression.Conditional(
                                place,
                                Optional.empty(),
                                List.of(of, arguments.get(2).value())));
    }

    /** {@code super().__init__(x)} and {@code Base.__init__(self, x)} run a superclass's constructor. */
    private Optional<Expression> constructed(Place place, Expression of, List<Argument> arguments, Scope scope) {
        boolean selfGiven =
                !arguments.isEmpty() && arguments.get(0).value() instanceof Expression.This && !scope.ofClass();
        if (of instanceof Expression.This || scope.receiver().isEmpty()) {
            return Optional.empty();
        }
        List<Argument> given = selfGiven ? arguments.subList(1, arguments.size()) : arguments;
        return Optional.of(new Expression.Call(place, of, given, false));
    }
}
