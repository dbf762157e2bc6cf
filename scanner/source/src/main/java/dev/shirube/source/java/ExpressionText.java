package dev.shirube.source.java;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.InfixExpression;
import org.eclipse.jdt.core.dom.StringLiteral;

/**
 * An expression as evidence: as written on one line, shortened, and without literals that could be a secret.
 *
 * <p>Literals are kept only as operands of a concatenation, which is how names of algorithms are built; what is given to
 * a call ({@code decode("...")}) is left out.
 */
final class ExpressionText {

    private static final int LONGEST = 120;
    private static final int LONGEST_LITERAL = 32;
    private static final String LEFT_OUT = "…";

    private ExpressionText() {}

    static String of(Expression expression, JavaFile file) {
        String text;
        if (expression instanceof InfixExpression infix && infix.getOperator() == InfixExpression.Operator.PLUS) {
            List<String> operands = new ArrayList<>();
            for (Expression operand : ConstantReader.operands(infix)) {
                boolean kept = operand instanceof StringLiteral && operand.getLength() <= LONGEST_LITERAL;
                operands.add(kept ? written(operand, file) : masked(operand, file));
            }
            text = String.join(" + ", operands);
        } else {
            text = masked(expression, file);
        }
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + LEFT_OUT;
    }

    private static String written(ASTNode node, JavaFile file) {
        int from = Math.max(0, node.getStartPosition());
        int to = Math.min(file.source().text().length(), from + node.getLength());
        return file.source().text().substring(from, Math.max(from, to));
    }

    private static String masked(Expression expression, JavaFile file) {
        StringBuilder text = new StringBuilder();
        int[] position = {expression.getStartPosition()};
        int end = Math.min(
                expression.getStartPosition() + Math.min(expression.getLength(), LONGEST * 4),
                file.source().text().length());
        expression.accept(new ASTVisitor() {
            @Override
            public void preVisit(ASTNode node) {
                int start = node.getStartPosition();
                if (Literals.mayBeSecret(node) && start >= position[0] && start < end) {
                    text.append(file.source().text(), position[0], start).append('"' + LEFT_OUT + '"');
                    position[0] = start + node.getLength();
                }
            }
        });
        if (position[0] < end) {
            text.append(file.source().text(), position[0], end);
        }
        return text.toString();
    }

    /** Which syntax holds characters or bytes of a value. */
    private static final class Literals {
        static boolean mayBeSecret(ASTNode node) {
            return switch (node.getNodeType()) {
                case ASTNode.STRING_LITERAL, ASTNode.TEXT_BLOCK, ASTNode.CHARACTER_LITERAL, ASTNode.ARRAY_INITIALIZER ->
                    true;
                default -> false;
            };
        }
    }
}
