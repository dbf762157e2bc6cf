package dev.shirube.source.kotlin;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads functions, constructors, accessors and lambdas. */
final class KotlinFunctions {

    private final KotlinScope around;

    KotlinFunctions(KotlinScope around) {
        this.around = around;
    }

    Function function(Syntax node) {
        KotlinScope scope = around.inner();
        KotlinExpressions expressions = new KotlinExpressions(scope);
        Syntax name = node.first("simple_identifier").orElse(node);
        Optional<Expression> receiver = Optional.empty();
        Optional<Expression> result = Optional.empty();
        for (Syntax child : node.children()) {
            if (KotlinNodes.isType(child) && child.start() < name.start()) {
                receiver = Optional.of(expressions.type(child));
            } else if (KotlinNodes.isType(child)) {
                result = Optional.of(expressions.type(child));
            }
        }
        if (receiver.isPresent()) {
            scope.receivers().push(new Expression.This(name.place()));
        }
        return new Function(
                name.place(),
                KotlinNodes.text(Optional.of(name)),
                receiver,
                parameters(node.first("function_value_parameters"), expressions),
                result,
                body(node, expressions));
    }

    private static List<Parameter> parameters(Optional<Syntax> list, KotlinExpressions expressions) {
        List<Parameter> parameters = new ArrayList<>();
        boolean rest = false;
        boolean initial = false;
        for (Syntax child : list.map(Syntax::all).orElse(List.of())) {
            if (child.is("parameter", "parameter_with_optional_type")) {
                parameters.add(new Parameter(
                        KotlinNodes.text(child.first("simple_identifier")),
                        KotlinNodes.type(child).map(expressions::type),
                        Optional.empty(),
                        rest));
                rest = false;
            } else if (child.is("parameter_modifiers")) {
                rest = child.text().contains("vararg");
            } else if (initial && KotlinNodes.isValue(child)) {
                Parameter before = parameters.remove(parameters.size() - 1);
                parameters.add(new Parameter(
                        before.name(), before.type(), Optional.of(expressions.expression(child)), before.rest()));
            }
            initial = child.is("=") && !parameters.isEmpty();
        }
        return parameters;
    }

    /** The body of a function; that of an expression returns it. */
    private static Statement.Block body(Syntax node, KotlinExpressions expressions) {
        KotlinStatements statements = new KotlinStatements(expressions);
        Optional<Syntax> body = node.first("function_body");
        Optional<Syntax> value = body.filter(it -> it.has("=")).flatMap(it -> KotlinNodes.behind(it, "="));
        if (value.isPresent()) {
            return new Statement.Block(statements.statements(value.get(), KotlinStatements::returned));
        }
        return new Statement.Block(body.or(() -> Optional.of(node))
                .flatMap(it -> it.first("statements"))
                .map(it -> statements.all(KotlinNodes.lines(it)))
                .orElse(List.of()));
    }

    Function accessor(Syntax node, String name) {
        KotlinExpressions expressions = new KotlinExpressions(around.inner());
        List<Parameter> parameters = node.children("parameter_with_optional_type").stream()
                .map(it -> Parameter.of(KotlinNodes.text(it.first("simple_identifier"))))
                .toList();
        return new Function(node.place(), name, parameters, Optional.empty(), body(node, expressions));
    }

    /** A constructor; what it hands on is the making of an object of its own type or the one above. */
    Function constructor(Syntax node, String owner, List<Expression> supertypes) {
        KotlinExpressions expressions = new KotlinExpressions(around.inner());
        List<Statement> body = new ArrayList<>();
        Optional<Syntax> delegation = node.first("constructor_delegation_call");
        if (delegation.isPresent()) {
            Place place = delegation.get().place();
            Expression made = delegation.get().text().startsWith("super") && !supertypes.isEmpty()
                    ? supertypes.get(0)
                    : new Expression.Name(place, owner);
            List<Expression.Argument> given = delegation
                    .get()
                    .first("value_arguments")
                    .map(expressions::arguments)
                    .orElse(List.of());
            body.add(new Statement.Evaluate(new Expression.Call(place, made, given, true)));
        }
        body.addAll(body(node, expressions).statements());
        return new Function(
                node.place(),
                Function.CONSTRUCTOR,
                parameters(node.first("function_value_parameters"), expressions),
                Optional.empty(),
                new Statement.Block(body));
    }

    /** A lambda; what is evaluated last in it is what it gives back, and {@code it} its parameter where none is written. */
    static Expression lambda(Syntax node, KotlinExpressions expressions) {
        List<Parameter> parameters = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        KotlinStatements statements = new KotlinStatements(expressions);
        if (node.is("anonymous_function")) {
            parameters.addAll(parameters(node.first("function_value_parameters"), expressions));
            body.addAll(body(node, expressions).statements());
        } else {
            for (Syntax parameter :
                    node.first("lambda_parameters").map(Syntax::children).orElse(List.of())) {
                String name = parameter.is("variable_declaration")
                        ? KotlinNodes.text(parameter.first("simple_identifier"))
                        : parameter.text();
                parameters.add(new Parameter(
                        name, KotlinNodes.type(parameter).map(expressions::type), Optional.empty(), false));
                if (parameter.is("multi_variable_declaration")) {
                    body.add(new Statement.Assign(
                            parameter.place(),
                            expressions.target(parameter),
                            Optional.empty(),
                            Optional.of(new Expression.Name(parameter.place(), name)),
                            true));
                }
            }
            if (!node.has("->")) {
                parameters.add(Parameter.of("it"));
            }
            node.first("statements")
                    .ifPresent(it -> body.addAll(statements.all(KotlinNodes.lines(it), KotlinStatements::returned)));
        }
        return new Expression.Lambda(
                node.place(), new Function(node.place(), "", parameters, Optional.empty(), new Statement.Block(body)));
    }
}
