package dev.shirube.source.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;
import org.eclipse.jdt.core.dom.AnonymousClassDeclaration;
import org.eclipse.jdt.core.dom.BodyDeclaration;
import org.eclipse.jdt.core.dom.CompilationUnit;
import org.eclipse.jdt.core.dom.EnumConstantDeclaration;
import org.eclipse.jdt.core.dom.FieldDeclaration;
import org.eclipse.jdt.core.dom.IMethodBinding;
import org.eclipse.jdt.core.dom.Initializer;
import org.eclipse.jdt.core.dom.MethodDeclaration;
import org.eclipse.jdt.core.dom.Modifier;
import org.eclipse.jdt.core.dom.TypeDeclaration;

/**
 * The member that a place is in, written as the bytecode scanner writes it: {@code com.acme.Signer#sign([B)[B}.
 *
 * <p>Field initialisers are in {@code <init>} or {@code <clinit>}, as javac puts them. The body of a lambda is in the
 * member around it; in bytecode it is in a method {@code lambda$...} of the same class. Without bindings the descriptor
 * is left out.
 */
final class EnclosingMember {
    private EnclosingMember() {}

    static String of(ASTNode node) {
        ASTNode at = node;
        while (at != null && !(at instanceof BodyDeclaration && !(at instanceof AbstractTypeDeclaration))) {
            if (at instanceof AbstractTypeDeclaration type) {
                return binaryName(type); // the head of a class: an annotation
            }
            at = at.getParent();
        }
        if (at == null) {
            return "";
        }
        String type = binaryName(at.getParent());
        if (at instanceof MethodDeclaration method) {
            return type + "#"
                    + (method.isConstructor() ? "<init>" : method.getName().getIdentifier()) + descriptor(method);
        }
        return type + "#"
                + (isStatic((BodyDeclaration) at) ? "<clinit>()V" : "<init>" + onlyConstructor(at.getParent()));
    }

    private static boolean isStatic(BodyDeclaration member) {
        boolean inInterface = member.getParent() instanceof TypeDeclaration type && type.isInterface();
        boolean initialiser = member instanceof FieldDeclaration || member instanceof Initializer;
        return inInterface
                || member instanceof EnumConstantDeclaration
                || !initialiser
                || Modifier.isStatic(member.getModifiers());
    }

    private static String descriptor(MethodDeclaration method) {
        IMethodBinding binding = method.resolveBinding();
        return binding == null ? "" : Bindings.descriptor(binding).orElse("");
    }

    /** With several constructors javac puts the initialiser into each. */
    private static String onlyConstructor(ASTNode type) {
        List<MethodDeclaration> constructors = new ArrayList<>();
        if (type instanceof AbstractTypeDeclaration declaration) {
            for (Object member : declaration.bodyDeclarations()) {
                if (member instanceof MethodDeclaration method && method.isConstructor()) {
                    constructors.add(method);
                }
            }
        }
        if (constructors.isEmpty() && type instanceof TypeDeclaration) {
            return "()V";
        }
        return constructors.size() == 1 ? descriptor(constructors.get(0)) : "";
    }

    private static String binaryName(ASTNode type) {
        String name = type instanceof AbstractTypeDeclaration declaration
                ? declaration.getName().getIdentifier()
                : Integer.toString(number(type));
        Optional<ASTNode> outer = outerType(type);
        if (outer.isPresent()) {
            return binaryName(outer.get()) + "$" + name;
        }
        CompilationUnit unit = (CompilationUnit) type.getRoot();
        return unit.getPackage() == null ? name : unit.getPackage().getName().getFullyQualifiedName() + "." + name;
    }

    private static Optional<ASTNode> outerType(ASTNode type) {
        for (ASTNode node = type.getParent(); node != null; node = node.getParent()) {
            if (node instanceof AbstractTypeDeclaration || node instanceof AnonymousClassDeclaration) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** Anonymous classes are numbered from 1 within the type around them, in the order of the text. */
    private static int number(ASTNode anonymous) {
        int[] number = {0};
        Optional<ASTNode> outer = outerType(anonymous);
        outer.ifPresent(it -> it.accept(new ASTVisitor() {
            @Override
            public boolean preVisit2(ASTNode node) {
                boolean nested = node != it
                        && (node instanceof AbstractTypeDeclaration || node instanceof AnonymousClassDeclaration);
                if (node instanceof AnonymousClassDeclaration
                        && node != it
                        && node.getStartPosition() <= anonymous.getStartPosition()) {
                    number[0]++;
                }
                return !nested;
            }
        }));
        return number[0];
    }
}
