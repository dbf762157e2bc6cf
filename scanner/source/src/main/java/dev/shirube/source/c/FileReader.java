package dev.shirube.source.c;

import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.Syntax;
import dev.shirube.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Takes a file apart into what it includes, the types, functions and variables, through namespaces and conditions. */
final class FileReader {
    private final Lowering lowering;
    private final TreeSet<String> namespaces = new TreeSet<>();
    private final List<Import> imports = new ArrayList<>();
    private final List<TypeDeclaration> types = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Statement> body = new ArrayList<>();
    private final OutsideMembers outside = new OutsideMembers();

    private FileReader(Lowering lowering) {
        this.lowering = lowering;
    }

    static ProgramFile read(SyntaxTree tree, Grammar grammar, boolean cpp) {
        FileReader reader = new FileReader(new Lowering(grammar, cpp, tree.root()));
        new Macros(reader.lowering, tree.root()).read(tree.source(), reader.body, reader.functions);
        reader.all(tree.root(), "");
        String module = reader.namespaces.isEmpty() ? "" : reader.namespaces.first();
        return new ProgramFile(
                tree.source(),
                module,
                reader.imports,
                reader.outside.into(reader.types),
                reader.functions,
                new Statement.Block(reader.body),
                List.of());
    }

    private void all(Syntax node, String namespace) {
        node.children().stream()
                .filter(it -> !it.field().equals("condition") && !it.field().equals("name"))
                .forEach(it -> one(it, namespace));
    }

    private void one(Syntax node, String namespace) {
        switch (node.type()) {
            case "preproc_include" -> Declarations.included(node).ifPresent(imports::add);
            case "namespace_definition" -> namespace(node, namespace);
            case "linkage_specification",
                    "declaration_list",
                    "template_declaration",
                    "export_declaration",
                    "preproc_if",
                    "preproc_ifdef",
                    "preproc_elif",
                    "preproc_elifdef",
                    "preproc_else" -> all(node, namespace);
            case "using_declaration", "alias_declaration", "namespace_alias_definition" ->
                imports.addAll(lowering.declarations.imports(node));
            case "type_definition" -> {
                node.get("type").ifPresent(type -> typedef(node, type));
                imports.addAll(lowering.declarations.imports(node));
            }
            case "class_specifier", "struct_specifier", "union_specifier", "enum_specifier" -> type(node);
            case "function_definition" -> {
                node.get("type").ifPresent(this::type);
                if (Functions.hasBody(node)) {
                    Function function = lowering.functions.of(node, "");
                    if (!outside.take(function)) {
                        functions.add(function);
                    }
                }
            }
            case "declaration" -> {
                node.get("type").ifPresent(this::type);
                body.addAll(lowering.declarations.variables(node, false));
            }
            case "preproc_def",
                    "preproc_function_def",
                    "preproc_call",
                    "template_parameter_list",
                    "string_literal" -> {}
            case "ERROR" -> all(node, namespace);
            default -> body.addAll(lowering.statements.of(node));
        }
    }

    private void namespace(Syntax node, String outer) {
        String name = node.get("name").map(lowering.names::of).map(Names::path).orElse("");
        String whole = outer.isEmpty() || name.isEmpty() ? outer + name : outer + "." + name;
        if (!name.isEmpty()) {
            imports.add(Import.all(node.place(), whole)); // names in it are called without it
            namespaces.add(whole);
            namespaces.remove(outer);
        }
        node.get("body").ifPresent(it -> all(it, whole));
    }

    private void type(Syntax specifier) {
        lowering.types.of(specifier).ifPresent(types::add);
        body.addAll(lowering.types.constants(specifier));
    }

    /** A type without a name of its own is called by that of the definition. */
    private void typedef(Syntax node, Syntax specifier) {
        Optional<Syntax> name = node.getAll("declarator").stream()
                .filter(it -> it.is("type_identifier"))
                .findFirst();
        if (specifier.get("name").isEmpty() && name.isPresent()) {
            lowering.types.of(specifier, name.get()).ifPresent(types::add);
            body.addAll(lowering.types.constants(specifier));
        } else {
            type(specifier);
        }
    }
}
