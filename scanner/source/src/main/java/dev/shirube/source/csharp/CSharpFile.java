package dev.shirube.source.csharp;

import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Syntax;
import dev.shirube.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file: its usings, its namespaces, and what they hold. */
final class CSharpFile {

    private final SyntaxTree tree;
    private final List<Import> imports = new ArrayList<>();
    private final List<Function> extensions = new ArrayList<>();
    private final List<Statement> body = new ArrayList<>();
    private String module = "";

    CSharpFile(SyntaxTree tree) {
        this.tree = tree;
    }

    ProgramFile read() {
        List<TypeDeclaration> types = new ArrayList<>();
        members(tree.root(), types, 0);
        for (int dot = module.lastIndexOf('.'); dot > 0; dot = module.lastIndexOf('.', dot - 1)) {
            imports.add(Import.all(Place.NONE, module.substring(0, dot))); // names of the namespaces around are visible
        }
        return new ProgramFile(
                tree.source(), module, imports, whole(types), extensions, new Statement.Block(body), List.of());
    }

    /** The parts of a partial type as one. */
    private static List<TypeDeclaration> whole(List<TypeDeclaration> parts) {
        Map<String, TypeDeclaration> types = new LinkedHashMap<>();
        parts.forEach(it -> types.merge(it.name(), it, CSharpFile::together));
        return List.copyOf(types.values());
    }

    private static TypeDeclaration together(TypeDeclaration one, TypeDeclaration two) {
        return new TypeDeclaration(
                one.place(),
                one.name(),
                both(one.supertypes(), two.supertypes()),
                both(one.enumerations(), two.enumerations()),
                both(one.fields(), two.fields()),
                both(one.methods(), two.methods()),
                both(one.types(), two.types()));
    }

    private static <T> List<T> both(List<T> one, List<T> two) {
        List<T> both = new ArrayList<>(one);
        both.addAll(two);
        return both;
    }

    private void members(Syntax list, List<TypeDeclaration> types, int depth) {
        CSharpStatements statements = new CSharpStatements(new CSharpExpressions());
        List<Syntax> children = new ArrayList<>();
        for (Syntax child : list.children()) {
            if (child.is("preproc_if") && holdsStatements(child)) {
                body.addAll(statements.statements(child));
            } else if (child.is("preproc_if", "ERROR", "declaration_list")) {
                children.addAll(CSharpNodes.flat(child));
            } else if (!child.type().startsWith("preproc")) {
                children.add(child);
            }
        }
        for (Syntax child : children) {
            if (child.is("using_directive")) {
                using(child).ifPresent(imports::add);
            } else if (child.is("namespace_declaration")) {
                namespace(child, types, depth);
            } else if (child.is("file_scoped_namespace_declaration")) {
                module = child.get("name").map(CSharpFile::path).orElse(module);
                members(child, types, depth + 1);
            } else if (child.is("global_statement")) {
                child.children().forEach(it -> body.addAll(statements.statements(it)));
            } else if (CSharpTypes.isType(child)) {
                types.add(new CSharpTypes(extensions).type(child));
            } else if (!child.is("identifier", "qualified_name", "extern_alias_directive", "attribute_list")) {
                body.addAll(statements.statements(child));
            }
        }
    }

    private static boolean holdsStatements(Syntax conditional) {
        return CSharpNodes.flat(conditional).stream().anyMatch(it -> it.type().endsWith("_statement"));
    }

    /** The first namespace is the file's; those in it, and further ones, stand as types around theirs. */
    private void namespace(Syntax node, List<TypeDeclaration> types, int depth) {
        String name = node.get("name").map(CSharpFile::path).orElse("");
        if (module.isEmpty() || module.equals(name)) {
            module = name;
            members(node, types, depth + 1);
            return;
        }
        List<TypeDeclaration> inner = new ArrayList<>();
        members(node, inner, depth + 1);
        if (depth == 0) {
            types.addAll(inner);
        } else {
            types.add(new TypeDeclaration(node.place(), name, List.of(), List.of(), List.of(), List.of(), inner));
        }
    }

    private static Optional<Import> using(Syntax node) {
        Optional<Syntax> alias = node.get("name");
        Optional<Syntax> target = CSharpNodes.value(node);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        String path = path(target.get());
        Import using =
                alias.isPresent() ? Import.of(node.place(), path, alias.get().text()) : Import.all(node.place(), path);
        return Optional.of(node.has("global") ? using.everywhere() : using);
    }

    /** A qualified name with dots, without type arguments and {@code global::}. */
    static String path(Syntax name) {
        return switch (name.type()) {
            case "qualified_name" ->
                name.get("qualifier").map(it -> path(it) + ".").orElse("")
                        + name.get("name").map(CSharpFile::path).orElse("");
            case "generic_name" -> name.first("identifier").map(Syntax::text).orElse("");
            case "alias_qualified_name" ->
                name.get("name").map(CSharpFile::path).orElse("");
            default -> name.text();
        };
    }
}
