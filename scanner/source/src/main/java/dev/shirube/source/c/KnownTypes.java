package dev.shirube.source.c;

import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that a file declares itself, as far as they decide how values of them are written. */
final class KnownTypes {

    /** Names for numbers, characters and truth values; of the ending _t all are taken for such where one value is given. */
    private static final Set<String> SCALARS = Set.of(
            "BOOL",
            "BOOLEAN",
            "BYTE",
            "CHAR",
            "DWORD",
            "DWORD64",
            "HANDLE",
            "INT",
            "LONG",
            "LPBYTE",
            "LPCSTR",
            "LPCWSTR",
            "LPSTR",
            "LPWSTR",
            "PCSTR",
            "PCWSTR",
            "PWSTR",
            "SIZE_T",
            "UCHAR",
            "UINT",
            "UINT32",
            "ULONG",
            "ULONGLONG",
            "USHORT",
            "WORD",
            "CK_BBOOL",
            "CK_BYTE",
            "CK_KEY_TYPE",
            "CK_MECHANISM_TYPE",
            "CK_OBJECT_CLASS",
            "CK_ULONG",
            "CFStringRef",
            "string",
            "wstring",
            "string_view",
            "QString");

    private final Map<String, List<Field>> structs = new HashMap<>();
    private final Set<String> plain = new HashSet<>();
    private final Map<String, List<Field>> members = new HashMap<>();
    private final Map<String, Set<String>> bases = new HashMap<>();
    private final Set<String> declared = new HashSet<>();
    private final Set<String> namespaces = new HashSet<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> enumerations = new HashSet<>();

    private KnownTypes() {}

    /** A member of a structure, in its place, with the value that it has where none is given. */
    record Field(String name, Optional<Syntax> type, int arrays, Optional<Syntax> initial) {}

    static KnownTypes of(Syntax root) {
        KnownTypes known = new KnownTypes();
        known.walk(root, "");
        return known;
    }

    private void walk(Syntax node, String namespace) {
        String inside = namespace;
        switch (node.type()) {
            case "struct_specifier", "class_specifier", "union_specifier" -> specifier(node);
            case "enum_specifier" ->
                name(node).ifPresent(it -> {
                    enumerations.add(it);
                    declared.add(it);
                });
            case "type_definition" -> alias(node);
            case "alias_declaration" -> name(node).ifPresent(it -> aliased(it, node.get("type")));
            case "function_definition" ->
                node.get("declarator")
                        .ifPresent(it -> declared.add(Declarator.of(it).name()));
            case "namespace_definition" -> {
                String name =
                        name(node).map(it -> it.replaceAll("\\s*::\\s*", ".")).orElse("");
                inside = namespace.isEmpty() || name.isEmpty() ? namespace + name : namespace + "." + name;
                namespaces.add(inside);
            }
            case "declaration" ->
                node.getAll("declarator").stream()
                        .filter(it -> it.is("init_declarator"))
                        .forEach(it -> declared.add(Declarator.of(it).name()));
            default -> {}
        }
        for (Syntax child : node.children()) {
            walk(child, inside);
        }
    }

    private void specifier(Syntax node) {
        if (node.get("body").isEmpty()) {
            return;
        }
        name(node).ifPresent(it -> {
            declared.add(it);
            declared(it, node);
            if (!isConstructed(node)) {
                structure(it, node);
            }
        });
    }

    private void aliased(String name, Optional<Syntax> type) {
        Optional<Syntax> meant = type.map(it -> it.get("type").orElse(it));
        meant.ifPresent(
                it -> aliases.put(name, it.text().replaceAll("<.*|\\s", "").replace("::", ".")));
    }

    /** What the qualified name stands for, where the file itself gives it that name. */
    String meant(String path) {
        return aliases.getOrDefault(path, path);
    }

