package dev.shirube.source.ruby;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads methods and blocks. What is evaluated last in them is what they give back. */
final class RubyMethods {

    private final RubyScope around;

    RubyMethods(RubyScope around) {
        this.around = around;
    }

    /** What a block without parameters calls its first one. */
    private static final Pattern NUMBERED = Pattern.compile("\\b_1\\b");

    Function method(Syntax node) {
        Syntax written = node.get("name").orElse(node);
        String name = written.text();
        boolean constructor = node.is("method") && name.equals("initialize");
        RubyExpressions expressions = new RubyExpressions(around.in(node, name));
        RubyStatements statements = new RubyStatements(expressions);
        List<Statement> body = new ArrayList<>();
        List<Parameter> parameters = parameters(node.get("parameters"), expressions, body);
        List<Syntax> lines = lines(node);
        body.addAll(constructor ? statements.all(lines) : statements.all(lines, RubyStatements::returned));
        return new Function(
                written.place(),
                constructor ? Function.CONSTRUCTOR : name,
                parameters,
                Optional.empty(),
                new Statement.Block(body));
    }

    private static List<Syntax> lines(Syntax node) {
        return node.get("body")
                .map(it -> it.is("body_statement", "block_body")
                                && it.first("rescue", "ensure").isEmpty()
                        ? it.children()
                        : List.of(it))
                .orElse(List.of());
    }

    /** A block, or {@code ->(x) { … }}: a function without a name. */
    static Expression lambda(Syntax node, RubyExpressions expressions) {
        List<Statement> body = new ArrayList<>();
        List<Parameter> parameters = parameters(node.get("parameters"), expressions, body);
        if (parameters.isEmpty() && NUMBERED.matcher(node.text()).find()) {
            parameters.add(Parameter.of("_1"));
        }
        Syntax block = node.is("lambda") ? node.get("body").orElse(node) : node;
        List<Syntax> lines = block == node && node.is("lambda") ? List.of() : lines(block);
        body.addAll(new RubyStatements(expressions).all(lines, RubyStatements::returned));
        return new Expression.Lambda(
                node.place(), new Function(node.place(), "", parameters, Optional.empty(), new Statement.Block(body)));
    }

    /** The parameters; what takes them apart is added to the statements. */
    static List<Parameter> parameters(Optional<Syntax> list, RubyExpressions expressions, List<Statement> statements) {
        List<Parameter> parameters = new ArrayList<>();
        for (Syntax parameter : list.map(Syntax::children).orElse(List.of())) {
            String name = parameter.get("name").map(Syntax::text).orElse(parameter.text());
            if (parameter.is("destructured_parameter")) {
                parameters.add(Parameter.of(name));
                statements.add(new Statement.Assign(
                        parameter.place(),
                        target(parameter),
                        Optional.empty(),
                        Optional.of(new Expression.Name(parameter.place(), name)),
                        true));
            } else if (!parameter.is("hash_splat_nil", "forward_parameter")) {
                parameters.add(new Parameter(
                        name,
                        Optional.empty(),
                        parameter.get("value").map(expressions::expression),
                        parameter.is("splat_parameter", "hash_splat_parameter")));
            }
        }
        return parameters;
    }

    /** What takes the value of a parameter: a name, or names for its parts. */
    static Expression target(Syntax parameter) {
        return parameter.is("destructured_parameter")
                ? new Expression.Sequence(
                        parameter.place(),
                        parameter.children().stream().map(RubyMethods::target).toList())
                : new Expression.Name(
                        parameter.place(),
                        parameter.get("name").map(Syntax::text).orElse(parameter.text()));
    }
}
