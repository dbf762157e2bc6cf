package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions, methods and closures. */
final class Functions {
    private final Script script;

    Functions(Script script) {
        this.script = script;
    }

    Function of(Syntax node, String name) {
        return of(node, name, List.of());
    }

    /** The function, with these statements before its own. */
    Function of(Syntax node, String name, List<Statement> before) {
        List<Statement> body = new ArrayList<>(before);
        List<Parameter> parameters = new ArrayList<>();
        for (Syntax parameter : node.get("parameters").map(Syntax::children).orElse(List.of())) {
            body.addAll(script.calls.attributes(parameter));
            parameter
                    .get("name")
                    .ifPresent(it -> parameters.add(new Parameter(
                            script.names.variable(it),
                            type(parameter, "type"),
                            parameter.get("default_value").map(script.expressions::of),
                            parameter.is("variadic_parameter"))));
        }
        node.get("body").ifPresent(it -> {
            if (it.is("compound_statement")) {
                body.addAll(script.statements.each(it.children()));
            } else {
                body.add(new Statement.Return(it.place(), Optional.of(script.expressions.of(it))));
            }
        });
        return new Function(
                node.get("name").map(Syntax::place).orElseGet(node::place),
                name,
                parameters,
                type(node, "return_type"),
                new Statement.Block(body));
    }

    static Optional<Expression> type(Syntax node, String field) {
        return node.get(field).flatMap(Functions::type);
    }

    /** A type that has a name; of a union with null the rest. */
    static Optional<Expression> type(Syntax node) {
        return switch (node.type()) {
            case "named_type", "optional_type" ->
                node.children().stream().findFirst().flatMap(Functions::type);
            case "name", "qualified_name", "relative_name" -> Optional.of(Names.of(node));
            case "primitive_type" -> Optional.of(new Expression.Name(node.place(), node.text()));
            case "union_type" -> {
                List<Syntax> parts = node.children().stream()
                        .filter(it -> !it.text().equals("null"))
                        .toList();
                yield parts.size() == 1 ? type(parts.get(0)) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