    /** Whether something of that name is declared in the file, and that is a namespace of it. */
    boolean isOwn(String namespace, String name) {
        return declared.contains(name) && isNamespace(namespace);
    }

    /** Whether the file has a namespace whose last name is that. */
    boolean isNamespace(String name) {
        return namespaces.stream().anyMatch(it -> it.equals(name) || it.endsWith("." + name));
    }

    private void declared(String name, Syntax node) {
        members.putIfAbsent(name, fields(node));
        Set<String> supertypes = bases.computeIfAbsent(name, it -> new HashSet<>());
        node.first("base_class_clause")
                .ifPresent(clause -> clause.children()
                        .forEach(it -> supertypes.add(Names.token(it).text())));
    }

    /** Whether that is the name of a type from which the other one is derived. */
    boolean isBase(String type, String name) {
        return bases.getOrDefault(type, Set.of()).contains(name);
    }

    /** The member of that type; nothing where the file does not declare it. */
    Optional<Field> member(String type, String name) {
        return members.getOrDefault(type, List.of()).stream()
                .filter(it -> it.name().equals(name))
                .findFirst();
    }

    /** Whether a list in braces is given to a constructor and does not fill the members. */
    private static boolean isConstructed(Syntax specifier) {
        boolean derived = specifier.has("base_class_clause");
        return derived
                || specifier.get("body").stream()
                        .flatMap(it -> it.children("function_definition", "declaration").stream())
                        .anyMatch(it -> it.get("type").isEmpty());
    }

    private void structure(String name, Syntax specifier) {
        structs.putIfAbsent(name, fields(specifier));
        if (specifier.get("body").filter(it -> it.has("function_definition")).isEmpty()) {
            plain.add(name);
        }
    }

    private void alias(Syntax node) {
        Optional<Syntax> type = node.get("type");
        for (Syntax declarator : node.getAll("declarator")) {
            if (type.isPresent() && declarator.is("type_identifier")) {
                if (type.get().is("struct_specifier", "union_specifier")
                        && type.get().get("body").isPresent()) {
                    structure(declarator.text(), type.get());
                } else if (type.get().is("enum_specifier", "primitive_type", "sized_type_specifier")) {
                    enumerations.add(declarator.text());
                }
            }
        }
    }

    private static Optional<String> name(Syntax node) {
        return node.get("name").map(Syntax::text);
    }

    /** The members in their order. */
    static List<Field> fields(Syntax specifier) {
        List<Field> fields = new ArrayList<>();
        specifier.get("body").ifPresent(body -> collect(body, fields));
        return fields;
    }

    private static void collect(Syntax body, List<Field> fields) {
        for (Syntax child : body.children()) {
            if (child.type().startsWith("preproc")) {
                collect(child, fields);
            } else if (child.is("field_declaration")) {
                for (Syntax declarator : child.getAll("declarator")) {
                    Declarator declared = Declarator.of(declarator);
                    if (!declared.isFunction()) {
                        Optional<Syntax> type = declared.pointer() ? Optional.<Syntax>empty() : child.get("type");
                        fields.add(new Field(declared.name(), type, declared.arrays(), child.get("default_value")));
                    }
                }
            }
        }
    }

    /** The members of that type; nothing where the file does not declare it. */
    Optional<List<Field>> fields(String type) {
        return Optional.ofNullable(structs.get(type)).filter(it -> !it.isEmpty());
    }

    /** Whether objects of that type are nothing but their members. */
    boolean isPlain(String type) {
        return plain.contains(type);
    }

    /** Whether a value of the type is a mere number or text, so that one given value is that value. */
    boolean isScalar(Syntax type) {
        if (type.is(
                "primitive_type", "sized_type_specifier", "placeholder_type_specifier", "decltype", "enum_specifier")) {
            return true;
        }
        String name = Names.simple(type);
        return enumerations.contains(name)
                || SCALARS.contains(name)
                || name.endsWith("_t") && !structs.containsKey(name);
    }
}
