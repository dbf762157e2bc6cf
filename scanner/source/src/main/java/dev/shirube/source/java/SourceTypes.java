package dev.shirube.source.java;

import dev.shirube.source.language.Neighbours;
import dev.shirube.source.language.SourceText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;

/**
 * Types declared in other files of the unit, found where Java's convention puts them: a folder for a package and a file
 * for a top-level type (Java Language Specification 7.2). Read on demand, and only a few for each file that asks.
 */
final class SourceTypes {

    private static final int MOST_FILES = 24;
    private static final int LARGEST_CHARACTERS = 1 << 20;

    private final Neighbours neighbours;
    private final CatalogueNames names;
    private final Map<String, Optional<SourceText>> texts = new HashMap<>();
    private final Map<String, Optional<JavaFile>> files = new HashMap<>();

    SourceTypes(Neighbours neighbours, CatalogueNames names) {
        this.neighbours = neighbours;
        this.names = names;
    }

    /**
     * A type's declaration and the file that it is in.
     *
     * @param type as declared there
     */
    record Declared(JavaFile file, AbstractTypeDeclaration type) {}

    /** Whether the package of that file has a top-level type of that name in a file of its own. */
    boolean isInPackage(TypeNames from, String simpleName) {
        return text(from.source().folder() + simpleName + ".java").isPresent();
    }

    /** The type of that full name, written with dots, as seen from that file. */
    Optional<Declared> find(JavaFile from, String dottedName) {
        Optional<AbstractTypeDeclaration> own = inFile(from, dottedName);
        if (own.isPresent()) {
            return Optional.of(new Declared(from, own.get()));
        }
        Optional<String> root = root(from);
        String name = dottedName;
        while (root.isPresent() && !name.isEmpty()) {
            Optional<JavaFile> file = file(root.get() + name.replace('.', '/') + ".java");
            if (file.isPresent()) {
                return inFile(file.get(), dottedName).map(type -> new Declared(file.get(), type));
            }
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        return Optional.empty();
    }

    /** The folder in which the packages begin; nothing where the file's folder is not that of its package. */
    private static Optional<String> root(JavaFile from) {
        String packageName = from.types().packageName();
        String tail = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        String folder = from.source().folder();
        boolean conventional = folder.equals(tail) || folder.endsWith("/" + tail) || tail.isEmpty();
        return conventional ? Optional.of(folder.substring(0, folder.length() - tail.length())) : Optional.empty();
    }

    private Optional<SourceText> text(String location) {
        Optional<SourceText> known = texts.get(location);
        if (known == null) {
            known = neighbours.at(location);
            texts.put(location, known);
        }
        return known;
    }

    private Optional<JavaFile> file(String location) {
        Optional<JavaFile> known = files.get(location);
        if (known == null) {
            known = text(location)
                    .filter(it -> it.text().length() <= LARGEST_CHARACTERS && files.size() < MOST_FILES)
                    .flatMap(it -> JavaParser.parse(it, JavaParser.Depth.SYNTAX)
                            .map(unit -> JavaFile.of(it, unit, names, this)));
            if (known.isPresent() || files.size() < MOST_FILES) {
                files.put(location, known);
            }
        }
        return known;
    }

    private static Optional<AbstractTypeDeclaration> inFile(JavaFile file, String dottedName) {
        AbstractTypeDeclaration[] found = new AbstractTypeDeclaration[1];
        file.unit().accept(new ASTVisitor() {
            @Override
            public void preVisit(ASTNode node) {
                if (node instanceof AbstractTypeDeclaration type
                        && found[0] == null
                        && EnclosingMember.dottedName(type).equals(dottedName)) {
                    found[0] = type;
                }
            }
        });
        return Optional.ofNullable(found[0]);
    }
}
