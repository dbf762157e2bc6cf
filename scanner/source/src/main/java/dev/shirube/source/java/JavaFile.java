package dev.shirube.source.java;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.CompilationUnit;
import org.eclipse.jdt.core.dom.ImportDeclaration;
import org.eclipse.jdt.core.dom.TypeParameter;

/** One parsed file: where things stand in it, and which of its names are type parameters. */
final class JavaFile {

    private final SourceText source;
    private final CompilationUnit unit;
    private final Set<String> typeParameters = new HashSet<>();
    private final Map<String, String> imports = new HashMap<>();

    JavaFile(SourceText source, CompilationUnit unit) {
        this.source = source;
        this.unit = unit;
        unit.accept(new ASTVisitor() {
            @Override
            public boolean visit(ImportDeclaration node) {
                if (!node.isOnDemand() && !node.isStatic()) {
                    String path = node.getName().getFullyQualifiedName();
                    imports.put(path.substring(path.lastIndexOf('.') + 1), path);
                }
                return false;
            }

            @Override
            public boolean visit(TypeParameter parameter) {
                typeParameters.add(parameter.getName().getIdentifier());
                return false;
            }
        });
    }

    SourceText source() {
        return source;
    }

    CompilationUnit unit() {
        return unit;
    }

    /** Whether a type or method of the file has a type parameter of that name: then the name is no class of a library. */
    boolean isTypeParameter(String name) {
        return typeParameters.contains(name);
    }

    /**
     * Whether an import says that the simple name is another type. JDT takes a type of the same name that it finds by
     * another way, where it does not find the imported one.
     */
    boolean isImportedFromElsewhere(String simpleName, String qualified) {
        String path = imports.get(simpleName);
        return path != null && !path.equals(qualified);
    }

    Place place(ASTNode node) {
        return placeAt(node, node);
    }

    /** The line and column of a part, for the whole. */
    Place placeAt(ASTNode whole, ASTNode part) {
        int length = source.text().length();
        int start = Math.min(length, Math.max(0, whole.getStartPosition()));
        int end = Math.min(length, start + Math.max(0, whole.getLength()));
        int position = Math.min(length, Math.max(0, part.getStartPosition()));
        return new Place(Math.max(1, unit.getLineNumber(position)), unit.getColumnNumber(position) + 1, start, end);
    }

    /** From the beginning of the whole to the end of the name, at whose line and column it stands. */
    Place placeUpTo(ASTNode whole, ASTNode name) {
        Place place = placeAt(whole, name);
        int end = Math.max(place.start(), placeAt(name, name).end());
        return new Place(place.line(), place.column(), place.start(), end);
    }
}
