package dev.shirube.source.java;

import dev.shirube.source.language.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;
import org.eclipse.jdt.core.dom.CompilationUnit;
import org.eclipse.jdt.core.dom.ImportDeclaration;
import org.eclipse.jdt.core.dom.TypeParameter;

/**
 * What type names stand for in one file, by its imports alone: Java Language Specification, sections 6.4.1 and 7.5.
 *
 * <p>In order: a type or type parameter declared in the file, a single-type import, a type of the same package, an import
 * on demand, {@code java.lang}.
 */
final class TypeNames {

    private final CatalogueNames names;
    private final SourceTypes others;
    private final SourceText source;
    private final String packageName;
    private final List<String> singleImports = new ArrayList<>();
    private final List<String> staticImports = new ArrayList<>();
    private final List<String> onDemand = new ArrayList<>();
    private final List<String> staticOnDemand = new ArrayList<>();
    private final Set<String> declared = new HashSet<>();

    TypeNames(SourceText source, CompilationUnit unit, CatalogueNames names, SourceTypes others) {
        this.source = source;
        this.names = names;
        this.others = others;
        this.packageName =
                unit.getPackage() == null ? "" : unit.getPackage().getName().getFullyQualifiedName();
        for (Object each : unit.imports()) {
            addImport((ImportDeclaration) each);
        }
        unit.accept(new ASTVisitor() {
            @Override
            public void preVisit(ASTNode node) {
                if (node instanceof AbstractTypeDeclaration type) {
                    declared.add(type.getName().getIdentifier());
                } else if (node instanceof TypeParameter parameter) {
                    declared.add(parameter.getName().getIdentifier());
                }
            }
        });
    }

    private void addImport(ImportDeclaration declaration) {
        String name = declaration.getName().getFullyQualifiedName();
        if (declaration.isStatic()) {
            (declaration.isOnDemand() ? staticOnDemand : staticImports).add(name);
        } else {
            (declaration.isOnDemand() ? onDemand : singleImports).add(name);
        }
    }

    String packageName() {
        return packageName;
    }

    SourceText source() {
        return source;
    }

    /** The catalogue's owner that a name written in this file stands for; nothing if it stands for another type. */
    Optional<String> owner(String written) {
        for (String candidate : candidates(written)) {
            Optional<String> owner = names.owner(candidate);
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    /** The catalogue's owners whose static member of that name is imported. */
    List<String> staticOwners(String member) {
        List<String> owners = new ArrayList<>();
        for (String type : staticTypes(member)) {
            names.owner(type).ifPresent(owners::add);
        }
        return owners;
    }

    /** Types, with dots, from which a static member of that name is imported. */
    List<String> staticTypes(String member) {
        List<String> types = new ArrayList<>();
        for (String imported : staticImports) {
            if (imported.endsWith("." + member)) {
                types.add(imported.substring(0, imported.length() - member.length() - 1));
            }
        }
        return types.isEmpty() ? List.copyOf(staticOnDemand) : types;
    }

    /** Full names, with dots, that a written type name may stand for, in the order of the language; one is true. */
    List<String> candidates(String written) {
        int dot = written.indexOf('.');
        String first = dot < 0 ? written : written.substring(0, dot);
        String rest = dot < 0 ? "" : written.substring(dot);
        List<String> candidates = new ArrayList<>();
        if (declared.contains(first)) {
            candidates.add(qualified(packageName, first) + rest);
            return candidates;
        }
        for (String imported : singleImports) {
            if (imported.equals(first) || imported.endsWith("." + first)) {
                return List.of(imported + rest);
            }
        }
        candidates.add(qualified(packageName, first) + rest);
        if (!others.isInPackage(this, first)) {
            onDemand.forEach(container -> candidates.add(container + "." + first + rest));
            candidates.add("java.lang." + first + rest);
            if (dot > 0) {
                candidates.add(written);
            }
        }
        return candidates;
    }

    private static String qualified(String container, String name) {
        return container.isEmpty() ? name : container + "." + name;
    }
}
