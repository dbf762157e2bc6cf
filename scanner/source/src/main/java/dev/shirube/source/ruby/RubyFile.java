package dev.shirube.source.ruby;

import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Syntax;
import dev.shirube.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file. A module that holds nothing but other ones, classes and constants is the path of what is in it. */
final class RubyFile {

    private final SyntaxTree tree;
    private final List<Import> imports = new ArrayList<>();
    private final List<TypeDeclaration> types = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Statement> body = new ArrayList<>();

    RubyFile(SyntaxTree tree) {
        this.tree = tree;
    }

    ProgramFile read() {
        RubyScope scope = RubyScope.of(tree.root());
        String module = "";
        List<Syntax> level = tree.root().children();
        Optional<Syntax> only = onlyModule(level);
        while (only.isPresent()) {
            Syntax around = only.get();
            level.stream().filter(it -> it != around).forEach(it -> top(it, scope));
            String name = around.get("name").map(RubyFile::path).orElse("");
            module = module.isEmpty() ? name : module + "." + name;
            level = around.get("body").map(Syntax::children).orElse(List.of());
            only = onlyModule(level);
        }
        level.forEach(it -> top(it, scope));
        return new ProgramFile(tree.source(), module, imports, types, functions, new Statement.Block(body), List.of());
    }

    /** The one module among what is required, if what is in it could stand at the top of a file as well. */
    private static Optional<Syntax> onlyModule(List<Syntax> level) {
        List<Syntax> rest = level.stream()
                .filter(it -> !required(it).isPresent() && !it.is("comment", "uninterpreted"))
                .toList();
        boolean one = rest.size() == 1 && rest.get(0).is("module");
        return one
                        && rest.get(0).get("body").map(Syntax::children).orElse(List.of()).stream()
                                .allMatch(it -> it.is("module", "class")
                                        || isConstant(it)
                                        || required(it).isPresent())
                ? Optional.of(rest.get(0))
                : Optional.empty();
    }

    private static boolean isConstant(Syntax node) {
        return node.is("assignment")
                && node.get("left").filter(it -> it.is("constant")).isPresent();
    }

    private void top(Syntax node, RubyScope scope) {
        Optional<Import> required = required(node).or(() -> included(node));
        RubyTypes reader = new RubyTypes(scope);
        if (required.isPresent()) {
            imports.add(required.get());
        } else if (node.is("class", "module")) {
            types.add(reader.type(node));
        } else if (node.is("method")) {
            functions.add(new RubyMethods(scope).method(node));
        } else if (RubyTypes.isStruct(node)) {
            types.add(reader.struct(node));
        } else {
            body.addAll(new RubyStatements(new RubyExpressions(scope)).statements(node));
        }
    }

    /** {@code require "a"}, and its like; a path that begins with a dot is one of the same files. */
    static Optional<Import> required(Syntax node) {
        String method = node.is("call") && node.get("receiver").isEmpty()
                ? node.get("method").map(Syntax::text).orElse("")
                : "";
        Optional<Syntax> text = node.get("arguments")
                .map(Syntax::children)
                .filter(it ->
                        it.size() == 1 && it.get(0).is("string") && !it.get(0).has("interpolation"))
                .map(it -> it.get(0));
        if (text.isEmpty()
                || !(method.equals("require") || method.equals("require_relative") || method.equals("load"))) {
            return Optional.empty();
        }
        String path = text.get().first("string_content").map(Syntax::text).orElse("");
        boolean relative = method.equals("require_relative") && !path.startsWith(".");
        return Optional.of(Import.all(node.place(), relative ? "./" + path : path));
    }

    /** {@code include A} at the top: everything sees the constants of A. */
    private static Optional<Import> included(Syntax node) {
        boolean include = node.is("call")
                && node.get("receiver").isEmpty()
                && node.get("method").filter(it -> it.text().equals("include")).isPresent();
        return node.get("arguments")
                .map(Syntax::children)
                .filter(it -> include && it.size() == 1 && it.get(0).is("constant", "scope_resolution"))
                .map(it -> Import.all(node.place(), path(it.get(0))));
    }

    /** {@code A::B} with dots. */
    static String path(Syntax name) {
        return name.text().replaceFirst("^::", "").replace("::", ".");
    }
}
