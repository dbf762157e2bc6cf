package dev.shirube.source.kotlin;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Syntax;
import dev.shirube.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one file: its package, its imports, and what it declares. */
final class KotlinFile {

    /** What every file imports, by the language's specification for the JVM. */
    private static final List<String> DEFAULT_IMPORTS = List.of(
            "java.lang",
            "kotlin",
            "kotlin.annotation",
            "kotlin.collections",
            "kotlin.comparisons",
            "kotlin.io",
            "kotlin.jvm",
            "kotlin.ranges",
            "kotlin.sequences",
            "kotlin.text");

    private final SyntaxTree tree;
    private final List<Import> imports = new ArrayList<>();
    private final List<TypeDeclaration> types = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Statement> body = new ArrayList<>();
    private String module = "";

    KotlinFile(SyntaxTree tree) {
        this.tree = tree;
    }

    ProgramFile read() {
        Syntax root = tree.root();
        List<Syntax> lines = lines(root);
        lines.stream().filter(it -> it.is("import_list", "import_header")).forEach(this::imported);
        Set<String> names = new HashSet<>();
        imports.forEach(it -> names.add(it.name()));
        KotlinScope scope = KotlinScope.of(root, names);
        lines.forEach(it -> top(it, scope));
        DEFAULT_IMPORTS.forEach(it -> imports.add(Import.all(Place.NONE, it)));
        return new ProgramFile(tree.source(), module, imports, types, functions, new Statement.Block(body), List.of());
    }

    private static List<Syntax> lines(Syntax root) {
        List<Syntax> lines = new ArrayList<>();
        for (Syntax child : root.children()) {
            lines.addAll(child.is("ERROR", "statements") ? lines(child) : List.of(child));
        }
        return lines;
    }

    private void imported(Syntax node) {
        if (node.is("import_list")) {
            node.children("import_header").forEach(this::imported);
            return;
        }
        String path = KotlinNodes.text(node.first("identifier"));
        if (path.isEmpty()) {
            return;
        }
        String last = path.substring(path.lastIndexOf('.') + 1);
        Optional<Syntax> alias = node.first("import_alias").flatMap(KotlinNodes::name);
        imports.add(
                node.has("wildcard_import")
                        ? Import.all(node.place(), path)
                        : Import.of(node.place(), path, alias.map(Syntax::text).orElse(last)));
    }

    private void top(Syntax node, KotlinScope scope) {
        switch (node.type()) {
            case "package_header" -> module = KotlinNodes.text(node.first("identifier"));
            case "import_list", "import_header", "file_annotation", "modifiers", "shebang_line" -> {}
            case "class_declaration", "object_declaration" -> types.add(new KotlinTypes(scope, functions).type(node));
            case "function_declaration" -> functions.add(new KotlinFunctions(scope).function(node));
            case "type_alias" -> alias(node);
            case "getter" -> getter(node, scope);
            case "setter" -> {}
            default -> body.addAll(new KotlinStatements(new KotlinExpressions(scope)).statements(node));
        }
    }

    /** What the property above it gives. */
    private void getter(Syntax node, KotlinScope scope) {
        int last = body.size() - 1;
        if (last >= 0
                && body.get(last) instanceof Statement.Assign property
                && property.value().isEmpty()) {
            Function function = new KotlinFunctions(scope).accessor(node, "get");
            Expression value =
                    new Expression.Call(node.place(), new Expression.Lambda(node.place(), function), List.of(), false);
            if (function.body().statements().size() == 1
                    && function.body().statements().get(0) instanceof Statement.Return only) {
                value = only.value().orElse(value);
            }
            body.set(
                    last,
                    new Statement.Assign(
                            property.place(), property.target(), property.type(), Optional.of(value), true));
        }
    }

    private void alias(Syntax node) {
        String name = KotlinNodes.text(node.first("type_identifier"));
        String target = KotlinNodes.type(node).map(Syntax::text).orElse("").split("<", 2)[0];
        String path = imports.stream()
                .filter(it -> it.name().equals(target))
                .map(Import::path)
                .findFirst()
                .orElse(target);
        if (!path.isEmpty()) {
            imports.add(Import.of(node.place(), path, name));
        }
    }
}
