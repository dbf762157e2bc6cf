package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls and the making of objects. */
final class Calls {
    private final Script script;

    Calls(Script script) {
        this.script = script;
    }

    /** A call of a function; {@code f(...)} is the function itself. */
    Expression function(Syntax node) {
        Optional<Syntax> function = node.get("function");
        if (function.isEmpty()) {
            return script.expressions.other(node);
        }
        Syntax called = function.get();
        Expression callee = script.expressions.of(called);
        if (isReference(node)) {
            return callee;
        }
        Expression.Call call = call(node, called, callee);
        return named(call).orElse(call);
    }

    /** {@code constant("NAME")} is the constant, {@code call_user_func("f", $x)} the call. */
    private static Optional<Expression> named(Expression.Call call) {
        if (!(call.callee() instanceof Expression.Name name) || call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Expression first = call.arguments().get(0).value();
        if (name.name().equals("constant") && first instanceof Expression.Text text) {
            return Optional.of(new Expression.Name(call.place(), text.value()));
        } else if (name.name().equals("call_user_func")) {
            List<Argument> given = call.arguments().subList(1, call.arguments().size());
            return Optional.of(new Expression.Call(call.place(), first, given, false));
        }
        return Optional.empty();
    }

    /** A call on an object. */
    Expression method(Syntax node) {
        return member(node, script.expressions.field(node, "object"));
    }

    /** A call on a class; {@code parent::__construct()} is its constructor. */
    Expression scoped(Syntax node) {
        return member(
                node,
                node.get("scope")
                        .map(script.classes::scope)
                        .orElseGet(() -> new Expression.Other(node.place(), List.of())));
    }

    private Expression member(Syntax node, Expression object) {
        Optional<Syntax> name = node.get("name");
        if (name.isEmpty()) {
            return script.expressions.other(node);
        }
        Expression callee = script.expressions.member(node, object, name.get());
        return isReference(node) ? callee : call(node, name.get(), callee);
    }

    private static boolean isReference(Syntax node) {
        return node.get("arguments")
                .filter(it -> it.has("variadic_placeholder"))
                .isPresent();
    }

    private Expression.Call call(Syntax node, Syntax named, Expression callee) {
        return new Expression.Call(
                node.placeAt(named),
                callee,
                node.get("arguments").map(this::arguments).orElse(List.of()),
                false);
    }

    Expression making(Syntax node) {
        List<Argument> arguments = node.first("arguments").map(this::arguments).orElse(List.of());
        for (Syntax part : node.children()) {
            if (part.is("anonymous_class")) {
                return script.classes.unnamed(part);
            } else if (!part.is("arguments")) {
                return new Expression.Call(node.placeAt(part), script.classes.scope(part), arguments, true);
            }
        }
        return script.expressions.other(node);
    }

    List<Argument> arguments(Syntax node) {
        List<Argument> arguments = new ArrayList<>();
        for (Syntax argument : node.children("argument")) {
            List<Syntax> parts = argument.children();
            if (!parts.isEmpty()) {
                Expression value = script.expressions.of(parts.get(parts.size() - 1));
                arguments.add(argument.get("name")
                        .map(it -> Argument.named(it.text(), value))
                        .orElse(Argument.of(value)));
            }
        }
        return arguments;
    }

    /** {@code define("NAME", value)}; nothing where it is another call. */
    Optional<Statement> definition(Syntax node) {
        boolean define = node.is("function_call_expression")
                && node.get("function")
                        .filter(it -> Names.path(it).equalsIgnoreCase("define"))
                        .isPresent();
        if (!define) {
            return Optional.empty();
        }
        List<Argument> arguments = node.get("arguments").map(this::arguments).orElse(List.of());
        return arguments.size() >= 2 && arguments.get(0).value() instanceof Expression.Text name
                ? Optional.of(new Statement.Assign(
                        node.place(),
                        new Expression.Name(name.place(), name.value()),
                        Optional.empty(),
                        Optional.of(arguments.get(1).value()),
                        false))
                : Optional.empty();
    }

    /** The making of the attributes of what they stand at. */
    List<Statement> attributes(Syntax node) {
        List<Statement> found = new ArrayList<>();
        for (Syntax group : node.getAll("attributes")) {
            for (Syntax attribute : group.children().stream()
                    .flatMap(it -> it.children("attribute").stream())
                    .toList()) {
                Syntax name = attribute.children().get(0);
                found.add(new Statement.Evaluate(new Expression.Call(
                        attribute.place(),
                        Names.of(name),
                        attribute.get("parameters").map(this::arguments).orElse(List.of()),
                        true)));
            }
        }
        return found;
    }

    /** The name under which a constructor or another method is known. */
    static String method(String name) {
        return name.equalsIgnoreCase("__construct") ? Function.CONSTRUCTOR : name;
    }
}
