package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other files of the program by {@code require} and its like; what a file returns is its name {@code return}. */
final class Includes {
    private static final String RETURN = "return";

    private final Map<String, Import> values = new LinkedHashMap<>();

    static boolean is(Syntax node) {
        return node.is(
                "include_expression", "include_once_expression", "require_expression", "require_once_expression");
    }

    /** Imports of what other files return. */
    Collection<Import> values() {
        return values.values();
    }

    /** All names of the file. */
    static Optional<Statement> statement(Syntax node) {
        return path(node).map(it -> new Statement.Include(Import.all(node.place(), it)));
    }

    /** What the file returns. */
    Optional<Expression> value(Syntax node) {
        return path(node).map(it -> {
            String name = "require(\"" + it + "\")"; // nothing that is written can be called so
            values.putIfAbsent(name, Import.of(node.place(), it + "." + RETURN, name));
            return new Expression.Name(node.place(), name);
        });
    }

    /** At the top of a file: what it returns to those that include it. */
    static Statement returned(Statement statement) {
        return statement instanceof Statement.Return end && end.value().isPresent()
                ? new Statement.Assign(
                        end.place(), new Expression.Name(end.place(), RETURN), Optional.empty(), end.value(), false)
                : statement;
    }

    /** Relative to the folder of this file, which is what is meant nearly always. */
    private static Optional<String> path(Syntax node) {
        List<Syntax> parts = node.children();
        return parts.isEmpty() ? Optional.empty() : file(parts.get(0));
    }

    private static Optional<String> file(Syntax node) {
        return switch (node.type()) {
            case "parenthesized_expression" -> path(node);
            case "string", "encapsed_string" ->
                Optional.of(Strings.plain(node)).filter(it -> !it.isEmpty()).map(Includes::relative);
            case "binary_expression" -> {
                String base = node.get("left").map(Syntax::text).orElse("").replace(" ", "");
                boolean here = base.equals("__DIR__") || base.equals("dirname(__FILE__)");
                yield here
                        ? node.get("right")
                                .filter(it -> it.is("string", "encapsed_string"))
                                .flatMap(Includes::file)
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static String relative(String path) {
        if (path.startsWith("/")) {
            return "." + path;
        }
        return path.startsWith("./") || path.startsWith("../") ? path : "./" + path;
    }
}
