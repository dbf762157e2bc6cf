package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A class whose constructor is made of its fields with type hints: data classes, named tuples, and models of settings. */
record DataClass(List<String> decorators, List<Expression> supertypes) {
    private static final Set<String> DECORATORS = Set.of("dataclass", "attrs", "define", "frozen", "mutable", "s");
    private static final Set<String> SUPERTYPES =
            Set.of("NamedTuple", "BaseModel", "BaseSettings", "SQLModel", "Struct");
    private static final Set<String> DESCRIBING = Set.of("field", "Field", "ib", "attrib");

    /**
     * A field that is a parameter of the constructor.
     *
     * @param initial its value where none is given
     * @param other what else describes it
     */
    record Component(String name, Optional<Expression> type, Optional<Expression> initial, List<Expression> other) {}

    boolean makesConstructor() {
        return decorators.stream().anyMatch(DECORATORS::contains)
                || supertypes.stream().map(PythonTypes::lastName).anyMatch(SUPERTYPES::contains);
    }

    /** {@code field(default=x)} and {@code Field(x)} say what the value is where none is given. */
    static Component component(String name, Optional<Expression> type, Optional<Expression> value) {
        if (value.isEmpty()
                || !(value.get() instanceof Expression.Call call)
                || !DESCRIBING.contains(PythonTypes.lastName(call.callee()))) {
            return new Component(name, type, value, List.of());
        }
        Optional<Expression> initial = Optional.empty();
        List<Expression> other = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            String described = argument.name().orElse(initial.isEmpty() ? "default" : "");
            if (described.equals("default")) {
                initial = Optional.of(argument.value()).filter(it -> !isEllipsis(it));
            } else if (described.endsWith("factory")) {
                initial = Optional.of(made(call.place(), argument.value()));
            } else {
                other.add(argument.value());
            }
        }
        return new Component(name, type, initial, other);
    }

    /** {@code Field(...)} must be given. */
    private static boolean isEllipsis(Expression value) {
        return value instanceof Expression.Other other && other.parts().isEmpty();
    }

    private static Expression made(Place place, Expression factory) {
        if (factory instanceof Expression.Lambda lambda
                && lambda.function().body().statements().size() == 1
                && lambda.function().body().statements().get(0) instanceof Statement.Return returned
                && returned.value().isPresent()) {
            return returned.value().get();
        }
        return new Expression.Call(place, factory, List.of(), false);
    }

    /** The type that {@code namedtuple("T", "a b")} makes. */
    static Optional<TypeDeclaration> namedTuple(Expression.Name target, Expression value) {
        if (!(value instanceof Expression.Call call)
                || !PythonTypes.lastName(call.callee()).equals("namedtuple")
                || call.arguments().size() < 2) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        Expression fields = call.arguments().get(1).value();
        if (fields instanceof Expression.Text text) {
            names.addAll(List.of(text.value().replace(',', ' ').strip().split("\\s+")));
        } else if (fields instanceof Expression.Sequence list) {
            list.elements().stream()
                    .filter(Expression.Text.class::isInstance)
                    .forEach(it -> names.add(((Expression.Text) it).value()));
        }
        List<Component> components = names.stream()
                .map(it -> new Component(it, Optional.empty(), Optional.empty(), List.of()))
                .toList();
        List<TypeDeclaration.Field> declared = names.stream()
                .map(it -> new TypeDeclaration.Field(target.place(), it, Optional.empty(), Optional.empty(), false))
                .toList();
        return Optional.of(new TypeDeclaration(
                target.place(),
                target.name(),
                List.of(),
                List.of(),
                declared,
                List.of(constructor(target.place(), components)),
                List.of()));
    }

    static Function constructor(Place place, List<Component> components) {
        List<Parameter> parameters = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        for (Component component : components) {
            parameters.add(new Parameter(component.name(), component.type(), component.initial(), false));
            Expression field = new Expression.Member(place, new Expression.This(place), component.name());
            Expression value = new Expression.Name(place, component.name());
            body.add(new Statement.Assign(place, field, Optional.empty(), Optional.of(value), false));
        }
        return new Function(place, Function.CONSTRUCTOR, parameters, Optional.empty(), new Statement.Block(body));
    }
}
