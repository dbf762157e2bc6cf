package dev.shirube.source.csharp;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads methods, constructors, accessors and their parameters. */
final class CSharpFunctions {

    Function method(Syntax node) {
        return method(node, new CSharpExpressions());
    }

    private Function method(Syntax node, CSharpExpressions expressions) {
        Optional<Expression> result =
                node.get("returns").or(() -> node.get("type")).flatMap(expressions::declaredType);
        return new Function(
                node.get("name").orElse(node).place(),
                name(node),
                parameters(node),
                result,
                body(node, expressions, result));
    }

    private static String name(Syntax node) {
        return switch (node.type()) {
            case "operator_declaration", "conversion_operator_declaration" -> "operator";
            case "destructor_declaration" -> "~";
            default -> node.get("name").map(Syntax::text).orElse("");
        };
    }

    /** The parameter of an extension method that it extends. */
    Optional<Syntax> extended(Syntax method) {
        return method.get("parameters").flatMap(it -> it.first("parameter")).filter(it -> CSharpNodes.is(it, "this"));
    }

    /** A method that is called on its first parameter. */
    Function extension(Syntax node, Syntax extended) {
        String name = extended.get("name").map(Syntax::text).orElse("");
        Function method = method(node, new CSharpExpressions(name));
        return new Function(
                method.place(),
                method.name(),
                extended.get("type").map(new CSharpExpressions()::type),
                method.parameters().subList(1, method.parameters().size()),
                method.result(),
                method.body());
    }

    /** A constructor; what it hands on is the making of an object of its own type or the one above. */
    Function constructor(Syntax node, String owner, List<Expression> supertypes) {
        CSharpExpressions expressions = new CSharpExpressions();
        List<Statement> body = new ArrayList<>();
        Optional<Syntax> initializer = node.first("constructor_initializer");
        if (initializer.isPresent()) {
            Syntax call = initializer.get();
            Optional<Expression> made = call.has("this")
                    ? Optional.of(new Expression.Name(call.place(), owner))
                    : supertypes.stream().findFirst();
            List<Expression.Argument> given =
                    call.first("argument_list").map(expressions::arguments).orElse(List.of());
            Expression all = made.<Expression>map(it -> new Expression.Call(call.place(), it, given, true))
                    .orElseGet(() -> new Expression.Other(
                            call.place(),
                            given.stream().map(Expression.Argument::value).toList()));
            body.add(new Statement.Evaluate(all));
        }
        body.addAll(body(node, expressions, Optional.empty()).statements());
        return new Function(
                node.get("name").orElse(node).place(),
                Function.CONSTRUCTOR,
                parameters(node),
                Optional.empty(),
                new Statement.Block(body));
    }

    Function accessor(Syntax property, Syntax accessor, String name, Optional<Expression> type) {
        List<Parameter> parameters = new ArrayList<>(parameters(property));
        if (!name.startsWith("get_")) {
            parameters.add(new Parameter("value", type, Optional.empty(), false));
        }
        return new Function(accessor.place(), name, parameters, type, body(accessor, new CSharpExpressions(), type));
    }

    /** The body of a function; that of an expression returns it. */
    static Statement.Block body(Syntax function, CSharpExpressions expressions, Optional<Expression> result) {
        Optional<Syntax> body = function.get("body").or(() -> function.first("block"));
        if (body.isEmpty()) {
            return Statement.Block.EMPTY;
        }
        CSharpStatements statements = new CSharpStatements(expressions, result);
        if (body.get().is("block")) {
            return statements.block(body.get());
        }
        Syntax value = body.get().is("arrow_expression_clause")
                ? CSharpNodes.value(body.get()).orElse(body.get())
                : body.get();
        return new Statement.Block(statements.result(value));
    }

    List<Parameter> parameters(Syntax node) {
        Optional<Syntax> list = node.is("parameter_list", "bracketed_parameter_list")
                ? Optional.of(node)
                : node.get("parameters").or(() -> node.first("parameter_list"));
        if (list.isEmpty()) {
            return List.of();
        }
        if (list.get().is("implicit_parameter", "identifier")) {
            return List.of(Parameter.of(list.get().text()));
        }
        CSharpExpressions expressions = new CSharpExpressions();
        List<Parameter> parameters = new ArrayList<>();
        for (Syntax parameter : list.get().children("parameter", "implicit_parameter")) {
            Optional<Expression> type = parameter.get("type").flatMap(expressions::declaredType);
            parameters.add(new Parameter(
                    parameter.get("name").map(Syntax::text).orElseGet(parameter::text),
                    type,
                    CSharpNodes.behind(parameter, "=").map(it -> expressions.expression(it, type)),
                    false));
        }
        list.get()
                .get("name")
                .ifPresent(
                        rest -> parameters.add(new Parameter(rest.text(), Optional.empty(), Optional.empty(), true)));
        return parameters;
    }
}
