package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Place;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Constructions that the grammar takes for declarations of functions: in {@code RSA_PrivateKey key(rng, bits)} it cannot know
 * that {@code rng} is no type. In the body of a function hardly anybody declares another one.
 */
final class Vexing {
    private final Lowering lowering;

    Vexing(Lowering lowering) {
        this.lowering = lowering;
    }

    /** What is given to the constructor; nothing where it is a function's declaration after all. */
    Optional<List<Argument>> arguments(Syntax type, Declarator declared) {
        List<Syntax> parameters = declared.function()
                .flatMap(it -> it.get("parameters"))
                .map(Syntax::children)
                .orElse(List.of());
        if (parameters.isEmpty() || declared.pointer()) {
            return Optional.empty();
        }
        List<Argument> arguments = new ArrayList<>();
        for (Syntax parameter : parameters) {
            Optional<Expression> value = value(parameter);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(Argument.of(value.get()));
        }
        return Optional.of(arguments);
    }

    /** What was read as a type and perhaps a name, as an expression. */
    private Optional<Expression> value(Syntax parameter) {
        Optional<Syntax> type = parameter.get("type");
        boolean qualified =
                parameter.first("type_qualifier", "storage_class_specifier").isPresent();
        if (!parameter.is("parameter_declaration")
                || type.isEmpty()
                || qualified
                || !type.get().is("type_identifier", "qualified_identifier", "template_type")) {
            return Optional.empty();
        }
        Expression name = lowering.names.of(type.get());
        return parameter.get("declarator").isEmpty()
                ? Optional.of(name)
                : applied(
                        parameter.placeAt(Names.token(type.get())),
                        name,
                        parameter.get("declarator").get());
    }

    private Optional<Expression> applied(Place place, Expression name, Syntax declarator) {
        switch (declarator.type()) {
            case "abstract_function_declarator" -> {
                List<Argument> arguments = new ArrayList<>();
                for (Syntax inner :
                        declarator.get("parameters").map(Syntax::children).orElse(List.of())) {
                    Optional<Expression> value = value(inner);
                    if (value.isEmpty()) {
                        return Optional.empty();
                    }
                    arguments.add(Argument.of(value.get()));
                }
                Expression call = Values.called(place, name, arguments, lowering.known);
                return declarator.get("declarator").isEmpty()
                        ? Optional.of(call)
                        : applied(place, call, declarator.get("declarator").get());
            }
            case "abstract_array_declarator" -> {
                return declarator.get("size").map(it -> new Expression.Index(place, name, lowering.expressions.of(it)));
            }
            case "parenthesized_declarator" -> {
                Expression argument =
                        lowering.names.of(Declarator.of(declarator).target());
                return Optional.of(Values.called(place, name, List.of(Argument.of(argument)), lowering.known));
            }
            case "pointer_declarator" -> {
                Expression factor = lowering.names.of(Declarator.of(declarator).target());
                return Optional.of(new Expression.Operation(place, Operator.MULTIPLY, List.of(name, factor)));
            }
            default -> {
                return Optional.empty();
            }
        }
    }
}
