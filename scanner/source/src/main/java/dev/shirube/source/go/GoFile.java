package dev.shirube.source.go;

import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Syntax;
import dev.shirube.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The declarations of one file. */
final class GoFile {
    private final SyntaxTree tree;
    private final GoReader reader = new GoReader();
    private final List<Import> imports = new ArrayList<>();
    private final List<TypeDeclaration> types = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Statement> body = new ArrayList<>();
    private String module = "";

    GoFile(SyntaxTree tree) {
        this.tree = tree;
    }

    ProgramFile read() {
        reader.conversions.declare(tree.root());
        tree.root().children().forEach(this::declaration);
        return new ProgramFile(tree.source(), module, imports, types, functions, new Statement.Block(body), List.of());
    }

    private void declaration(Syntax node) {
        switch (node.type()) {
            case "package_clause" ->
                module = node.children().isEmpty()
                        ? module
                        : node.children().get(0).text();
            case "import_declaration", "import_spec_list", "ERROR" ->
                node.children().forEach(this::declaration);
            case "import_spec" -> GoImports.of(node).ifPresent(imports::add);
            case "type_declaration" -> node.children().forEach(this::type);
            case "function_declaration", "method_declaration" -> functions.add(reader.functions.declared(node));
            default -> reader.statements.add(node, body);
        }
    }

    private void type(Syntax node) {
        if (!node.is("type_alias") || !alias(node)) {
            reader.types.declared(node).ifPresent(types::add);
        }
    }

    /** Another name for a type of another package is as good as an import of it. */
    private boolean alias(Syntax node) {
        Map<String, String> packages = new LinkedHashMap<>();
        imports.forEach(it -> packages.put(it.name(), it.path()));
        Syntax type = node.get("type").filter(it -> it.is("qualified_type")).orElse(null);
        if (type == null || node.get("name").isEmpty()) {
            return false;
        }
        String path = type.get("package").map(Syntax::text).map(packages::get).orElse(null);
        if (path == null) {
            return false;
        }
        String name = type.get("name").map(Syntax::text).orElse("");
        imports.add(Import.of(
                node.place(), path + "." + name, node.get("name").get().text()));
        return true;
    }
}
