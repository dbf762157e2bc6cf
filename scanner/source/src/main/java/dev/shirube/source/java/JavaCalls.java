package dev.shirube.source.java;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;
import org.eclipse.jdt.core.dom.AnonymousClassDeclaration;
import org.eclipse.jdt.core.dom.ClassInstanceCreation;
import org.eclipse.jdt.core.dom.ConstructorInvocation;
import org.eclipse.jdt.core.dom.CreationReference;
import org.eclipse.jdt.core.dom.ExpressionMethodReference;
import org.eclipse.jdt.core.dom.IMethodBinding;
import org.eclipse.jdt.core.dom.MethodInvocation;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.SuperConstructorInvocation;
import org.eclipse.jdt.core.dom.SuperMethodInvocation;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.TypeDeclaration;
import org.eclipse.jdt.core.dom.TypeMethodReference;

/** Calls, references to methods, and the making of objects. */
final class JavaCalls {

    private final JavaLowering java;

    JavaCalls(JavaLowering java) {
        this.java = java;
    }

    /** The call that the expression is; nothing for another expression. */
    Optional<Expression> of(org.eclipse.jdt.core.dom.Expression node) {
        if (node instanceof MethodInvocation it) {
            return Optional.of(method(it));
        } else if (node instanceof SuperMethodInvocation it) {
            return Optional.of(inherited(it));
        } else if (node instanceof ClassInstanceCreation it) {
            return Optional.of(creation(it));
        } else if (node instanceof ExpressionMethodReference it) {
            Expression object = java.expression(it.getExpression());
            Optional<Expression.Target> target =
                    JavaTargets.method(it.getExpression(), it.resolveMethodBinding(), List.of());
            return Optional.of(reference(it, object, it.getName(), target));
        } else if (node instanceof TypeMethodReference it) {
            Optional<Expression.Target> target =
                    JavaTargets.constructor(it.getType().resolveBinding(), null, List.of(), false);
            return Optional.of(reference(it, java.names().of(it.getType()), it.getName(), target));
        } else if (node instanceof CreationReference it) {
            return Optional.of(new Expression.Reference(
                    java.place(it),
                    java.names().of(it.getType()),
                    true,
                    JavaTargets.constructor(it.getType().resolveBinding(), null, List.of(), false)));
        }
        return Optional.empty();
    }

    private Expression reference(ASTNode node, Expression object, SimpleName name, Optional<Expression.Target> target) {
        Place place = java.file().placeAt(node, name);
        return new Expression.Reference(
                place, new Expression.Member(place, object, name.getIdentifier()), false, target);
    }

    private Expression method(MethodInvocation node) {
        Place place = java.file().placeAt(node, node.getName());
        String name = node.getName().getIdentifier();
        Expression callee = node.getExpression() == null
                ? new Expression.Name(java.place(node.getName()), name)
                : new Expression.Member(
                        java.file().placeUpTo(node, node.getName()), java.expression(node.getExpression()), name);
        Optional<Expression.Target> target =
                JavaTargets.method(node.getExpression(), binding(node.getName()), node.arguments());
        return new Expression.Call(place, callee, arguments(node.arguments()), false, target);
    }

    private static IMethodBinding binding(SimpleName name) {
        return name.resolveBinding() instanceof IMethodBinding method ? method : null;
    }

    /** {@code super.f(x)}: a method of the superclass, whatever this class has under that name. */
    private Expression inherited(SuperMethodInvocation node) {
        Place place = java.file().placeAt(node, node.getName());
        Expression self = new Expression.Other(place, List.of());
        Expression object = superclass(node)
                .<Expression>map(type ->
                        new Expression.Cast(place, Optional.of(java.names().of(type)), self))
                .orElse(self);
        return new Expression.Call(
                place,
                new Expression.Member(place, object, node.getName().getIdentifier()),
                arguments(node.arguments()),
                false,
                JavaTargets.method(null, binding(node.getName()), node.arguments()));
    }

    private Expression creation(ClassInstanceCreation node) {
        boolean anonymous = node.getAnonymousClassDeclaration() != null;
        Expression.Call call =
                constructor(node, node.getType(), node.resolveConstructorBinding(), node.arguments(), !anonymous);
        List<Expression> parts = new ArrayList<>();
        if (node.getExpression() != null) {
            parts.add(java.expression(node.getExpression()));
        }
        Expression made = anonymous
                ? new Expression.Anonymous(
                        java.place(node),
                        call,
                        java.declarations().anonymous(node.getAnonymousClassDeclaration(), call.callee()))
                : call;
        if (parts.isEmpty()) {
            return made;
        }
        parts.add(made);
        return new Expression.Other(java.place(node), parts);
    }

    private Expression.Call constructor(
            ASTNode node, Type type, IMethodBinding constructor, List<?> arguments, boolean exact) {
        return new Expression.Call(
                java.place(node),
                java.names().of(type),
                arguments(arguments),
                true,
                JavaTargets.constructor(type.resolveBinding(), constructor, arguments, exact));
    }

    /** {@code super(x)} as the making of an object of the superclass; its arguments alone where that is not written. */
    Expression ofSuperclass(SuperConstructorInvocation node) {
        return superclass(node)
                .<Expression>map(
                        type -> constructor(node, type, node.resolveConstructorBinding(), node.arguments(), true))
                .orElseGet(() -> new Expression.Other(java.place(node), java.expressions(node.arguments())));
    }

    /** {@code this(x)} as the making of an object of the class itself. */
    Expression ofThis(ConstructorInvocation node) {
        ASTNode at = node;
        while (at != null && !(at instanceof AbstractTypeDeclaration)) {
            at = at.getParent();
        }
        Place place = java.place(node);
        return at instanceof AbstractTypeDeclaration type
                ? new Expression.Call(
                        place,
                        new Expression.Name(place, type.getName().getIdentifier()),
                        arguments(node.arguments()),
                        true)
                : new Expression.Other(place, java.expressions(node.arguments()));
    }

    private static Optional<Type> superclass(ASTNode node) {
        ASTNode at = node;
        while (at != null && !(at instanceof AbstractTypeDeclaration) && !(at instanceof AnonymousClassDeclaration)) {
            at = at.getParent();
        }
        return at instanceof TypeDeclaration type ? Optional.ofNullable(type.getSuperclassType()) : Optional.empty();
    }

    List<Expression.Argument> arguments(List<?> nodes) {
        List<Expression.Argument> arguments = new ArrayList<>();
        java.expressions(nodes).forEach(it -> arguments.add(Expression.Argument.of(it)));
        return arguments;
    }
}
