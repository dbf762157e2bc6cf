package dev.shirube.source.csharp;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Expression.Entry;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what makes objects and collections, with their initialisers. */
final class CSharpMaking {

    private final CSharpExpressions expressions;

    CSharpMaking(CSharpExpressions expressions) {
        this.expressions = expressions;
    }

    Expression made(Syntax node, Optional<Expression> wanted) {
        return switch (node.type()) {
            case "object_creation_expression" -> object(node, node.get("type").map(expressions::type));
            case "implicit_object_creation_expression" -> object(node, wanted);
            case "array_creation_expression", "implicit_array_creation_expression" ->
                node.first("initializer_expression").map(this::collection).orElseGet(() -> expressions.other(node));
            case "initializer_expression" -> collection(node);
            default -> anonymous(node);
        };
    }

    /** {@code ["a", ..rest]}, which the grammar takes for the binding of an element. */
    Expression elements(Syntax node) {
        List<Expression> elements = new ArrayList<>();
        for (Syntax argument : node.children("argument")) {
            Optional<Syntax> value =
                    CSharpNodes.value(argument).filter(it -> !it.text().isEmpty());
            value.ifPresent(it -> elements.add(element(it)));
        }
        return new Expression.Sequence(node.place(), elements);
    }

    private Expression element(Syntax value) {
        Optional<Syntax> of = value.is("range_expression") && value.text().startsWith("..")
                ? CSharpNodes.value(value)
                : Optional.empty();
        return of.<Expression>map(it -> new Expression.Spread(value.place(), expressions.expression(it)))
                .orElseGet(() -> expressions.expression(value));
    }

    private Expression object(Syntax node, Optional<Expression> type) {
        List<Argument> arguments = new ArrayList<>(
                node.first("argument_list").map(expressions::arguments).orElse(List.of()));
        Optional<Syntax> initializer = node.first("initializer_expression");
        boolean members = initializer.stream()
                .flatMap(it -> CSharpNodes.values(it).stream())
                .anyMatch(it -> it.is("assignment_expression")
                        && it.get("left").filter(left -> left.is("identifier")).isPresent());
        if (initializer.isPresent() && !members && arguments.isEmpty()) {
            return collection(initializer.get());
        }
        initializer.ifPresent(it -> CSharpNodes.values(it).forEach(value -> arguments.add(member(value))));
        if (type.isEmpty()) {
            return new Expression.Other(
                    node.place(), arguments.stream().map(Argument::value).toList());
        }
        Syntax name = node.get("type").map(CSharpMaking::last).orElse(node);
        return new Expression.Call(node.placeAt(name), type.get(), arguments, true);
    }

    private static Syntax last(Syntax type) {
        return CSharpExpressions.called(type);
    }

    private Argument member(Syntax value) {
        Optional<Syntax> left = value.get("left");
        Optional<Syntax> right = value.get("right");
        if (!value.is("assignment_expression") || left.isEmpty() || right.isEmpty()) {
            return Argument.of(expressions.expression(value));
        }
        Expression given = expressions.expression(right.get());
        if (left.get().is("identifier")) {
            return Argument.named(left.get().text(), given);
        }
        return key(left.get()) instanceof Expression.Text text
                ? Argument.named(text.value(), given)
                : Argument.of(new Expression.Other(value.place(), List.of(expressions.expression(left.get()), given)));
    }

    private Expression key(Syntax binding) {
        List<Argument> arguments = expressions.arguments(binding);
        return arguments.size() == 1 ? arguments.get(0).value() : expressions.other(binding);
    }

    /** Elements, or pairs where they are written so: {@code ["a"] = 1}, <code>{"a", 1}</code>, {@code A = 1}. */
    private Expression collection(Syntax initializer) {
        List<Syntax> values = CSharpNodes.values(initializer);
        boolean pairs = !values.isEmpty() && values.stream().allMatch(CSharpMaking::isPair);
        if (!pairs) {
            return new Expression.Sequence(
                    initializer.place(), values.stream().map(this::element).toList());
        }
        return new Expression.Mapping(
                initializer.place(), values.stream().map(this::entry).toList());
    }

    private static boolean isPair(Syntax value) {
        return value.is("assignment_expression")
                || (value.is("initializer_expression")
                        && CSharpNodes.values(value).size() == 2
                        && CSharpNodes.values(value).stream().noneMatch(it -> it.is("assignment_expression")));
    }

    private Entry entry(Syntax value) {
        if (value.is("initializer_expression")) {
            List<Syntax> pair = CSharpNodes.values(value);
            return new Entry(expressions.expression(pair.get(0)), expressions.expression(pair.get(1)));
        }
        Syntax left = value.get("left").orElse(value);
        Expression key = left.is("identifier") ? new Expression.Text(left.place(), left.text()) : key(left);
        return new Entry(
                key, value.get("right").map(expressions::expression).orElseGet(() -> expressions.other(value)));
    }

    private Expression anonymous(Syntax node) {
        List<Entry> entries = new ArrayList<>();
        List<Syntax> parts = node.all();
        for (int i = 0; i < parts.size(); i++) {
            Syntax part = parts.get(i);
            if (!CSharpNodes.isValue(part)) {
                continue;
            }
            boolean named = i + 2 < parts.size() && parts.get(i + 1).is("=");
            Syntax name = named ? part : CSharpExpressions.called(part);
            i += named ? 2 : 0;
            entries.add(
                    new Entry(new Expression.Text(name.place(), name.text()), expressions.expression(parts.get(i))));
        }
        return new Expression.Mapping(node.place(), entries);
    }
}
