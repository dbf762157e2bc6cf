package dev.shirube.source.javascript;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Function;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls, and the few of them that belong to the language rather than to a library. */
final class Calls {
    private static final Set<String> DEFINE = Set.of("define", "require", "requirejs");
    private static final String PROMISIFY = "promisify";

    private final Script script;

    Calls(Script script) {
        this.script = script;
    }

    Expression of(Syntax node) {
        Optional<Expression> required = script.modules.value(node);
        if (required.isPresent()) {
            return required.get();
        }
        Optional<Syntax> function = node.get("function");
        if (function.isEmpty()) {
            return script.expressions.other(node);
        }
        Syntax called = bare(function.get());
        List<Syntax> arguments = node.get("arguments")
                .map(it -> it.is("arguments") ? it.children() : List.of(it))
                .orElse(List.of());
        return special(node, called, arguments)
                .orElseGet(() ->
                        new Expression.Call(node.placeAt(named(called)), callee(called), given(arguments), false));
    }

    private Expression callee(Syntax called) {
        return called.is("super")
                ? new Expression.Member(called.place(), script.expressions.of(called), Function.CONSTRUCTOR)
                : script.expressions.of(called);
    }

    Expression making(Syntax node) {
        Optional<Syntax> type = node.get("constructor");
        if (type.isEmpty()) {
            return script.expressions.other(node);
        }
        Syntax made = bare(type.get());
        List<Argument> arguments =
                node.get("arguments").map(it -> given(it.children())).orElse(List.of());
        return new Expression.Call(node.placeAt(named(made)), script.expressions.of(made), arguments, true);
    }

    /** Promisified and bound functions stay themselves; {@code f.call(o, x)} is {@code f(x)}. */
    private Optional<Expression> special(Syntax node, Syntax called, List<Syntax> arguments) {
        if (arguments.size() == 1 && named(called).text().equals(PROMISIFY)) {
            return Optional.of(cast(node, arguments.get(0)));
        }
        if (DEFINE.contains(called.text())) {
            return defined(node, called, arguments);
        }
        if (!called.is("member_expression")) {
            return Optional.empty();
        }
        Syntax object = called.get("object").orElse(called);
        return switch (called.get("property").map(Syntax::text).orElse("")) {
            case "then" ->
                script.modules.path(object).filter(it -> !arguments.isEmpty()).map(it -> loaded(node, it, arguments));
            case "bind" -> arguments.size() == 1 ? Optional.of(cast(node, object)) : Optional.empty();
            case "call" ->
                arguments.isEmpty() || object.is("this", "super")
                        ? Optional.empty()
                        : Optional.of(new Expression.Call(
                                node.placeAt(named(object)),
                                script.expressions.of(object),
                                given(arguments.subList(1, arguments.size())),
                                false));
            case "assign" -> merged(node, object, arguments);
            default -> Optional.empty();
        };
    }

    /** {@code Object.assign({…}, a, b)} is {@code {…, ...a, ...b}}. */
    private Optional<Expression> merged(Syntax node, Syntax object, List<Syntax> arguments) {
        if (!object.text().equals("Object")
                || arguments.isEmpty()
                || !arguments.get(0).is("object")) {
            return Optional.empty();
        }
        List<Expression.Entry> entries = new ArrayList<>(script.expressions.entries(arguments.get(0)));
        for (Syntax argument : arguments.subList(1, arguments.size())) {
            Expression spread = argument.is("spread_element")
                    ? script.expressions.of(argument)
                    : new Expression.Spread(argument.place(), script.expressions.of(argument));
            entries.add(new Expression.Entry(spread, spread));
        }
        return Optional.of(new Expression.Mapping(node.place(), entries));
    }

    private Expression cast(Syntax node, Syntax of) {
        return new Expression.Cast(node.place(), Optional.empty(), script.expressions.of(of));
    }

    /** {@code import("m").then(m => …)}: what the function is given is the module. */
    private Expression loaded(Syntax node, String path, List<Syntax> arguments) {
        List<Expression> parts = new ArrayList<>();
        parts.add(script.functions.importing(arguments.get(0), List.of(path)));
        parts.addAll(script.expressions.each(arguments.subList(1, arguments.size())));
        return new Expression.Other(node.place(), parts);
    }

    /** {@code define(["a", "b"], function (a, b) {…})}. */
    private Optional<Expression> defined(Syntax node, Syntax called, List<Syntax> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).is("array") && Functions.isFunction(arguments.get(i + 1))) {
                List<String> paths = arguments.get(i).children().stream()
                        .map(it -> it.is("string") ? Literals.content(it) : "")
                        .toList();
                Expression body = script.functions.importing(arguments.get(i + 1), paths);
                return Optional.of(new Expression.Call(
                        node.placeAt(called), script.expressions.of(called), List.of(Argument.of(body)), false));
            }
        }
        return Optional.empty();
    }

    private List<Argument> given(List<Syntax> arguments) {
        return arguments.stream()
                .map(it -> Argument.of(script.expressions.of(it)))
                .toList();
    }

    /** Without the parentheses and assertions around it. */
    private static Syntax bare(Syntax node) {
        Syntax at = node;
        while (at.is("parenthesized_expression", "non_null_expression", "instantiation_expression")
                && !at.children().isEmpty()) {
            at = at.children().get(0);
        }
        return at;
    }

    /** The name that is called. */
    private static Syntax named(Syntax called) {
        if (called.is("sequence_expression") && !called.children().isEmpty()) {
            return named(called.children().get(called.children().size() - 1));
        }
        return called.get("property").or(() -> called.get("index")).orElse(called);
    }
}
