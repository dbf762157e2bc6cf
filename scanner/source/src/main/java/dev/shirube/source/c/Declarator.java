package dev.shirube.source.c;

import dev.shirube.source.tree.Syntax;
import java.util.List;
import java.util.Optional;

/**
 * What a declarator declares: the stars, brackets and parentheses around a name.
 *
 * @param target the name, a structured binding, or whatever stands where a name should
 * @param pointer whether it is a pointer or a reference
 * @param arrays how many brackets follow the name
 * @param function where the parameters stand of a function; nothing for a variable, even one that points to a function
 */
record Declarator(Syntax target, boolean pointer, int arrays, Optional<Syntax> function) {

    static Declarator of(Syntax declarator) {
        Syntax at = declarator;
        boolean pointer = false;
        int arrays = 0;
        Optional<Syntax> function = Optional.empty();
        while (true) {
            if (at.is("pointer_declarator", "reference_declarator", "abstract_pointer_declarator")) {
                pointer = true;
            } else if (at.is("array_declarator")) {
                arrays++;
            } else if (at.is("function_declarator")) {
                boolean toFunction = at.get("declarator")
                        .filter(it -> it.is("parenthesized_declarator"))
                        .flatMap(it -> it.first("pointer_declarator", "reference_declarator"))
                        .isPresent();
                function = toFunction ? Optional.empty() : Optional.of(at);
                pointer |= toFunction;
            } else if (!at.is(
                    "init_declarator", "parenthesized_declarator", "attributed_declarator", "variadic_declarator")) {
                return new Declarator(at, pointer, arrays, function);
            }
            Optional<Syntax> inner = inner(at);
            if (inner.isEmpty()) {
                return new Declarator(at, pointer, arrays, function);
            }
            at = inner.get();
        }
    }

    private static Optional<Syntax> inner(Syntax node) {
        Optional<Syntax> field = node.get("declarator");
        if (field.isPresent()) {
            return field;
        }
        List<Syntax> parts = node.children().stream()
                .filter(it -> it.is("identifier", "type_identifier", "field_identifier", "qualified_identifier")
                        || it.type().endsWith("declarator"))
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1));
    }

    boolean isFunction() {
        return function.isPresent();
    }

    /** The name, without what qualifies it. */
    String name() {
        return Names.token(target).text();
    }
}
