package dev.shirube.source.java;

import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.CastExpression;
import org.eclipse.jdt.core.dom.InstanceofExpression;
import org.eclipse.jdt.core.dom.PatternInstanceofExpression;
import org.eclipse.jdt.core.dom.SingleVariableDeclaration;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.TypePattern;

/** Where code asks for the type of an object: casts, {@code instanceof}, and type patterns. */
final class CastType {
    private CastType() {}

    /** The type that is asked for at that node itself; nothing where none is. */
    static Optional<Type> of(ASTNode node) {
        if (node instanceof CastExpression cast) {
            return Optional.of(cast.getType());
        } else if (node instanceof InstanceofExpression test) {
            return Optional.of(test.getRightOperand());
        }
        return node instanceof SingleVariableDeclaration variable && isPattern(variable.getParent())
                ? Optional.ofNullable(variable.getType())
                : Optional.empty();
    }

    private static boolean isPattern(ASTNode node) {
        return node instanceof TypePattern || node instanceof PatternInstanceofExpression;
    }
}
