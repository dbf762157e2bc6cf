package dev.shirube.source.window;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operators between two operands, as all languages write them. */
final class Operators {

    private Operators() {}

    static final Map<String, Integer> BINARY = Map.ofEntries(
            Map.entry("=", 1),
            Map.entry("??", 3),
            Map.entry("?:", 3),
            Map.entry("||", 3),
            Map.entry("or", 3),
            Map.entry("&&", 4),
            Map.entry("and", 4),
            Map.entry("|", 5),
            Map.entry("&", 5),
            Map.entry("^", 5),
            Map.entry("==", 6),
            Map.entry("!=", 6),
            Map.entry("===", 6),
            Map.entry("!==", 6),
            Map.entry("<", 6),
            Map.entry(">", 6),
            Map.entry("<=", 6),
            Map.entry(">=", 6),
            Map.entry("in", 6),
            Map.entry("is", 6),
            Map.entry("instanceof", 6),
            Map.entry("<<", 7),
            Map.entry("shl", 7),
            Map.entry("to", 7),
            Map.entry("+", 8),
            Map.entry("-", 8),
            Map.entry("*", 9),
            Map.entry("/", 9),
            Map.entry("%", 9));

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("??", Operator.OR),
            Map.entry("?:", Operator.OR),
            Map.entry("||", Operator.OR),
            Map.entry("or", Operator.OR),
            Map.entry("&&", Operator.AND),
            Map.entry("and", Operator.AND),
            Map.entry("|", Operator.BIT_OR),
            Map.entry("==", Operator.EQUAL),
            Map.entry("===", Operator.EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("!==", Operator.NOT_EQUAL),
            Map.entry("<<", Operator.SHIFT_LEFT),
            Map.entry("shl", Operator.SHIFT_LEFT),
            Map.entry("+", Operator.ADD),
            Map.entry(".", Operator.ADD),
            Map.entry("-", Operator.SUBTRACT),
            Map.entry("*", Operator.MULTIPLY),
            Map.entry("/", Operator.DIVIDE),
            Map.entry("%", Operator.REMAINDER));

    static Expression joined(Expression left, String mark, Expression right, Place place) {
        if (mark.equals("=")) {
            return new Expression.Assigned(place, left, right);
        } else if (mark.equals("to")) {
            return new Expression.Sequence(place, List.of(left, right));
        }
        Operator operator = OPERATORS.getOrDefault(mark, Operator.OTHER);
        List<Expression> operands = new ArrayList<>();
        boolean chain = left instanceof Expression.Operation same
                && same.operator() == operator
                && operator != Operator.OTHER
                && same.place().start() == place.start()
                && (operator == Operator.ADD
                        || operator == Operator.OR
                        || operator == Operator.AND
                        || operator == Operator.BIT_OR);
        if (chain) {
            operands.addAll(((Expression.Operation) left).operands());
        } else {
            operands.add(left);
        }
        operands.add(right);
        return new Expression.Operation(place, operator, operands);
    }
}
