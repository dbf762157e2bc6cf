package dev.shirube.source.java;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.IBinding;
import org.eclipse.jdt.core.dom.ITypeBinding;
import org.eclipse.jdt.core.dom.IVariableBinding;
import org.eclipse.jdt.core.dom.Modifier;
import org.eclipse.jdt.core.dom.Name;
import org.eclipse.jdt.core.dom.PrimitiveType;
import org.eclipse.jdt.core.dom.QualifiedName;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.Type;

/** Names of types, variables and constants: what JDT found in a library by its qualified name, all others as written. */
final class JavaNames {

    private final JavaFile file;

    JavaNames(JavaFile file) {
        this.file = file;
    }

    /** The type of a declaration; nothing where none is written. */
    Optional<Expression> declared(Type type) {
        return type == null || type.isVar() ? Optional.empty() : Optional.of(of(type));
    }

    Expression of(Type type) {
        Place place = file.place(type);
        if (type instanceof PrimitiveType primitive) {
            return new Expression.Resolved(place, primitive.toString(), Optional.empty());
        }
        Optional<String> written = TypeText.of(type);
        ITypeBinding binding = type.resolveBinding();
        if (written.isEmpty() || binding != null && binding.isTypeVariable()) {
            return new Expression.Other(place, List.of());
        } else if (isOfLibrary(binding) && !file.isImportedFromElsewhere(written.get(), qualified(binding))) {
            return new Expression.Resolved(place, qualified(binding), Optional.empty());
        }
        return chain(written.get(), place);
    }

    private Expression chain(String written, Place place) {
        String[] parts = written.split("\\.");
        if (file.isTypeParameter(parts[0])) {
            return new Expression.Other(place, List.of());
        }
        Expression at = new Expression.Name(place, parts[0]);
        for (int i = 1; i < parts.length; i++) {
            at = new Expression.Member(place, at, parts[i]);
        }
        return at;
    }

    Expression of(Name name) {
        SimpleName last = name instanceof QualifiedName qualified ? qualified.getName() : (SimpleName) name;
        Place place = file.placeAt(name, last);
        IBinding binding = name.resolveBinding();
        if (binding instanceof ITypeBinding type
                && isOfLibrary(type)
                && !file.isImportedFromElsewhere(name.getFullyQualifiedName(), qualified(type))) {
            return new Expression.Resolved(place, qualified(type), Optional.empty());
        } else if (binding instanceof IVariableBinding variable && isConstant(variable)) {
            String path = qualified(variable.getDeclaringClass()) + "." + variable.getName();
            return new Expression.Resolved(place, path, JavaLiterals.constant(variable.getConstantValue(), place));
        }
        if (name instanceof QualifiedName qualified) {
            return new Expression.Member(place, of(qualified.getQualifier()), last.getIdentifier());
        }
        boolean type = file.isTypeParameter(last.getIdentifier()) && !isVariable(last);
        return type ? new Expression.Other(place, List.of()) : new Expression.Name(place, last.getIdentifier());
    }

    private static boolean isVariable(SimpleName name) {
        return name.resolveBinding() instanceof IVariableBinding
                || Declarations.find(name.getIdentifier(), name).isPresent();
    }

    /** What an assignment to that name assigns: a field is a member, whatever variables have its name elsewhere. */
    Expression target(SimpleName name) {
        Place place = file.place(name);
        boolean field = name.resolveBinding() instanceof IVariableBinding variable
                ? variable.isField()
                : Declarations.find(name.getIdentifier(), name)
                        .map(Declarations::isField)
                        .orElse(true);
        return field
                ? new Expression.Member(place, new Expression.This(place), name.getIdentifier())
                : new Expression.Name(place, name.getIdentifier());
    }

    private static boolean isConstant(IVariableBinding variable) {
        return variable.isField()
                && Modifier.isStatic(variable.getModifiers())
                && isOfLibrary(variable.getDeclaringClass());
    }

    /** Whether JDT found it in a class file: what is declared in sources is followed there. */
    static boolean isOfLibrary(ITypeBinding type) {
        return Bindings.isKnown(type)
                && !type.isFromSource()
                && !type.isArray()
                && !type.isTypeVariable()
                && !type.isWildcardType()
                && !type.isIntersectionType();
    }

    /** The name with dots, also before inner types. */
    static String qualified(ITypeBinding type) {
        return type.getErasure().getQualifiedName();
    }

    /** Where the node stands. */
    Place place(ASTNode node) {
        return file.place(node);
    }
}
