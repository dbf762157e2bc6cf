package dev.shirube.source.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.BooleanLiteral;
import org.eclipse.jdt.core.dom.CastExpression;
import org.eclipse.jdt.core.dom.CharacterLiteral;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.FieldAccess;
import org.eclipse.jdt.core.dom.InfixExpression;
import org.eclipse.jdt.core.dom.Name;
import org.eclipse.jdt.core.dom.NumberLiteral;
import org.eclipse.jdt.core.dom.ParenthesizedExpression;
import org.eclipse.jdt.core.dom.PrefixExpression;
import org.eclipse.jdt.core.dom.StringLiteral;
import org.eclipse.jdt.core.dom.TextBlock;
import org.eclipse.jdt.core.dom.ThisExpression;

/**
 * Constant expressions of the Java Language Specification, section 15.29, as far as they are texts and whole numbers.
 *
 * <p>JDT is asked first; what it cannot know, because the name is declared in another file, is followed by names.
 */
final class ConstantReader {

    private static final int DEEPEST = 16;

    private final JavaFile file;
    private final int depth;

    ConstantReader(JavaFile file) {
        this(file, 0);
    }

    ConstantReader(JavaFile file, int depth) {
        this.file = file;
        this.depth = depth;
    }

    Optional<Constant> read(Expression expression) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (expression instanceof ParenthesizedExpression inner) {
            return read(inner.getExpression());
        }
        Optional<Constant> literal = literal(expression);
        if (literal.isPresent()) {
            return literal;
        }
        Object known = expression.resolveConstantExpressionValue();
        if (known != null) {
            return Constant.of(known, NamesIn.any(expression));
        }
        if (expression instanceof CastExpression cast) {
            return read(cast.getExpression());
        } else if (expression instanceof InfixExpression infix) {
            return fold(infix);
        } else if (expression instanceof Name name) {
            return ConstantFields.named(name, file, depth + 1);
        } else if (expression instanceof FieldAccess access && access.getExpression() instanceof ThisExpression) {
            return ConstantFields.named(access.getName(), file, depth + 1);
        }
        return Optional.empty();
    }

    private static Optional<Constant> literal(Expression expression) {
        try {
            if (expression instanceof StringLiteral text) {
                return Optional.of(Constant.text(text.getLiteralValue()));
            } else if (expression instanceof TextBlock block) {
                return Optional.of(Constant.text(block.getLiteralValue()));
            } else if (expression instanceof CharacterLiteral character) {
                return Constant.of(character.charValue(), false);
            } else if (expression instanceof BooleanLiteral truth) {
                return Constant.of(truth.booleanValue(), false);
            } else if (expression instanceof NumberLiteral number) {
                return number(number.getToken(), 1);
            } else if (expression instanceof PrefixExpression prefix
                    && prefix.getOperator() == PrefixExpression.Operator.MINUS
                    && prefix.getOperand() instanceof NumberLiteral number) {
                return number(number.getToken(), -1);
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // JDT's answer to a literal with a broken escape
        }
        return Optional.empty();
    }

    /** JLS 3.10.1: underscores, an L at the end, and the prefixes 0x, 0b and 0. */
    private static Optional<Constant> number(String token, int sign) {
        String digits = token.replace("_", "").replaceAll("[lL]$", "");
        try {
            if (digits.regionMatches(true, 0, "0b", 0, 2)) {
                return Optional.of(Constant.number(sign * Long.parseUnsignedLong(digits.substring(2), 2)));
            }
            return Optional.of(Constant.number(sign * Long.decode(digits)));
        } catch (NumberFormatException e) {
            return Optional.empty(); // a floating-point number, or one out of range
        }
    }

    private Optional<Constant> fold(InfixExpression infix) {
        List<Constant> operands = new ArrayList<>();
        for (Expression operand : operands(infix)) {
            Optional<Constant> constant = new ConstantReader(file, depth + 1).read(operand);
            if (constant.isEmpty()) {
                return Optional.empty();
            }
            operands.add(
                    operand instanceof CharacterLiteral letter
                            ? Constant.text(String.valueOf(letter.charValue()))
                            : constant.get());
        }
        boolean named = operands.stream().anyMatch(Constant::named);
        boolean text = operands.stream().anyMatch(Constant::isText);
        if (text && infix.getOperator() == InfixExpression.Operator.PLUS) {
            StringBuilder joined = new StringBuilder();
            operands.forEach(it -> joined.append(it.value()));
            return Optional.of(new Constant(joined.toString(), true, named));
        }
        return text ? Optional.empty() : arithmetic(infix.getOperator(), operands, named);
    }

    private static Optional<Constant> arithmetic(
            InfixExpression.Operator operator, List<Constant> operands, boolean named) {
        long result = Long.parseLong(operands.get(0).value());
        for (Constant operand : operands.subList(1, operands.size())) {
            long value = Long.parseLong(operand.value());
            if (operator == InfixExpression.Operator.PLUS) {
                result += value;
            } else if (operator == InfixExpression.Operator.MINUS) {
                result -= value;
            } else if (operator == InfixExpression.Operator.TIMES) {
                result *= value;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Constant(Long.toString(result), false, named));
    }

    /** All operands of a chain of the same operator, in order. */
    static List<Expression> operands(InfixExpression infix) {
        List<Expression> operands = new ArrayList<>();
        operands.add(infix.getLeftOperand());
        operands.add(infix.getRightOperand());
        for (Object further : infix.extendedOperands()) {
            operands.add((Expression) further);
        }
        return operands;
    }

    /** Whether a tree holds a name. */
    private static final class NamesIn extends org.eclipse.jdt.core.dom.ASTVisitor {
        private boolean found;

        static boolean any(ASTNode node) {
            NamesIn names = new NamesIn();
            node.accept(names);
            return names.found;
        }

        @Override
        public boolean preVisit2(ASTNode node) {
            found |= node instanceof Name;
            return !found;
        }
    }
}
