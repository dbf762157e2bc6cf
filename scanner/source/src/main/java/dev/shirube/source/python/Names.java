package dev.shirube.source.python;

import dev.shirube.source.program.Import;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which names a part of the program binds: in Python a function's assignments decide what its names mean. */
final class Names {
    private Names() {}

    /** The names that an assignment to that target binds. */
    static void ofTarget(Syntax target, Set<String> names) {
        if (target.is("identifier")) {
            names.add(target.text());
        } else if (target.is(
                "pattern_list",
                "tuple_pattern",
                "list_pattern",
                "list_splat_pattern",
                "tuple",
                "list",
                "expression_list",
                "as_pattern_target",
                "parenthesized_expression")) {
            target.children().forEach(it -> ofTarget(it, names));
        }
    }

    /** The names that are bound in the body itself, not in functions and classes inside it. */
    static Set<String> bound(Syntax body) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> elsewhere = new LinkedHashSet<>();
        bound(body, names, elsewhere);
        names.removeAll(elsewhere);
        return names;
    }

    /** The names of the module that functions in it assign, each with what they assign. */
    static Map<String, List<Syntax>> global(Syntax module) {
        Map<String, List<Syntax>> names = new LinkedHashMap<>();
        global(module, Set.of(), names);
        return names;
    }

    private static void global(Syntax node, Set<String> here, Map<String, List<Syntax>> names) {
        Set<String> inside = here;
        if (node.is("function_definition")) {
            inside = new LinkedHashSet<>();
            declared(node, inside);
        } else if (node.is("assignment", "augmented_assignment")) {
            String name = node.get("left").map(Syntax::text).orElse("");
            if (here.contains(name)) {
                names.computeIfAbsent(name, it -> new ArrayList<>())
                        .add(node.get("right")
                                .filter(it -> node.is("assignment"))
                                .orElse(node));
            }
        }
        for (Syntax child : node.children()) {
            global(child, inside, names);
        }
    }

    /** The names that the function itself declares to be the module's. */
    private static void declared(Syntax node, Set<String> names) {
        for (Syntax child : node.children()) {
            if (child.is("global_statement")) {
                child.children().forEach(it -> names.add(it.text()));
            } else if (!child.is("function_definition", "class_definition")) {
                declared(child, names);
            }
        }
    }

    private static void bound(Syntax node, Set<String> names, Set<String> elsewhere) {
        for (Syntax child : node.children()) {
            switch (child.type()) {
                case "function_definition", "class_definition" ->
                    child.get("name").ifPresent(it -> names.add(it.text()));
                case "global_statement", "nonlocal_statement" ->
                    child.children().forEach(it -> elsewhere.add(it.text()));
                case "import_statement", "import_from_statement" ->
                    PythonImports.of(child).stream().map(Import::name).forEach(names::add);
                case "lambda" -> {}
                default -> {
                    child.get("left")
                            .filter(it -> child.is("assignment", "augmented_assignment", "for_statement"))
                            .ifPresent(it -> ofTarget(it, names));
                    child.get("name").filter(it -> child.is("named_expression")).ifPresent(it -> ofTarget(it, names));
                    if (child.is("as_pattern_target")) {
                        ofTarget(child, names);
                    }
                    bound(child, names, elsewhere);
                }
            }
        }
    }
}
