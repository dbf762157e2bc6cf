package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Items: the declarations of a file or module. */
final class RustItems {

    /** What a file or module declares. */
    record Scope(List<Import> imports, List<TypeDeclaration> types, List<Function> functions) {}

    /** Attributes of what is compiled for tests alone; {@code any(test, …)} and {@code not(test)} are none of these. */
    private static final Pattern TEST = Pattern.compile(
            "#\\[\\s*(?:cfg\\s*\\(\\s*(?:all\\s*\\(\\s*)?test\\b.*|(?:\\w+::)*(?:test|rstest|test_case|bench|quickcheck)\\b.*)\\]",
            Pattern.DOTALL);

    private final RustReader reader;
    private final Set<String> tuples = new HashSet<>();

    RustItems(RustReader reader) {
        this.reader = reader;
    }

    /** Whether the file declares a struct of that name whose fields have positions instead of names. */
    boolean isTuple(String name) {
        return tuples.contains(name);
    }

    /**
     * The items; constants of a file go to {@link RustReader#out}.
     *
     * @param modules names of the modules around them
     */
    Scope read(List<Syntax> nodes, List<String> modules) {
        Map<String, RustType> types = new LinkedHashMap<>();
        List<Import> imports = new ArrayList<>();
        List<Function> functions = new ArrayList<>();
        for (Syntax node : nodes) {
            if (node.is("struct_item", "enum_item", "union_item", "trait_item")) {
                node.get("name").ifPresent(it -> types.put(it.text(), new RustType(node, it)));
                node.get("body")
                        .filter(it -> it.is("ordered_field_declaration_list")
                                && node.get("name").isPresent())
                        .ifPresent(it -> tuples.add(node.get("name").get().text()));
            }
        }
        List<TypeDeclaration> inner = new ArrayList<>();
        boolean test = false;
        for (Syntax node : nodes) {
            if (node.is("attribute_item")) {
                test |= TEST.matcher(node.text()).matches();
            } else if (!node.isComment()) {
                if (test) {
                    reader.tests.add(new ProgramFile.Region(node.start(), node.end(), ""));
                }
                test = false;
            }
            switch (node.type()) {
                case "use_declaration", "extern_crate_declaration" ->
                    new RustUses(modules.size(), imports).declaration(node);
                case "struct_item", "enum_item", "union_item", "trait_item" ->
                    node.get("name").map(it -> types.get(it.text())).ifPresent(it -> it.read(reader));
                case "impl_item" -> implementation(node, types, functions);
                case "function_item", "function_signature_item" ->
                    functions.add(reader.functions.declared(node, Optional.empty()));
                case "mod_item" -> module(node, modules, imports, inner, functions);
                case "type_item" -> alias(node, imports);
                case "macro_definition" -> functions.add(reader.macros.defined(node));
                case "foreign_mod_item" -> {} // declares what is defined elsewhere
                case "const_item", "static_item" -> reader.statements.constant(node);
                default -> reader.statements.add(node, RustControl.evaluated());
            }
        }
        List<TypeDeclaration> all = new ArrayList<>();
        types.values().forEach(it -> all.add(it.declaration()));
        all.addAll(inner);
        return new Scope(imports, all, functions);
    }

    /** Items in a function. */
    void local(Syntax node) {
        Scope scope = read(List.of(node), List.of());
        scope.types().forEach(it -> reader.out.add(new Statement.DefineType(it)));
        scope.functions().forEach(it -> reader.out.add(new Statement.DefineFunction(it)));
        scope.imports().forEach(it -> reader.out.add(new Statement.Include(it)));
    }

    /**
     * A module within the file is like a type without objects. Its imports hold for the file, and what it declares is seen
     * by its mere name in it, unless the file has something else of that name.
     */
    private void module(
            Syntax node,
            List<String> modules,
            List<Import> imports,
            List<TypeDeclaration> into,
            List<Function> functions) {
        Optional<Syntax> name = node.get("name");
        Optional<Syntax> body = node.get("body");
        if (name.isEmpty() || body.isEmpty()) {
            return;
        }
        List<String> around = new ArrayList<>(modules);
        around.add(name.get().text());
        List<Scope> scopes = new ArrayList<>();
        Statement.Block constants =
                reader.control.collected(() -> scopes.add(read(body.get().children(), around)));
        Scope scope = scopes.get(0);
        imports.addAll(scope.imports());
        scope.functions().stream()
                .filter(it -> functions.stream().noneMatch(other -> other.name().equals(it.name())))
                .toList()
                .forEach(functions::add);
        List<TypeDeclaration.Field> fields = new ArrayList<>();
        for (Statement statement : constants.statements()) {
            if (statement instanceof Statement.Assign assign && assign.target() instanceof Expression.Name constant) {
                fields.add(new TypeDeclaration.Field(
                        assign.place(), constant.name(), assign.type(), assign.value(), true));
                if (!declared(constant.name())) {
                    reader.out.add(statement);
                }
            } else {
                reader.out.add(statement);
            }
        }
        into.add(new TypeDeclaration(
                node.placeAt(name.get()),
                name.get().text(),
                List.of(),
                List.of(),
                fields,
                scope.functions(),
                scope.types()));
    }

    private boolean declared(String constant) {
        return reader.out.stream()
                .anyMatch(it -> it instanceof Statement.Assign assign
                        && assign.target() instanceof Expression.Name name
                        && name.name().equals(constant));
    }

    /** Another name for a type is as good as an import of it. */
    private void alias(Syntax node, List<Import> imports) {
        Optional<Syntax> name = node.get("name");
        Optional<Syntax> type = node.get("type");
        if (name.isPresent() && type.isPresent()) {
            String path = path(RustTypes.erased(reader.types.named(type.get())), imports);
            if (!path.isEmpty()) {
                imports.add(Import.of(node.placeAt(name.get()), path, name.get().text()));
            }
        }
    }

    private static String path(Expression type, List<Import> imports) {
        if (type instanceof Expression.Member member) {
            String object = path(RustTypes.erased(member.object()), imports);
            return object.isEmpty() ? "" : object + "." + member.name();
        }
        if (type instanceof Expression.Name name) {
            String plain = RustHeads.plain(name.name());
            return imports.stream()
                    .filter(it -> it.name().equals(plain))
                    .map(Import::path)
                    .findFirst()
                    .orElse(plain);
        }
        return "";
    }

    /** Methods go to their type where the same scope declares it, and name it as their receiver elsewhere. */
    private void implementation(Syntax node, Map<String, RustType> types, List<Function> functions) {
        Optional<Expression> type = node.get("type").map(reader.types::named).map(RustTypes::erased);
        Optional<RustType> known =
                type.filter(Expression.Name.class::isInstance).map(it -> types.get(((Expression.Name) it).name()));
        Optional<Expression> outer = reader.self;
        reader.self = type;
        Optional<Expression> trait = node.get("trait").map(reader.types::named);
        known.ifPresent(it -> trait.ifPresent(it::inherit));
        for (Syntax member : node.get("body").map(Syntax::children).orElse(List.of())) {
            if (member.is("function_item")) {
                known.ifPresentOrElse(
                        it -> it.method(reader.functions.declared(member, Optional.empty())),
                        () -> functions.add(reader.functions.declared(member, type)));
            } else if (known.isPresent()) {
                known.get().member(member, reader);
            } else if (member.is("const_item", "macro_invocation")) {
                reader.statements.add(member, RustControl.evaluated());
            }
        }
        reader.self = outer;
    }
}
