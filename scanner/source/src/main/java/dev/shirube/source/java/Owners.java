package dev.shirube.source.java;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;
import org.eclipse.jdt.core.dom.AnonymousClassDeclaration;
import org.eclipse.jdt.core.dom.CastExpression;
import org.eclipse.jdt.core.dom.ClassInstanceCreation;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.FieldAccess;
import org.eclipse.jdt.core.dom.FieldDeclaration;
import org.eclipse.jdt.core.dom.IMethodBinding;
import org.eclipse.jdt.core.dom.ITypeBinding;
import org.eclipse.jdt.core.dom.IVariableBinding;
import org.eclipse.jdt.core.dom.MethodDeclaration;
import org.eclipse.jdt.core.dom.Name;
import org.eclipse.jdt.core.dom.ParenthesizedExpression;
import org.eclipse.jdt.core.dom.QualifiedName;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.SingleVariableDeclaration;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.TypeDeclaration;
import org.eclipse.jdt.core.dom.VariableDeclaration;
import org.eclipse.jdt.core.dom.VariableDeclarationExpression;
import org.eclipse.jdt.core.dom.VariableDeclarationStatement;

/**
 * Which type of the catalogue a member belongs to: by bindings where JDT found the type, else by imports and names.
 *
 * <p>A binding that was found is the last word: a look-alike that resolves to another class is no call of the catalogue.
 */
final class Owners {

    private final JavaFile file;
    private final CallSites sites;

    Owners(JavaFile file, CallSites sites) {
        this.file = file;
        this.sites = sites;
    }

    /**
     * An owner of the catalogue.
     *
     * @param exact whether JDT found the type, and not only names told
     */
    record Owner(String name, boolean exact) {}

    /** The owner of a called or referenced method. */
    Optional<Owner> ofMethod(Optional<Expression> receiver, String member, IMethodBinding binding, ASTNode at) {
        ITypeBinding type = receiver.map(Expression::resolveTypeBinding).orElse(null);
        if (Bindings.isKnown(type) && !Bindings.isObject(type)) {
            return nearest(type, member);
        }
        if (binding != null && Bindings.isKnown(binding.getDeclaringClass())) {
            return nearest(binding.getDeclaringClass(), member);
        }
        Optional<String> named = receiver.isPresent() ? typeOf(receiver.get()) : unqualified(member, at);
        return named.filter(owner -> !file.names().rows(owner, member).isEmpty())
                .map(owner -> new Owner(owner, false));
    }

    /** The owner that is created or extended by that written type. */
    Optional<Owner> ofType(Type type) {
        ITypeBinding binding = type.resolveBinding();
        if (Bindings.isKnown(binding)) {
            return Bindings.name(binding).map(name -> new Owner(name, true));
        }
        return TypeText.of(type).flatMap(file.types()::owner).map(name -> new Owner(name, false));
    }

    /** The owner of a static field that is written with its type or imported. */
    Optional<Owner> ofField(Name field) {
        if (field.resolveBinding() instanceof IVariableBinding variable
                && Bindings.isKnown(variable.getDeclaringClass())) {
            return nearest(variable.getDeclaringClass(), variable.getName());
        }
        if (field instanceof QualifiedName qualified) {
            return typeName(qualified.getQualifier()).map(name -> new Owner(name, false));
        }
        SimpleName name = (SimpleName) field;
        List<String> imported = Declarations.find(name.getIdentifier(), name).isPresent()
                ? List.of()
                : file.types().staticOwners(name.getIdentifier());
        return imported.stream().findFirst().map(owner -> new Owner(owner, false));
    }

    /** {@code owner#NAME} for a static field of a type of the catalogue whose value could not be looked up. */
    Optional<String> staticField(Expression expression) {
        return expression instanceof QualifiedName qualified && !Bindings.isKnown(qualified.resolveTypeBinding())
                ? typeName(qualified.getQualifier())
                        .map(owner -> owner + "#" + qualified.getName().getIdentifier())
                : Optional.empty();
    }

    private Optional<Owner> nearest(ITypeBinding type, String member) {
        return Bindings.nearest(type, name -> !file.names().rows(name, member).isEmpty())
                .map(name -> new Owner(name, true));
    }

