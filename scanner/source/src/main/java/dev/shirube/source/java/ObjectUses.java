package dev.shirube.source.java;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.AnonymousClassDeclaration;
import org.eclipse.jdt.core.dom.Assignment;
import org.eclipse.jdt.core.dom.ConditionalExpression;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.ExpressionStatement;
import org.eclipse.jdt.core.dom.InfixExpression;
import org.eclipse.jdt.core.dom.LambdaExpression;
import org.eclipse.jdt.core.dom.MethodInvocation;
import org.eclipse.jdt.core.dom.NullLiteral;
import org.eclipse.jdt.core.dom.ParenthesizedExpression;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.VariableDeclaration;

/** Which methods are called on an object, where only a local variable of one method holds it. */
final class ObjectUses extends ASTVisitor {

    private final VariableDeclaration variable;
    private final Set<String> calls = new TreeSet<>();
    private boolean shared;

    private ObjectUses(VariableDeclaration variable) {
        this.variable = variable;
    }

    /** Names of all methods that are called on the receiver of a call; nothing where others may call some, too. */
    static Optional<Set<String>> of(Expression receiver) {
        if (receiver instanceof ParenthesizedExpression inner) {
            return of(inner.getExpression());
        }
        if (receiver instanceof MethodInvocation && receiver.getParent() instanceof MethodInvocation call) {
            return Optional.of(Set.of(call.getName().getIdentifier()));
        }
        return receiver instanceof SimpleName name
                ? Declarations.find(name.getIdentifier(), name).flatMap(ObjectUses::of)
                : Optional.empty();
    }

    private static Optional<Set<String>> of(VariableDeclaration variable) {
        if (Declarations.isField(variable) || Declarations.isBoundByConstruct(variable)) {
            return Optional.empty();
        }
        ObjectUses uses = new ObjectUses(variable);
        uses.shared = variable.getInitializer() != null && !isMadeHere(variable.getInitializer());
        variable.getParent().getParent().accept(uses);
        return uses.shared ? Optional.empty() : Optional.of(uses.calls);
    }

    @Override
    public boolean preVisit2(ASTNode node) {
        return !shared;
    }

    @Override
    public boolean visit(SimpleName name) {
        boolean same = name.getIdentifier().equals(variable.getName().getIdentifier())
                && !name.isDeclaration()
                && Declarations.find(name.getIdentifier(), name)
                        .filter(it -> it == variable)
                        .isPresent();
        if (same) {
            use(name);
        }
        return false;
    }

    private void use(SimpleName name) {
        ASTNode parent = name.getParent();
        if (name.getLocationInParent() == MethodInvocation.EXPRESSION_PROPERTY && !isCaptured(name)) {
            calls.add(((MethodInvocation) parent).getName().getIdentifier());
        } else if (name.getLocationInParent() == Assignment.LEFT_HAND_SIDE_PROPERTY) {
            boolean alone = parent.getParent() instanceof ExpressionStatement;
            shared |= !alone || !isMadeHere(((Assignment) parent).getRightHandSide());
        } else {
            // A name of a member that is called like the variable is no use of it; a comparison tells nothing.
            boolean other = name.getLocationInParent() == MethodInvocation.NAME_PROPERTY;
            shared |= !other && !(parent instanceof InfixExpression);
        }
    }

    /** What another variable holds, too, can be used by way of that one. */
    private static boolean isMadeHere(Expression value) {
        if (value instanceof ConditionalExpression choice) {
            return isMadeHere(choice.getThenExpression()) && isMadeHere(choice.getElseExpression());
        }
        return value instanceof MethodInvocation || value instanceof NullLiteral;
    }

    /** What a lambda or an inner class captures can be called later. */
    private boolean isCaptured(ASTNode name) {
        for (ASTNode node = name; node != null && node != variable.getParent().getParent(); node = node.getParent()) {
            if (node instanceof LambdaExpression || node instanceof AnonymousClassDeclaration) {
                return true;
            }
        }
        return false;
    }
}
