package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types where they are named. */
final class RustTypes {

    /** Types of the standard library that hold one value of their first argument and are followed like it. */
    private static final Set<String> HOLDERS = Set.of("Box", "Arc", "Rc", "Option", "Result", "Cow");

    private final RustReader reader;

    RustTypes(RustReader reader) {
        this.reader = reader;
    }

    Expression named(Syntax node) {
        List<Syntax> children = node.children();
        return switch (node.type()) {
            case "type_identifier", "primitive_type", "identifier" -> name(node);
            case "scoped_type_identifier", "scoped_identifier" -> path(node);
            case "generic_type", "generic_type_with_turbofish" -> generic(node);
            case "reference_type", "pointer_type" ->
                node.get("type").map(this::named).orElseGet(() -> other(node));
            case "dynamic_type", "abstract_type" ->
                node.get("trait").map(this::named).orElseGet(() -> other(node));
            case "bounded_type", "bracketed_type" -> children.isEmpty() ? other(node) : named(children.get(0));
            case "qualified_type" -> node.get("type").map(this::named).orElseGet(() -> other(node));
            case "array_type" ->
                new Expression.Generic(
                        node.place(),
                        new Expression.Name(node.place(), "[]"),
                        node.get("element").map(it -> List.of(named(it))).orElse(List.of()));
            case "tuple_type" ->
                new Expression.Sequence(
                        node.place(), children.stream().map(this::named).toList());
            case "crate", "super", "self", "metavariable" -> new Expression.Name(node.place(), node.text());
            case "unit_type", "never_type", "function_type", "lifetime", "removed_trait_bound" -> other(node);
            default -> reader.expressions.lower(node);
        };
    }

    private Expression name(Syntax node) {
        String text = node.text();
        if (text.equals("Self") && reader.self.isPresent()) {
            return reader.self.get();
        }
        return new Expression.Name(node.place(), text.startsWith("r#") ? text.substring(2) : text);
    }

    Expression path(Syntax node) {
        String name = node.get("name").map(Syntax::text).orElse("");
        Optional<Syntax> path = node.get("path");
        return path.isEmpty()
                ? new Expression.Name(node.place(), name)
                : new Expression.Member(node.place(), head(path.get()), name);
    }

    private Expression head(Syntax node) {
        return node.is("identifier")
                ? new Expression.Name(node.place(), reader.heads.written(((Expression.Name) named(node)).name()))
                : named(node);
    }

    private Expression generic(Syntax node) {
        List<Expression> arguments =
                node.get("type_arguments").map(this::arguments).orElse(List.of());
        Syntax base = node.get("type").orElse(node);
        if (HOLDERS.contains(base.text()) && !arguments.isEmpty()) {
            return arguments.get(0);
        }
        return new Expression.Generic(node.place(), base == node ? other(node) : named(base), arguments);
    }

    List<Expression> arguments(Syntax node) {
        return node.children().stream()
                .filter(it -> !it.is("lifetime"))
                .map(this::named)
                .toList();
    }

    /** The type itself, without arguments: what its methods belong to. */
    static Expression erased(Expression type) {
        return type instanceof Expression.Generic generic ? erased(generic.base()) : type;
    }

    private static Expression other(Syntax node) {
        return RustReader.nothing(node);
    }
}
