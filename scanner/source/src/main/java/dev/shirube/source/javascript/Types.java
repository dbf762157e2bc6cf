package dev.shirube.source.javascript;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types of TypeScript, as far as one has a name. */
final class Types {
    private Types() {}

    /** The type of that annotation or type; a promise is what it will be, a union with nothing the rest of it. */
    static Optional<Expression> of(Syntax node) {
        return switch (node.type()) {
            case "type_annotation", "parenthesized_type", "readonly_type" ->
                node.children().stream().findFirst().flatMap(Types::of);
            case "type_identifier", "identifier", "predefined_type", "property_identifier" ->
                Optional.of(new Expression.Name(node.place(), node.text()));
            case "nested_type_identifier", "nested_identifier", "member_expression" -> qualified(node);
            case "generic_type" -> generic(node);
            case "union_type" -> union(node);
            default -> Optional.empty();
        };
    }

    /** The type under that field of the node. */
    static Optional<Expression> annotated(Syntax node, String field) {
        return node.get(field).flatMap(Types::of);
    }

    private static Optional<Expression> qualified(Syntax node) {
        List<Syntax> parts = node.children();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        return of(parts.get(0))
                .map(it -> new Expression.Member(node.place(), it, parts.get(1).text()));
    }

    private static Optional<Expression> generic(Syntax node) {
        Optional<Expression> base = node.children().stream().findFirst().flatMap(Types::of);
        List<Expression> arguments = new ArrayList<>();
        node.first("type_arguments").ifPresent(it -> it.children().forEach(type -> of(type).ifPresent(arguments::add)));
        boolean promise = base.filter(
                        it -> it instanceof Expression.Name name && name.name().equals("Promise"))
                .isPresent();
        if (promise) {
            return arguments.size() == 1 ? Optional.of(arguments.get(0)) : Optional.empty();
        }
        return base.map(it -> new Expression.Generic(node.place(), it, arguments));
    }

    private static Optional<Expression> union(Syntax node) {
        List<Syntax> parts = node.children().stream()
                .filter(it -> !it.text().equals("null") && !it.text().equals("undefined"))
                .toList();
        return parts.size() == 1 ? of(parts.get(0)) : Optional.empty();
    }
}
