package dev.shirube.source.csharp;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code is} and {@code switch}: which values a pattern stands for, and the names that it gives. */
final class CSharpPatterns {

    private final CSharpExpressions expressions;

    CSharpPatterns(CSharpExpressions expressions) {
        this.expressions = expressions;
    }

    /** A comparison with a constant; a type test gives the value a name, if it is written so. */
    Expression test(Syntax node) {
        Optional<Syntax> subject = node.get("expression").or(() -> node.get("left"));
        Optional<Syntax> pattern = node.get("pattern").or(() -> node.get("right"));
        if (subject.isEmpty() || pattern.isEmpty()) {
            return expressions.other(node);
        }
        Expression value = expressions.expression(subject.get());
        return node.is("is_expression")
                ? new Expression.Other(node.place(), List.of(value))
                : test(pattern.get(), value);
    }

    private Expression test(Syntax pattern, Expression value) {
        return switch (pattern.type()) {
            case "constant_pattern" ->
                CSharpNodes.value(pattern)
                        .filter(it -> !it.is("tuple_expression"))
                        .<Expression>map(
                                it -> operation(pattern, Operator.EQUAL, List.of(value, expressions.expression(it))))
                        .orElseGet(() -> other(pattern, value));
            case "negated_pattern" ->
                CSharpNodes.value(pattern)
                        .<Expression>map(it -> operation(pattern, Operator.NOT, List.of(test(it, value))))
                        .orElseGet(() -> other(pattern, value));
            case "parenthesized_pattern" ->
                CSharpNodes.value(pattern).map(it -> test(it, value)).orElseGet(() -> other(pattern, value));
            case "or_pattern" -> both(pattern, Operator.OR, value);
            case "and_pattern" -> both(pattern, Operator.AND, value);
            default ->
                named(pattern, value)
                        .<Expression>map(it -> new Expression.Other(pattern.place(), List.of(it)))
                        .orElseGet(() -> other(pattern, value));
        };
    }

    private Expression both(Syntax pattern, Operator operator, Expression value) {
        List<Expression> parts = new ArrayList<>();
        pattern.get("left").ifPresent(it -> parts.add(test(it, value)));
        pattern.get("right").ifPresent(it -> parts.add(test(it, value)));
        return operation(pattern, operator, parts);
    }

    private static Expression operation(Syntax node, Operator operator, List<Expression> operands) {
        return new Expression.Operation(node.place(), operator, operands);
    }

    private Expression other(Syntax pattern, Expression value) {
        List<Expression> parts = new ArrayList<>(List.of(value));
        constants(pattern, parts);
        return new Expression.Other(pattern.place(), parts);
    }

    /** Types and names of members in a pattern are no values; the constants are. */
    private void constants(Syntax pattern, List<Expression> parts) {
        for (Syntax child : pattern.children()) {
            if (child.is("constant_pattern", "relational_pattern")) {
                CSharpNodes.values(child).forEach(it -> parts.add(expressions.expression(it)));
            } else {
                constants(child, parts);
            }
        }
    }

    /** {@code RSA rsa}: the same value by that name and in that type. */
    private Optional<Expression> named(Syntax pattern, Expression value) {
        Optional<Syntax> name = pattern.get("name").filter(it -> it.is("identifier"));
        Optional<Expression> type = pattern.get("type").flatMap(expressions::declaredType);
        return name.map(it -> new Expression.Assigned(
                pattern.place(),
                new Expression.Name(it.place(), it.text()),
                new Expression.Cast(pattern.place(), type, value)));
    }

    /** What a case of a {@code switch} gives a name to. */
    List<Statement> naming(Syntax pattern, Expression subject) {
        List<Statement> naming = new ArrayList<>();
        named(pattern, subject).ifPresent(it -> naming.add(new Statement.Evaluate(it)));
        return naming;
    }

    /** The values that a case is for. */
    List<Expression> labels(Syntax pattern) {
        if (pattern.is("or_pattern")) {
            List<Expression> labels = new ArrayList<>();
            pattern.children().forEach(it -> labels.addAll(labels(it)));
            return labels;
        }
        if (pattern.is("constant_pattern")) {
            return CSharpNodes.value(pattern).map(expressions::expression).stream()
                    .toList();
        }
        List<Expression> parts = new ArrayList<>();
        constants(pattern, parts);
        return List.of(new Expression.Other(pattern.place(), parts));
    }

    /** A {@code switch} that has a value, as one question after the other. */
    Expression choice(Syntax node, Optional<Expression> wanted) {
        Expression subject = CSharpNodes.value(node)
                .map(expressions::expression)
                .orElseGet(() -> new Expression.Other(node.place(), List.of()));
        boolean simple = subject instanceof Expression.Name || subject instanceof Expression.Member;
        List<Syntax> arms = node.children("switch_expression_arm").stream()
                .filter(it -> CSharpNodes.values(it).stream().noneMatch(part -> part.is("throw_expression")))
                .toList();
        Optional<Expression> chosen = Optional.empty();
        for (int i = arms.size() - 1; i >= 0; i--) {
            List<Syntax> parts = CSharpNodes.values(arms.get(i));
            Syntax pattern = parts.get(0);
            Expression value = expressions.expression(parts.get(parts.size() - 1), wanted);
            Expression question =
                    question(arms.get(i), pattern, i == 0 || simple ? Optional.of(subject) : Optional.empty(), simple);
            boolean last = chosen.isEmpty();
            chosen = Optional.of(
                    last
                            ? value
                            : new Expression.Conditional(
                                    arms.get(i).place(), Optional.of(question), List.of(value, chosen.get())));
        }
        return chosen.orElseGet(() -> new Expression.Other(node.place(), List.of(subject)));
    }

    /** The subject is written once and stands in the first question; a mere name may stand in all of them. */
    private Expression question(Syntax arm, Syntax pattern, Optional<Expression> subject, boolean simple) {
        List<Expression> parts = new ArrayList<>();
        if (simple && subject.isPresent()) {
            parts.add(test(pattern, subject.get()));
        } else {
            subject.ifPresent(parts::add);
            constants(pattern, parts);
        }
        arm.first("when_clause").flatMap(CSharpNodes::value).ifPresent(it -> parts.add(expressions.expression(it)));
        return parts.size() == 1 && simple ? parts.get(0) : new Expression.Other(arm.place(), parts);
    }
}
