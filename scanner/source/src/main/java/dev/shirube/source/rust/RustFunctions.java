package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions, methods and closures. */
final class RustFunctions {
    private final RustReader reader;

    RustFunctions(RustReader reader) {
        this.reader = reader;
    }

    /**
     * @param receiver the type that it belongs to, where it is written outside of it
     */
    Function declared(Syntax node, Optional<Expression> receiver) {
        Optional<Syntax> name = node.get("name");
        List<Function.Parameter> parameters = new ArrayList<>();
        Statement.Block body = reader.control.collected(() -> {
            parameters.addAll(parameters(node.get("parameters")));
            node.get("body").ifPresent(it -> reader.statements.of(it, RustControl.returned()));
        });
        return new Function(
                name.map(node::placeAt).orElseGet(node::place),
                name.map(Syntax::text).orElse(""),
                receiver,
                parameters,
                node.get("return_type").map(reader.types::named),
                body);
    }

    Expression closure(Syntax node) {
        List<Function.Parameter> parameters = new ArrayList<>();
        Statement.Block body = reader.control.collected(() -> {
            parameters.addAll(parameters(node.get("parameters")));
            node.get("body").ifPresent(it -> reader.control.use(it, RustControl.returned()));
        });
        Function function = new Function(
                node.place(), "", parameters, node.get("return_type").map(reader.types::named), body);
        return new Expression.Lambda(node.place(), function);
    }

    /** {@code async { .. }}: what it gives back is its own, like that of a closure that is called. */
    Expression deferred(Syntax node) {
        Statement.Block body = reader.control.collected(
                () -> node.first("block").ifPresent(it -> reader.statements.of(it, RustControl.returned())));
        Function function = new Function(node.place(), "", List.of(), Optional.empty(), body);
        return new Expression.Call(node.place(), new Expression.Lambda(node.place(), function), List.of(), false);
    }

    /** The parameters; those that are taken apart are taken apart at the beginning of the body. */
    private List<Function.Parameter> parameters(Optional<Syntax> list) {
        List<Function.Parameter> parameters = new ArrayList<>();
        if (list.isEmpty()) {
            return parameters;
        }
        for (Syntax node : list.get().all()) {
            boolean unused = node.type().equals("_");
            boolean given = node.named() && !node.isComment();
            if (!(given || unused) || node.is("self_parameter", "attribute_item", "variadic_parameter")) {
                continue;
            }
            Syntax pattern = node.is("parameter") ? node.get("pattern").orElse(node) : node;
            if (pattern.is("self")) {
                continue;
            }
            Optional<Expression> type =
                    node.is("parameter") ? node.get("type").map(reader.types::named) : Optional.empty();
            String name = "_";
            if (reader.patterns.target(pattern) instanceof Expression.Name plain) {
                name = plain.name();
            } else {
                Expression.Name whole = RustReader.temporary(node);
                name = whole.name();
                reader.patterns.bind(pattern, whole, Optional.empty());
            }
            parameters.add(new Function.Parameter(name, type, Optional.empty(), false));
        }
        return parameters;
    }
}
