package dev.shirube.source.javascript;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions of all kinds. */
final class Functions {
    private final Script script;

    Functions(Script script) {
        this.script = script;
    }

    static boolean isFunction(Syntax node) {
        return node.is(
                "arrow_function",
                "function_expression",
                "generator_function",
                "function_declaration",
                "generator_function_declaration");
    }

    static Function named(Function function, String name) {
        return new Function(
                function.place(), name, function.receiver(), function.parameters(), function.result(), function.body());
    }

    /** A function that is the value of a name is a function of that name. */
    Optional<Statement> definition(String name, Syntax value) {
        return isFunction(value) ? Optional.of(new Statement.DefineFunction(of(value, name))) : Optional.empty();
    }

    Function of(Syntax node, String name) {
        return of(node, name, new ArrayList<>(), List.of());
    }

    /** The function, with these statements before its own. */
    Function of(Syntax node, String name, List<Statement> before, List<String> modules) {
        List<Parameter> parameters = new ArrayList<>();
        List<Statement> prelude = new ArrayList<>(before);
        List<Syntax> written = node.get("parameters")
                .map(Syntax::children)
                .orElseGet(() -> node.get("parameter").map(List::of).orElse(List.of()));
        for (int i = 0; i < written.size(); i++) {
            Syntax parameter = written.get(i);
            Syntax pattern = parameter.get("pattern").orElse(parameter);
            Optional<List<Statement>> imported =
                    i < modules.size() && !modules.get(i).isEmpty()
                            ? script.modules.bound(pattern, modules.get(i))
                            : Optional.empty();
            if (imported.isPresent()) {
                prelude.addAll(imported.get());
            } else if (!pattern.is("this")) {
                parameters.add(parameter(parameter, prelude));
            }
        }
        return new Function(
                node.get("name").map(Syntax::place).orElseGet(node::place),
                name,
                parameters,
                Types.annotated(node, "return_type"),
                body(node, prelude));
    }

    private Parameter parameter(Syntax node, List<Statement> prelude) {
        node.getAll("decorator").forEach(it -> prelude.add(script.classes.decorator(it)));
        Optional<Syntax> initial = node.get("value");
        Syntax pattern = node.get("pattern").orElse(node);
        if (pattern.is("assignment_pattern")) {
            initial = pattern.get("right");
            pattern = pattern.get("left").orElse(pattern);
        }
        boolean rest = pattern.is("rest_pattern");
        if (rest && !pattern.children().isEmpty()) {
            pattern = pattern.children().get(0);
        }
        String name = pattern.text();
        if (!pattern.is("identifier")) {
            name = "#" + pattern.start();
            prelude.addAll(script.patterns.assign(
                    pattern, Optional.empty(), new Expression.Name(pattern.place(), name), pattern.place(), true));
        }
        return new Parameter(name, Types.annotated(node, "type"), initial.map(script.expressions::of), rest);
    }

    private Statement.Block body(Syntax node, List<Statement> prelude) {
        List<Statement> statements = new ArrayList<>(prelude);
        node.get("body").ifPresent(it -> {
            if (it.is("statement_block")) {
                statements.addAll(script.statements.each(it.children()));
            } else {
                statements.addAll(script.statements.returned(it));
            }
        });
        return new Statement.Block(statements);
    }

    /** The function whose parameters are these modules; any other expression as it is. */
    Expression importing(Syntax node, List<String> modules) {
        return isFunction(node)
                ? new Expression.Lambda(node.place(), of(node, "", List.of(), modules))
                : script.expressions.of(node);
    }
}
