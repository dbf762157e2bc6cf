package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Operators, by how they are written. */
final class Operators {
    private static final Set<Operator> CHAINED = Set.of(Operator.ADD, Operator.AND, Operator.OR);

    private Operators() {}

    static Operator of(String token) {
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "+", "." -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            case "*" -> Operator.MULTIPLY;
            case "/" -> Operator.DIVIDE;
            case "%" -> Operator.REMAINDER;
            case "<<" -> Operator.SHIFT_LEFT;
            case "|" -> Operator.BIT_OR;
            case "==", "===" -> Operator.EQUAL;
            case "!=", "!==", "<>" -> Operator.NOT_EQUAL;
            case "&&", "and" -> Operator.AND;
            case "||", "or", "??" -> Operator.OR;
            default -> Operator.OTHER;
        };
    }

    /** The operator as written. */
    static String token(Syntax node) {
        return node.get("operator")
                .map(Syntax::text)
                .orElseGet(() -> node.all().stream()
                        .filter(it -> !it.named())
                        .map(Syntax::text)
                        .findFirst()
                        .orElse(""));
    }

    static Expression binary(Expressions expressions, Syntax node) {
        Operator operator = of(token(node));
        Deque<Expression> operands = new ArrayDeque<>();
        Syntax at = node;
        while (true) {
            operands.addFirst(expressions.field(at, "right"));
            Syntax left = at.get("left").orElse(null);
            boolean chained = left != null
                    && CHAINED.contains(operator)
                    && left.is("binary_expression")
                    && of(token(left)) == operator;
            if (!chained) {
                operands.addFirst(expressions.field(at, "left"));
                return new Expression.Operation(node.place(), operator, new ArrayList<>(operands));
            }
            at = left;
        }
    }

    static Expression unary(Syntax node, Expression operand) {
        String token = token(node);
        if (token.equals("-") && operand instanceof Expression.Whole number) {
            return new Expression.Whole(node.place(), -number.value());
        }
        return new Expression.Operation(
                node.place(), token.equals("!") ? Operator.NOT : Operator.OTHER, List.of(operand));
    }
}
