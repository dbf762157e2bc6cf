package dev.shirube.source.go;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.List;
import java.util.Optional;

/** Declarations of variables and constants, and assignments. */
final class GoAssignments {
    private final GoReader reader;

    GoAssignments(GoReader reader) {
        this.reader = reader;
    }

    /** {@code x = y}, {@code a, b = b, a}, {@code x += y}. */
    void assignment(Syntax node, List<Statement> statements) {
        List<Syntax> left = node.get("left").map(this::listed).orElse(List.of());
        List<Syntax> right = node.get("right").map(this::listed).orElse(List.of());
        String operator = node.get("operator").map(Syntax::text).orElse("=");
        if (operator.length() > 1 && left.size() == 1 && right.size() == 1) {
            Expression target = reader.expressions.lower(left.get(0));
            Expression value = new Expression.Operation(
                    node.place(),
                    GoExpressions.operator(operator.substring(0, operator.length() - 1)),
                    List.of(target, reader.expressions.lower(right.get(0))));
            statements.add(assign(node.place(), target, Optional.of(value), false));
        } else {
            assign(node, left, right, Optional.empty(), false, statements);
        }
    }

    /** {@code x++}. */
    Statement counted(Syntax node) {
        Expression target = reader.expressions.other(node);
        if (node.children().size() == 1) {
            target = reader.expressions.lower(node.children().get(0));
        }
        Expression.Operator operator =
                node.is("inc_statement") ? Expression.Operator.ADD : Expression.Operator.SUBTRACT;
        Expression value = new Expression.Operation(
                node.place(), operator, List.of(target, new Expression.Whole(node.place(), 1)));
        return assign(node.place(), target, Optional.of(value), false);
    }

    /** {@code x, err := f()}; what is on the right still sees what the names on the left hide. */
    void shortDeclaration(Syntax node, List<Statement> statements) {
        List<Syntax> left = node.get("left").map(this::listed).orElse(List.of());
        List<Syntax> right = node.get("right").map(this::listed).orElse(List.of());
        assign(node, left, right, Optional.empty(), true, statements);
    }

    /** {@code case m, ok := <-channel} of a {@code select}. */
    void received(Syntax node, List<Statement> statements) {
        List<Syntax> left = node.get("left").map(this::listed).orElse(List.of());
        List<Syntax> right = node.get("right").map(this::listed).orElse(List.of());
        if (left.isEmpty()) {
            right.forEach(it -> statements.add(new Statement.Evaluate(reader.expressions.lower(it))));
        } else {
            assign(node, left, right, Optional.empty(), node.has(":="), statements);
        }
    }

    void variables(Syntax node, List<Statement> statements) {
        for (Syntax child : node.children()) {
            if (child.is("var_spec")) {
                List<Syntax> values = child.get("value").map(this::listed).orElse(List.of());
                Optional<Expression> type = child.get("type").map(reader.types::named);
                assign(child, child.getAll("name"), values, type, true, statements);
            } else {
                variables(child, statements);
            }
        }
    }

    /** A constant without a value has that of the one before it, with the next {@code iota}. */
    void constants(Syntax node, List<Statement> statements) {
        long outer = reader.iota;
        List<Syntax> values = List.of();
        Optional<Expression> type = Optional.empty();
        reader.iota = 0;
        for (Syntax spec : node.children("const_spec")) {
            Optional<Syntax> own = spec.get("value");
            if (own.isPresent()) {
                values = listed(own.get());
                type = spec.get("type").map(reader.types::named);
            }
            List<Syntax> names = spec.getAll("name");
            for (int i = 0; i < names.size(); i++) {
                Optional<Expression> value =
                        i < values.size() ? Optional.of(reader.expressions.lower(values.get(i))) : Optional.empty();
                if (!names.get(i).text().equals("_")) {
                    statements.add(new Statement.Assign(
                            spec.placeAt(names.get(i)), declaredName(names.get(i)), type, value, true));
                }
            }
            reader.iota++;
        }
        reader.iota = outer;
    }

    private void assign(
            Syntax node,
            List<Syntax> left,
            List<Syntax> right,
            Optional<Expression> type,
            boolean declares,
            List<Statement> statements) {
        List<Expression> values = right.stream().map(reader.expressions::lower).toList();
        List<Expression> targets = left.stream()
                .map(it -> declares ? declaredName(it) : reader.expressions.lower(it))
                .toList();
        if (values.isEmpty()) {
            targets.forEach(
                    it -> statements.add(new Statement.Assign(it.place(), it, type, Optional.empty(), declares)));
        } else if (targets.size() == 1) {
            Expression value = values.size() == 1 ? values.get(0) : new Expression.Other(node.place(), values);
            statements.add(new Statement.Assign(node.place(), targets.get(0), type, Optional.of(value), declares));
        } else if (values.size() == 1 && targets.size() == 2 && hasFlag(right.get(0))) {
            statements.add(
                    new Statement.Assign(node.place(), targets.get(0), type, Optional.of(values.get(0)), declares));
            Expression flag = new Expression.Other(right.get(0).place(), List.of());
            statements.add(assign(node.place(), targets.get(1), Optional.of(flag), declares));
        } else {
            Expression value = values.size() == 1 ? values.get(0) : new Expression.Sequence(node.place(), values);
            Expression all = new Expression.Sequence(node.place(), targets);
            statements.add(new Statement.Assign(node.place(), all, type, Optional.of(value), declares));
        }
    }

    /** Whether the second result only tells if there is a first one. */
    private static boolean hasFlag(Syntax value) {
        return value.is("index_expression", "type_assertion_expression", "unary_expression");
    }

    /** A new variable of the receiver's name hides it. */
    private Expression declaredName(Syntax node) {
        if (!node.is("identifier")) {
            return reader.expressions.lower(node);
        }
        if (node.text().equals(reader.receiver)) {
            reader.receiver = "";
        }
        return new Expression.Name(node.place(), node.text());
    }

    List<Syntax> listed(Syntax node) {
        return node.is("expression_list") ? node.children() : List.of(node);
    }

    private static Statement assign(Place place, Expression target, Optional<Expression> value, boolean declares) {
        return new Statement.Assign(place, target, Optional.empty(), value, declares);
    }

    /** The variables that a loop takes an index or key and its element apart into. */
    Optional<Expression> taken(List<Syntax> names) {
        List<Expression> targets = names.stream().map(this::declaredName).toList();
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(new Expression.Sequence(names.get(0).place(), targets));
    }
}
