package dev.shirube.source.ruby;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads calls, with their blocks. */
final class RubyCalls {

    /** Methods that give back an object with the same content. */
    private static final Set<String> SAME = Set.of("freeze", "dup", "clone", "itself", "to_sym");

    private static final Set<String> LAMBDAS = Set.of("lambda", "proc");
    private static final Set<String> SENDING = Set.of("send", "public_send", "__send__");

    private final RubyExpressions expressions;

    RubyCalls(RubyExpressions expressions) {
        this.expressions = expressions;
    }

    Expression call(Syntax node) {
        if (node.is("yield")) {
            return new Expression.Other(
                    node.place(), expressions.given(node).stream().toList());
        }
        if (node.is("super") || node.get("method").filter(it -> it.is("super")).isPresent()) {
            return above(node);
        }
        String method = node.get("method").map(Syntax::text).orElse("call");
        Optional<Syntax> receiver = node.get("receiver");
        Optional<Syntax> block = node.get("block");
        List<Argument> arguments = arguments(node);
        if (receiver.isEmpty() && block.isPresent() && LAMBDAS.contains(method)) {
            return expressions.expression(block.get());
        } else if (receiver.isPresent() && arguments.isEmpty()) {
            if (SAME.contains(method)) {
                return new Expression.Cast(node.place(), Optional.empty(), expressions.expression(receiver.get()));
            } else if (block.isPresent() && expressions.scope().ahead().possible() && runsAtOnce(method)) {
                return atOnce(receiver.get(), block.get(), method);
            }
        } else if (receiver.isPresent()
                && SENDING.contains(method)
                && arguments.get(0).value() instanceof Expression.Text name) {
            return made(node, name.value(), arguments.subList(1, arguments.size()));
        }
        return made(node, method, arguments);
    }

    private Expression made(Syntax node, String method, List<Argument> arguments) {
        Syntax name = node.get("method").orElse(node);
        Optional<Syntax> receiver = node.get("receiver");
        RubyScope scope = expressions.scope();
        boolean ownMaker = method.equals("new")
                && !scope.owner().isEmpty()
                && receiver.filter(it -> !it.is("self")).isEmpty();
        Expression callee = receiver.isEmpty() || ownMaker
                ? called(name.place(), method)
                : new Expression.Member(name.place(), expressions.expression(receiver.get()), method);
        List<Argument> given = new ArrayList<>(arguments);
        node.get("block").ifPresent(it -> given.add(Argument.of(block(it, method))));
        return new Expression.Call(node.placeAt(name), callee, given, false);
    }

    /** A method that is called without an object. */
    Expression called(Place place, String method) {
        RubyScope scope = expressions.scope();
        if (method.equals("new") && !scope.owner().isEmpty()) {
            return new Expression.Member(place, new Expression.Name(place, scope.owner()), method);
        }
        return scope.isInherited(method)
                ? new Expression.Member(place, new Expression.This(place), method)
                : new Expression.Name(place, method);
    }

    /** What {@code fetch} gives where there is nothing is what is written in its block. */
    private Expression block(Syntax block, String method) {
        List<Syntax> lines = block.get("body").map(Syntax::children).orElse(List.of());
        boolean value = method.equals("fetch")
                && lines.size() == 1
                && block.get("parameters").isEmpty();
        return expressions.expression(value ? lines.get(0) : block);
    }

    private static boolean runsAtOnce(String method) {
        return method.equals("tap") || method.equals("then") || method.equals("yield_self");
    }

    /** {@code x.tap { |it| … }} is x, after what is done with it in the block; {@code x.then} is what the block gives. */
    private Expression atOnce(Syntax receiver, Syntax block, String method) {
        Place place = block.place();
        Expression object = expressions.expression(receiver);
        if (!(object instanceof Expression.Name)) {
            Expression variable = new Expression.Name(receiver.place(), method + "@" + block.start());
            ahead(assign(receiver.place(), variable, object));
            object = variable;
        }
        List<Syntax> parameters = block.get("parameters").map(Syntax::children).orElse(List.of());
        String name = parameters.isEmpty() ? "it" : parameters.get(0).text();
        Map<String, Expression> known = expressions.known();
        Map<String, Expression> outside = Map.copyOf(known);
        known.put(name, object);
        known.put("_1", object);
        Expression result = new Expression.Name(place, "value@" + block.start());
        boolean itself = method.equals("tap");
        List<Syntax> lines = block.get("body").map(Syntax::children).orElse(List.of());
        new RubyStatements(expressions)
                .all(lines, it -> itself ? new Statement.Evaluate(it) : assign(place, result, it))
                .forEach(this::ahead);
        known.clear();
        known.putAll(outside);
        return itself ? object : result;
    }

    private void ahead(Statement statement) {
        expressions.scope().ahead().add(statement);
    }

    private static Statement assign(Place place, Expression target, Expression value) {
        return new Statement.Assign(place, target, Optional.empty(), Optional.of(value), true);
    }

    /** {@code super} in a constructor makes what the class above makes. */
    private Expression above(Syntax node) {
        RubyScope scope = expressions.scope();
        List<Argument> arguments = arguments(node);
        Expression callee =
                scope.method().equals("initialize") && scope.parent().isPresent()
                        ? new Expression.Member(node.place(), scope.parent().get(), "new")
                        : new Expression.Name(node.place(), "super");
        return new Expression.Call(node.place(), callee, arguments, false);
    }

    private List<Argument> arguments(Syntax node) {
        List<Argument> arguments = new ArrayList<>();
        for (Syntax child : node.get("arguments").map(Syntax::children).orElse(List.of())) {
            Optional<Syntax> key = child.get("key");
            if (child.is("pair") && key.isPresent()) {
                Expression name = expressions.expression(key.get());
                Expression value = expressions.value(child, key.get());
                arguments.add(
                        name instanceof Expression.Text text
                                ? Argument.named(text.value(), value)
                                : Argument.of(new Expression.Mapping(
                                        child.place(), List.of(new Expression.Entry(name, value)))));
            } else if (child.is("block_argument")) {
                child.children().stream()
                        .findFirst()
                        .ifPresent(it -> arguments.add(Argument.of(expressions.expression(it))));
            } else if (child.is("method", "singleton_method")) {
                Function function = new RubyMethods(expressions.scope()).method(child);
                arguments.add(Argument.of(new Expression.Lambda(child.place(), function)));
            } else {
                arguments.add(Argument.of(expressions.expression(child)));
            }
        }
        return arguments;
    }
}
