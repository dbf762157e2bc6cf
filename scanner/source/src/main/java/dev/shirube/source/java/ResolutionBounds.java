package dev.shirube.source.java;

import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.ClassInstanceCreation;
import org.eclipse.jdt.core.dom.CompilationUnit;
import org.eclipse.jdt.core.dom.LambdaExpression;
import org.eclipse.jdt.core.dom.MethodInvocation;

/**
 * Which files are not worth resolving: those made to keep a compiler busy.
 *
 * <p>Type inference over nested generic calls is exponential in the depth of lambdas and at least cubic in that of calls
 * within arguments (measured with JDT 3.47: 16 nested {@code map(x -> ...)} take over 30 s, 6 take 0.1 s; 100 nested
 * {@code List.of} over 30 s, 30 take 0.5 s). Code written by people stays far below.
 */
final class ResolutionBounds extends ASTVisitor {

    private static final int LAMBDAS = 6;
    private static final int CALLS = 24;
    private static final int NODES = 600;
    private static final int CHARACTERS = 1 << 20;

    private int lambdas;
    private int depth;
    private int deepestLambdas;
    private int deepestCalls;
    private int deepest;
    private int calls;

    private ResolutionBounds() {}

    /** What exceeds a bound, with its value; nothing when the file may be resolved. */
    static Optional<String> exceeded(CompilationUnit unit) {
        if (unit.getLength() > CHARACTERS) {
            return Optional.of(unit.getLength() + " characters, more than " + CHARACTERS);
        }
        ResolutionBounds bounds = new ResolutionBounds();
        unit.accept(bounds);
        if (bounds.deepestLambdas > LAMBDAS) {
            return Optional.of(bounds.deepestLambdas + " lambdas within each other, more than " + LAMBDAS);
        }
        if (bounds.deepestCalls > CALLS) {
            return Optional.of(bounds.deepestCalls + " calls as arguments of each other, more than " + CALLS);
        }
        return bounds.deepest > NODES
                ? Optional.of("nesting of " + bounds.deepest + " syntax nodes, more than " + NODES)
                : Optional.empty();
    }

    @Override
    public void preVisit(ASTNode node) {
        deepest = Math.max(deepest, ++depth);
        if (node instanceof LambdaExpression) {
            deepestLambdas = Math.max(deepestLambdas, ++lambdas);
        } else if (isArgument(node)) {
            deepestCalls = Math.max(deepestCalls, ++calls);
        }
    }

    @Override
    public void postVisit(ASTNode node) {
        depth--;
        if (node instanceof LambdaExpression) {
            lambdas--;
        } else if (isArgument(node)) {
            calls--;
        }
    }

    /** A call or creation anywhere but as the receiver of the next call: a chain of calls is harmless. */
    private static boolean isArgument(ASTNode node) {
        boolean call = node instanceof MethodInvocation || node instanceof ClassInstanceCreation;
        return call && node.getLocationInParent() != MethodInvocation.EXPRESSION_PROPERTY;
    }
}
