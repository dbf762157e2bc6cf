package dev.shirube.source.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;
import org.eclipse.jdt.core.dom.EnumDeclaration;
import org.eclipse.jdt.core.dom.FieldDeclaration;
import org.eclipse.jdt.core.dom.Modifier;
import org.eclipse.jdt.core.dom.Name;
import org.eclipse.jdt.core.dom.QualifiedName;
import org.eclipse.jdt.core.dom.RecordDeclaration;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.TypeDeclaration;
import org.eclipse.jdt.core.dom.VariableDeclaration;

/** Constant variables (Java Language Specification 4.12.4) that are fields, in this file or another of the unit. */
final class ConstantFields {

    private static final int DEEPEST = 16;

    private final JavaFile file;
    private final int depth;

    ConstantFields(JavaFile file, int depth) {
        this.file = file;
        this.depth = depth;
    }

    /** The constant that the name stands for. */
    Optional<Constant> named(Name name) {
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
                : ofType(qualified.getQualifier().getFullyQualifiedName(), qualified.getName().getIdentifier());
    }

    private Optional<Constant> simple(SimpleName name) {
        Optional<VariableDeclaration> declaration = Declarations.find(name.getIdentifier(), name);
        if (declaration.isPresent()) {
            return value(declaration.get());
        }
        for (ASTNode node = name.getParent(); node != null; node = node.getParent()) {
            if (node instanceof AbstractTypeDeclaration type) {
                Optional<Constant> inherited = inherited(type, name.getIdentifier());
                if (inherited.isPresent()) {
                    return inherited;
                }
            }
        }
        for (String type : file.types().staticTypes(name.getIdentifier())) {
            Optional<Constant> imported = declared(type, name.getIdentifier());
            if (imported.isPresent()) {
                return imported;
            }
        }
        return Optional.empty();
    }

    private Optional<Constant> ofType(String written, String field) {
        for (String candidate : file.types().candidates(written)) {
            Optional<Constant> constant = declared(candidate, field);
            if (constant.isPresent()) {
                return constant;
            }
        }
        return Optional.empty();
    }

    private Optional<Constant> declared(String dottedType, String field) {
        Optional<SourceTypes.Declared> declared = file.others().find(file, dottedType);
        if (declared.isEmpty() || depth > DEEPEST) {
            return Optional.empty();
        }
        ConstantFields there = new ConstantFields(declared.get().file(), depth + 1);
        Optional<VariableDeclaration> own = Declarations.field(declared.get().type(), field);
        return own.isPresent() ? there.value(own.get()) : there.inherited(declared.get().type(), field);
    }

    private Optional<Constant> inherited(AbstractTypeDeclaration type, String field) {
        for (Type supertype : supertypes(type)) {
            Optional<Constant> constant = TypeText.of(supertype).flatMap(it -> ofType(it, field));
            if (constant.isPresent()) {
                return constant;
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

    /** Final, with an initialiser that is constant; a field of an interface is final without saying so. */
    private Optional<Constant> value(VariableDeclaration declaration) {
        if (!(declaration.getParent() instanceof FieldDeclaration field) || declaration.getInitializer() == null) {
            return Optional.empty();
        }
        boolean inInterface = field.getParent() instanceof TypeDeclaration type && type.isInterface();
        if (!inInterface && !Modifier.isFinal(field.getModifiers())) {
            return Optional.empty();
        }
        return new ConstantReader(file, depth + 1)
                .read(declaration.getInitializer())
                .map(Constant::asNamed);
    }
}
