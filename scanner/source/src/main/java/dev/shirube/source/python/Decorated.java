package dev.shirube.source.python;

import dev.shirube.source.tree.Syntax;
import java.util.List;

/** A function or class with its decorators. */
record Decorated(Syntax definition, List<Syntax> decorators) {

    static Decorated of(Syntax node) {
        return node.is("decorated_definition")
                ? new Decorated(node.get("definition").orElse(node), node.children("decorator"))
                : new Decorated(node, List.of());
    }

    /** The last names of the decorators: of {@code @app.route("/")} it is {@code route}. */
    List<String> names() {
        return decorators.stream()
                .flatMap(it -> it.children().stream())
                .map(it -> lastName(it))
                .toList();
    }

    private static String lastName(Syntax node) {
        if (node.is("call")) {
            return node.get("function").map(Decorated::lastName).orElse("");
        } else if (node.is("attribute")) {
            return node.get("attribute").map(Syntax::text).orElse("");
        }
        return node.text();
    }
}
