package dev.shirube.source.python;

import dev.shirube.source.program.Import;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All forms of import; a relative one keeps the dots before it. */
final class PythonImports {
    private PythonImports() {}

    /** Whether it is an import statement. */
    static boolean is(Syntax node) {
        return node.is("import_statement", "import_from_statement", "future_import_statement");
    }

    /** The names that the statement brings. */
    static List<Import> of(Syntax node) {
        List<Import> imports = new ArrayList<>();
        if (node.is("import_statement")) {
            node.getAll("name").forEach(it -> imports.add(module(it)));
        } else if (node.is("import_from_statement")) {
            String module = node.get("module_name").map(PythonImports::dotted).orElse("");
            if (node.has("wildcard_import")) {
                imports.add(Import.all(node.place(), module));
            }
            for (Syntax name : node.getAll("name")) {
                String path = path(name);
                String prefix = module.isEmpty() || module.endsWith(".") ? module : module + ".";
                imports.add(Import.of(name.place(), prefix + path, alias(name, path)));
            }
        }
        return imports;
    }

    /** {@code import a.b} makes known {@code a}; {@code import a.b as c} the module itself. */
    private static Import module(Syntax name) {
        String path = path(name);
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        return name.is("aliased_import")
                ? Import.of(name.place(), path, alias(name, path))
                : Import.of(name.place(), first, first);
    }

    private static String path(Syntax name) {
        return dotted(name.get("name").filter(it -> name.is("aliased_import")).orElse(name));
    }

    private static String alias(Syntax name, String path) {
        return name.get("alias").map(Syntax::text).orElse(path);
    }

    /** Without the blanks that may stand between names and dots. */
    private static String dotted(Syntax name) {
        return name.text()
                .chars()
                .filter(it -> !Character.isWhitespace(it) && it != '\\')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
