package dev.shirube.source.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;
import org.eclipse.jdt.core.dom.EnumDeclaration;
import org.eclipse.jdt.core.dom.Name;
import org.eclipse.jdt.core.dom.QualifiedName;
import org.eclipse.jdt.core.dom.RecordDeclaration;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.TypeDeclaration;
import org.eclipse.jdt.core.dom.VariableDeclaration;

/** The declaration of a field that a name stands for, in this file or another of the unit, inherited ones as well. */
final class Fields {

    private static final int DEEPEST = 16;

    private final JavaFile file;
    private final int depth;

    Fields(JavaFile file, int depth) {
        this.file = file;
        this.depth = depth;
    }

    /**
     * A field and the file that declares it.
     *
     * @param declaration as written there
     */
    record Found(JavaFile file, VariableDeclaration declaration) {}

    /** The field that the name stands for; a local variable of that name hides it. */
    Optional<Found> named(Name name) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (name instanceof SimpleName simple) {
            return simple(simple);
        }
        QualifiedName qualified = (QualifiedName) name;
        String first = qualified.getQualifier().getFullyQualifiedName().split("\\.", 2)[0];
        return Declarations.find(first, name).isPresent()
                ? Optional.empty()
                : ofType(
                        qualified.getQualifier().getFullyQualifiedName(),
                        qualified.getName().getIdentifier());
    }

    private Optional<Found> simple(SimpleName name) {
        Optional<VariableDeclaration> declaration = Declarations.find(name.getIdentifier(), name);
        if (declaration.isPresent()) {
            return declaration.filter(Declarations::isField).map(it -> new Found(file, it));
        }
        for (ASTNode node = name.getParent(); node != null; node = node.getParent()) {
            if (node instanceof AbstractTypeDeclaration type) {
                Optional<Found> inherited = inherited(type, name.getIdentifier());
                if (inherited.isPresent()) {
                    return inherited;
                }
            }
        }
        for (String type : file.types().staticTypes(name.getIdentifier())) {
            Optional<Found> imported = declared(type, name.getIdentifier());
            if (imported.isPresent()) {
                return imported;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> ofType(String written, String field) {
        for (String candidate : file.types().candidates(written)) {
            Optional<Found> found = declared(candidate, field);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> declared(String dottedType, String field) {
        Optional<SourceTypes.Declared> declared = file.others().find(file, dottedType);
        if (declared.isEmpty() || depth > DEEPEST) {
            return Optional.empty();
        }
        Fields there = new Fields(declared.get().file(), depth + 1);
        Optional<VariableDeclaration> own = Declarations.field(declared.get().type(), field);
        return own.isPresent()
                ? own.map(it -> new Found(there.file, it))
                : there.inherited(declared.get().type(), field);
    }

    private Optional<Found> inherited(AbstractTypeDeclaration type, String field) {
        for (Type supertype : supertypes(type)) {
            Optional<Found> found = TypeText.of(supertype).flatMap(it -> ofType(it, field));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Type> supertypes(AbstractTypeDeclaration type) {
        List<Type> supertypes = new ArrayList<>();
        if (type instanceof TypeDeclaration declaration && declaration.getSuperclassType() != null) {
            supertypes.add(declaration.getSuperclassType());
        }
        for (Object each : interfaces(type)) {
            supertypes.add((Type) each);
        }
        return supertypes;
    }

    private static List<?> interfaces(AbstractTypeDeclaration type) {
        if (type instanceof TypeDeclaration declaration) {
            return declaration.superInterfaceTypes();
        } else if (type instanceof EnumDeclaration declaration) {
            return declaration.superInterfaceTypes();
        }
        return type instanceof RecordDeclaration declaration ? declaration.superInterfaceTypes() : List.of();
    }
}
