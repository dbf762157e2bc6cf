package dev.shirube.source.kotlin;

import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the parts of nodes, to which the grammar gives no names. */
final class KotlinNodes {

    private KotlinNodes() {}

    /** Whether the node is something with a value; {@code null} is a mere token in the grammar. */
    static boolean isValue(Syntax node) {
        return node.is("null")
                || (node.named()
                        && !node.isComment()
                        && !node.is("modifiers", "annotation", "label", "type_arguments", "type_parameters"));
    }

    static List<Syntax> values(Syntax node) {
        return node.all().stream().filter(KotlinNodes::isValue).toList();
    }

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

    static boolean isType(Syntax node) {
        return node.is("user_type", "nullable_type", "function_type", "parenthesized_type", "not_nullable_type");
    }

    static Optional<Syntax> type(Syntax node) {
        return node.children().stream().filter(KotlinNodes::isType).findFirst();
    }

    /** The name that a declaration gives. */
    static Optional<Syntax> name(Syntax node) {
        return node.first("simple_identifier", "type_identifier");
    }

    static String text(Optional<Syntax> node) {
        return node.map(it -> it.text().replace("`", "")).orElse("");
    }

    /** The statements in a body of any kind, in or without braces, through text that the grammar does not fit. */
    static List<Syntax> lines(Syntax body) {
        if (!body.is("statements", "control_structure_body", "ERROR", "class_body", "enum_class_body", "source_file")) {
            return List.of(body);
        }
        List<Syntax> lines = new ArrayList<>();
        for (Syntax child : values(body)) {
            lines.addAll(child.is("statements", "ERROR") ? lines(child) : List.of(child));
        }
        return lines;
    }

    /** The first annotation that is given a value: settings come in so. */
    static Optional<Syntax> annotation(Syntax node) {
        return node.first("modifiers").stream()
                .flatMap(it -> it.children("annotation").stream())
                .flatMap(it -> it.children("constructor_invocation").stream())
                .findFirst();
    }
}