    private Optional<String> typeName(Name name) {
        String written = name.getFullyQualifiedName();
        String first = written.split("\\.", 2)[0];
        return Declarations.find(first, name).isPresent()
                ? Optional.empty()
                : file.types().owner(written);
    }

    /** A member without receiver: of a class around it, inherited by one, or imported. */
    private Optional<String> unqualified(String member, ASTNode at) {
        for (ASTNode node = at.getParent(); node != null; node = node.getParent()) {
            if (node instanceof AbstractTypeDeclaration type && declares(type.bodyDeclarations(), member)
                    || node instanceof AnonymousClassDeclaration anonymous
                            && declares(anonymous.bodyDeclarations(), member)) {
                return Optional.empty();
            }
            if (node instanceof TypeDeclaration type && type.getSuperclassType() != null) {
                Optional<String> inherited = TypeText.of(type.getSuperclassType())
                        .flatMap(file.types()::owner)
                        .filter(owner -> !file.names().rows(owner, member).isEmpty());
                if (inherited.isPresent()) {
                    return inherited;
                }
            }
        }
        return file.types().staticOwners(member).stream()
                .filter(owner -> !file.names().rows(owner, member).isEmpty())
                .findFirst();
    }

    private static boolean declares(List<?> members, String name) {
        return members.stream()
                .anyMatch(it -> it instanceof MethodDeclaration method
                        && method.getName().getIdentifier().equals(name));
    }

    /** The catalogue's type that an expression is of, or that a name stands for, by syntax alone. */
    private Optional<String> typeOf(Expression expression) {
        if (expression instanceof ParenthesizedExpression inner) {
            return typeOf(inner.getExpression());
        } else if (expression instanceof CastExpression cast) {
            return named(cast.getType());
        } else if (expression instanceof ClassInstanceCreation creation) {
            return named(creation.getType());
        } else if (expression instanceof SimpleName name) {
            Optional<VariableDeclaration> declaration = Declarations.find(name.getIdentifier(), name);
            return declaration.isPresent()
                    ? declared(declaration.get())
                    : typeName(name).or(() -> inherited(name));
        } else if (expression instanceof QualifiedName name) {
            return typeName(name);
        } else if (expression instanceof FieldAccess access) {
            return Declarations.find(access.getName().getIdentifier(), typeAround(access))
                    .filter(Declarations::isField)
                    .flatMap(this::declared);
        }
        return sites.at(expression).flatMap(site -> ReturnType.of(site, file.names()));
    }

    /** Fields only: seen from the first member of the class around, no local variable is in scope. */
    private static ASTNode typeAround(ASTNode node) {
        ASTNode at = node;
        while (at.getParent() != null
                && !(at.getParent() instanceof AbstractTypeDeclaration)
                && !(at.getParent() instanceof AnonymousClassDeclaration)) {
            at = at.getParent();
        }
        return at;
    }

    /** A field that a class in another file declares; its type is a name of that file. */
    private Optional<String> inherited(SimpleName name) {
        return new Fields(file, 0)
                .named(name)
                .flatMap(found -> TypeText.of(writtenType(found.declaration()))
                        .flatMap(found.file().types()::owner));
    }

    private Optional<String> named(Type type) {
        return TypeText.of(type).flatMap(file.types()::owner);
    }

    private Optional<String> declared(VariableDeclaration declaration) {
        Type type = writtenType(declaration);
        if (type != null && type.isVar() && declaration.getInitializer() != null) {
            return typeOf(declaration.getInitializer());
        }
        return named(type);
    }

    /** The type that a variable is declared with; null where none is written. */
    static Type writtenType(VariableDeclaration declaration) {
        ASTNode parent = declaration.getParent();
        if (declaration instanceof SingleVariableDeclaration single) {
            return single.getType();
        } else if (parent instanceof VariableDeclarationStatement statement) {
            return statement.getType();
        } else if (parent instanceof VariableDeclarationExpression expression) {
            return expression.getType();
        }
        return parent instanceof FieldDeclaration field ? field.getType() : null;
    }
}
