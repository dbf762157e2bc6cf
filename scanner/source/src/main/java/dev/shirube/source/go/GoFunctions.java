package dev.shirube.source.go;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions, methods and function literals. */
final class GoFunctions {
    private final GoReader reader;

    /** Names of the results of the function that is read, which a bare {@code return} gives back. */
    private List<Syntax> results = List.of();

    GoFunctions(GoReader reader) {
        this.reader = reader;
    }

    Function declared(Syntax node) {
        Optional<Syntax> name = node.get("name");
        Optional<Syntax> receiver = node.get("receiver").flatMap(it -> it.first("parameter_declaration"));
        String outer = reader.receiver;
        reader.receiver = receiver.flatMap(it -> it.get("name"))
                .map(Syntax::text)
                .filter(it -> !it.equals("_"))
                .orElse("");
        Function function = new Function(
                name.map(node::placeAt).orElseGet(node::place),
                name.map(Syntax::text).orElse(""),
                receiver.flatMap(it -> it.get("type")).map(reader.types::named).map(GoFunctions::erased),
                parameters(node),
                result(node),
                body(node));
        reader.receiver = outer;
        return function;
    }

    /** A method belongs to the generic type, whatever its arguments are called. */
    private static Expression erased(Expression type) {
        return type instanceof Expression.Generic generic ? generic.base() : type;
    }

    Expression literal(Syntax node) {
        String outer = reader.receiver;
        List<Function.Parameter> parameters = parameters(node);
        if (parameters.stream().anyMatch(it -> it.name().equals(outer))) {
            reader.receiver = "";
        }
        Function function = new Function(node.place(), "", parameters, result(node), body(node));
        reader.receiver = outer;
        return new Expression.Lambda(node.place(), function);
    }

    private List<Function.Parameter> parameters(Syntax node) {
        List<Function.Parameter> parameters = new ArrayList<>();
        Syntax list = node.get("parameters").orElse(null);
        if (list == null) {
            return parameters;
        }
        for (Syntax declaration : list.children("parameter_declaration", "variadic_parameter_declaration")) {
            boolean rest = declaration.is("variadic_parameter_declaration");
            Optional<Expression> type = declaration.get("type").map(reader.types::named);
            List<Syntax> names = declaration.getAll("name");
            names.forEach(it -> parameters.add(new Function.Parameter(it.text(), type, Optional.empty(), rest)));
            if (names.isEmpty()) {
                parameters.add(new Function.Parameter("_", type, Optional.empty(), rest));
            }
        }
        return parameters;
    }

    private Optional<Expression> result(Syntax node) {
        Optional<Syntax> result = node.get("result");
        if (result.isEmpty() || !result.get().is("parameter_list")) {
            return result.map(reader.types::named);
        }
        List<Expression> types = new ArrayList<>();
        for (Syntax declaration : result.get().children("parameter_declaration")) {
            for (int i = 0; i < Math.max(1, declaration.getAll("name").size()); i++) {
                declaration.get("type").map(reader.types::named).ifPresent(types::add);
            }
        }
        return types.size() == 1
                ? Optional.of(types.get(0))
                : Optional.of(new Expression.Sequence(result.get().place(), types));
    }

    private Statement.Block body(Syntax node) {
        List<Syntax> outer = results;
        results = node.get("result")
                .filter(it -> it.is("parameter_list"))
                .map(it -> it.children("parameter_declaration").stream()
                        .flatMap(declaration -> declaration.getAll("name").stream())
                        .toList())
                .orElse(List.of());
        List<Statement> statements = new ArrayList<>();
        for (Syntax result : results) {
            statements.add(new Statement.Assign(
                    result.place(),
                    new Expression.Name(result.place(), result.text()),
                    Optional.empty(),
                    Optional.empty(),
                    true));
        }
        node.get("body")
                .ifPresent(it -> statements.addAll(reader.statements.block(it).statements()));
        results = outer;
        return new Statement.Block(statements);
    }

    /** What a {@code return} gives back: several values as a sequence. */
    Optional<Expression> returned(Syntax node) {
        List<Expression> values = new ArrayList<>();
        if (node.children().isEmpty()) {
            results.forEach(it -> values.add(new Expression.Name(node.place(), it.text())));
        } else {
            reader.assignments.listed(node.children().get(0)).forEach(it -> values.add(reader.expressions.lower(it)));
        }
        if (values.size() > 1) {
            return Optional.of(new Expression.Sequence(node.place(), values));
        }
        return values.stream().findFirst();
    }
}
