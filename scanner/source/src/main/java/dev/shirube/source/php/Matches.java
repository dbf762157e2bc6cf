package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code match}: a chain of questions, each with what is the value where it holds. */
final class Matches {
    private Matches() {}

    static Expression of(Script script, Syntax node) {
        Expression subject = node.get("condition").map(script.expressions::of).orElseGet(() -> nothing(node));
        List<Syntax> arms = new ArrayList<>();
        Optional<Expression> last = Optional.empty();
        for (Syntax arm : node.get("body").map(Syntax::children).orElse(List.of())) {
            if (arm.is("match_default_expression")) {
                last = arm.get("return_expression").filter(it -> !isFailure(it)).map(script.expressions::of);
            } else if (!isFailure(arm.get("return_expression").orElse(arm))) {
                arms.add(arm);
            }
        }
        boolean plain = subject instanceof Expression.Name
                || subject instanceof Expression.Member
                || subject instanceof Expression.This;
        Expression value = last.orElse(null);
        for (int i = arms.size() - 1; i >= 0; i--) {
            Expression asked = plain || i == 0 ? subject : nothing(arms.get(i)); // what it does, it does once
            Expression outcome = script.expressions.field(arms.get(i), "return_expression");
            value = value == null
                    ? new Expression.Conditional(node.place(), Optional.empty(), List.of(outcome))
                    : new Expression.Conditional(
                            node.place(), Optional.of(question(script, arms.get(i), asked)), List.of(outcome, value));
        }
        return value == null || arms.isEmpty() ? script.expressions.other(node) : value;
    }

    private static Expression question(Script script, Syntax arm, Expression subject) {
        List<Expression> questions = new ArrayList<>();
        for (Syntax label :
                arm.get("conditional_expressions").map(Syntax::children).orElse(List.of())) {
            questions.add(new Expression.Operation(
                    label.place(), Operator.EQUAL, List.of(subject, script.expressions.of(label))));
        }
        return questions.size() == 1 ? questions.get(0) : new Expression.Operation(arm.place(), Operator.OR, questions);
    }

    /** Gives no value: an exception that is made of nothing that could matter. */
    private static boolean isFailure(Syntax node) {
        return node.is("throw_expression") && calls(node) <= 1;
    }

    private static int calls(Syntax node) {
        int own = node.type().endsWith("call_expression") || node.is("object_creation_expression") ? 1 : 0;
        return own + node.children().stream().mapToInt(Matches::calls).sum();
    }

    private static Expression nothing(Syntax node) {
        return new Expression.Other(node.place(), List.of());
    }
}
