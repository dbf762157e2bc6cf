package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names with and without a namespace.
 *
 * <p>PHP keeps variables, functions and classes apart: in {@code $hash = hash("sha256", $d)} there are two of them. A
 * variable that is called like a function or class of its file keeps its sigil.
 */
final class Names {
    private final Set<String> called = new HashSet<>();
    private String module = "";

    Names(Syntax root) {
        collect(root);
    }

    private void collect(Syntax node) {
        switch (node.type()) {
            case "function_call_expression" -> node.get("function").ifPresent(this::call);
            case "scoped_call_expression", "scoped_property_access_expression" ->
                node.get("scope").ifPresent(this::call);
            case "object_creation_expression", "class_constant_access_expression", "namespace_use_clause" ->
                node.children().forEach(this::call);
            case "function_definition", "class_declaration" -> node.get("name").ifPresent(this::call);
            default -> {}
        }
        node.children().forEach(this::collect);
    }

    private void call(Syntax node) {
        if (node.is("name")) {
            called.add(node.text());
        }
    }

    /** The name of a variable as written without its sigil. */
    static String plain(Syntax variable) {
        return variable.text().replace("$", "");
    }

    /** The name of a variable. */
    String variable(Syntax node) {
        String name = plain(node);
        return called.contains(name) ? "$" + name : name;
    }

    /** A class, function or constant: of a qualified name its parts as members. */
    static Expression of(Syntax node) {
        Expression at = null;
        for (String part : path(node).split("\\.", -1)) {
            at = at == null ? new Expression.Name(node.place(), part) : new Expression.Member(node.place(), at, part);
        }
        return at;
    }

    /** The name with dots, without the backslash at its beginning. */
    static String path(Syntax node) {
        String path = node.text().replace('\\', '.');
        if (node.is("relative_name")) {
            return path.substring(path.indexOf('.') + 1);
        }
        return path.startsWith(".") ? path.substring(1) : path;
    }

    void enter(Syntax namespace) {
        namespace.get("name").ifPresent(it -> module = module.isEmpty() ? path(it) : module);
    }

    /** The first namespace of the file; empty where it has none. */
    String module() {
        return module;
    }

    /** The imports of {@code use A\B as C, D\{E, F}}. */
    static List<Statement> uses(Syntax node) {
        List<Statement> found = new ArrayList<>();
        Optional<Syntax> group = node.get("body");
        String prefix = group.isEmpty()
                ? ""
                : node.first("namespace_name", "name", "qualified_name")
                        .map(it -> path(it) + ".")
                        .orElse("");
        for (Syntax clause : group.orElse(node).children("namespace_use_clause")) {
            clause.first("qualified_name", "name").ifPresent(it -> {
                String path = prefix + path(it);
                String name = clause.get("alias").map(Syntax::text).orElse(path.substring(path.lastIndexOf('.') + 1));
                found.add(new Statement.Include(Import.of(clause.place(), path, name)));
            });
        }
        return found;
    }
}
