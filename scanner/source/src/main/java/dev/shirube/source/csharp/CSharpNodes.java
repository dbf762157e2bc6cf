package dev.shirube.source.csharp;

import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the parts of nodes to which the grammar gives no name of their own. */
final class CSharpNodes {

    private CSharpNodes() {}

    /** Whether the node is something with a value; {@code this} and {@code base} are mere tokens in the grammar. */
    static boolean isValue(Syntax node) {
        return (node.named() && !node.isComment() && !node.is("modifier", "attribute_list")) || node.is("this", "base");
    }

    /** The children that can be values, those with a name of their own in the grammar left out. */
    static List<Syntax> values(Syntax node) {
        return node.all().stream()
                .filter(it -> it.field().isEmpty() && isValue(it))
                .toList();
    }

    /** The first of {@link #values}. */
    static Optional<Syntax> value(Syntax node) {
        return values(node).stream().findFirst();
    }

    /** What is written behind that token. */
    static Optional<Syntax> behind(Syntax node, String token) {
        boolean passed = false;
        for (Syntax child : node.all()) {
            if (passed && isValue(child)) {
                return Optional.of(child);
            }
            passed |= child.is(token) && !child.named();
        }
        return Optional.empty();
    }

    /** The first token, as it is written: the operator of a unary expression, the kind of an accessor. */
    static String token(Syntax node, List<String> tokens) {
        for (Syntax child : node.all()) {
            String type = child.named() ? "" : child.type();
            if (tokens.contains(type)) {
                return type;
            }
        }
        return "";
    }

    /** Whether it is declared with that modifier. */
    static boolean is(Syntax declaration, String modifier) {
        return declaration.children("modifier").stream()
                .anyMatch(it -> it.text().equals(modifier));
    }

    /** The children of a list of declarations or statements, through conditional compilation and broken text. */
    static List<Syntax> flat(Syntax list) {
        List<Syntax> flat = new ArrayList<>();
        for (Syntax child : list.children()) {
            if (child.is("preproc_if", "preproc_elif", "preproc_else", "ERROR", "declaration_list")) {
                flat.addAll(flat(child));
            } else if (!child.type().startsWith("preproc") && !child.field().equals("condition")) {
                flat.add(child);
            }
        }
        return flat;
    }
}
