package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls that are Python's way of writing something else: of the superclass, of the class itself, of a member by name. */
final class Builtins {
    private static final String CONSTRUCTOR = "__init__";
    private static final String PARTIAL = "partial";

    /** The arguments that a partial function is called with later: a name that no program can write. */
    private static final String LATER = "later arguments";

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
        } else if (callee instanceof Expression.Member member && member.name().equals(PARTIAL)) {
            return partial(place, arguments);
        } else if (callee instanceof Expression.Member member && member.name().equals(CONSTRUCTOR)) {
            return constructed(place, member.object(), arguments, scope);
        }
        return Optional.empty();
    }

    private Optional<Expression> named(Place place, String name, List<Argument> arguments, Scope scope) {
        if (name.equals(PARTIAL)) {
            return partial(place, arguments);
        }
        if (name.equals("super")) {
            return scope.superclass().map(it -> module.expressions().of(it, scope));
        }
        boolean more = name.equals("dict")
                && arguments.size() > 1
                && arguments.get(0).name().isEmpty()
                && arguments.stream().skip(1).allMatch(it -> it.name().isPresent());
        if (more) {
            return Optional.of(dictionary(place, arguments));
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

    /** {@code functools.partial(f, x)} is a function that calls another with more. */
    private static Optional<Expression> partial(Place place, List<Argument> arguments) {
        if (arguments.isEmpty()
                || arguments.get(0).name().isPresent()
                || arguments.get(0).value() instanceof Expression.Spread) {
            return Optional.empty();
        }
        List<Argument> given = new ArrayList<>(arguments.subList(1, arguments.size()));
        given.add(Argument.of(new Expression.Spread(place, new Expression.Name(place, LATER))));
        Expression call = new Expression.Call(place, arguments.get(0).value(), given, false);
        Function.Parameter later = new Function.Parameter(LATER, Optional.empty(), Optional.empty(), true);
        Statement.Block body = new Statement.Block(List.of(new Statement.Return(place, Optional.of(call))));
        return Optional.of(
                new Expression.Lambda(place, new Function(place, "", List.of(later), Optional.empty(), body)));
    }

    /** {@code dict(other, key=value)}. */
    private static Expression dictionary(Place place, List<Argument> arguments) {
        List<Expression.Entry> entries = new ArrayList<>();
        Expression all = new Expression.Spread(place, arguments.get(0).value());
        entries.add(new Expression.Entry(all, all));
        for (Argument argument : arguments.subList(1, arguments.size())) {
            Expression key = new Expression.Text(place, argument.name().orElseThrow());
            entries.add(new Expression.Entry(key, argument.value()));
        }
        return new Expression.Mapping(place, entries);
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
