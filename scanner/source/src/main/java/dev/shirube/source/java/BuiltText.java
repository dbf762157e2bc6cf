package dev.shirube.source.java;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.core.dom.ClassInstanceCreation;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.MethodInvocation;
import org.eclipse.jdt.core.dom.NumberLiteral;

/** A text put together in one expression: {@code new StringBuilder("SHA256").append("withRSA").toString()}. */
final class BuiltText {

    private static final Set<String> BUILDERS = Set.of("StringBuilder", "StringBuffer");

    private BuiltText() {}

    /** What is joined, in order; nothing when the expression is something else. A builder with a name is not followed. */
    static Optional<List<Expression>> parts(Expression expression) {
        if (!(expression instanceof MethodInvocation last) || !isCall(last, "toString", 0)) {
            return Optional.empty();
        }
        List<Expression> parts = new ArrayList<>();
        Expression at = last.getExpression();
        while (at instanceof MethodInvocation call && isCall(call, "append", 1)) {
            parts.add((Expression) call.arguments().get(0));
            at = call.getExpression();
        }
        if (!(at instanceof ClassInstanceCreation creation)
                || !BUILDERS.contains(TypeText.of(creation.getType()).orElse(""))) {
            return Optional.empty();
        }
        for (Object argument : creation.arguments()) {
            if (!(argument instanceof NumberLiteral)) { // a number is the capacity
                parts.add((Expression) argument);
            }
        }
        Collections.reverse(parts);
        return Optional.of(parts);
    }

    private static boolean isCall(MethodInvocation call, String name, int arguments) {
        return call.getName().getIdentifier().equals(name) && call.arguments().size() == arguments;
    }
}
