package dev.shirube.source.javascript;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions. */
final class Expressions {
    private final Script script;

    Expressions(Script script) {
        this.script = script;
    }

    Expression of(Syntax node) {
        return switch (node.type()) {
            case "identifier",
                    "shorthand_property_identifier",
                    "shorthand_property_identifier_pattern",
                    "property_identifier",
                    "type_identifier" -> new Expression.Name(node.place(), node.text());
            case "undefined", "null" -> new Expression.Nothing(node.place());
            case "true", "false" -> new Expression.Truth(node.place(), node.is("true"));
            case "number" -> Literals.number(node);
            case "string" -> Literals.string(node);
            case "template_string" -> template(node);
            case "this" -> new Expression.This(node.place());
            case "super" -> script.classes.superclass(node);
            case "member_expression" -> member(node);
            case "subscript_expression" -> element(node);
            case "call_expression" -> script.calls.of(node);
            case "new_expression" -> script.calls.making(node);
            case "parenthesized_expression" -> node.children().size() == 1 ? first(node) : other(node);
            case "instantiation_expression", "decorator" -> first(node);
            case "sequence_expression" -> sequence(node);
            case "await_expression", "yield_expression", "non_null_expression" ->
                new Expression.Cast(node.place(), Optional.empty(), first(node));
            case "as_expression", "satisfies_expression" -> typed(node, 0, 1);
            case "type_assertion" -> typed(node, 1, 0);
            case "object" -> new Expression.Mapping(node.place(), entries(node));
            case "array" -> new Expression.Sequence(node.place(), each(node.children()));
            case "spread_element" -> new Expression.Spread(node.place(), first(node));
            case "assignment_expression" -> new Expression.Assigned(node.place(), target(node), right(node));
            case "augmented_assignment_expression" ->
                new Expression.Assigned(node.place(), target(node), augmented(node));
            case "update_expression" -> new Expression.Assigned(node.place(), argument(node), updated(node));
            case "binary_expression" -> Operators.binary(this, node);
            case "unary_expression" -> Operators.unary(node, argument(node));
            case "ternary_expression" ->
                new Expression.Conditional(
                        node.place(),
                        node.get("condition").map(this::of),
                        List.of(field(node, "consequence"), field(node, "alternative")));
            case "arrow_function", "function_expression", "generator_function" ->
                new Expression.Lambda(node.place(), script.functions.of(node, ""));
            case "class" -> script.classes.unnamed(node);
            case "object_pattern", "array_pattern" -> script.patterns.target(node);
            default -> other(node);
        };
    }

    List<Expression> each(List<Syntax> nodes) {
        return nodes.stream().map(this::of).toList();
    }

    private Expression first(Syntax node) {
        return node.children().isEmpty()
                ? new Expression.Nothing(node.place())
                : of(node.children().get(0));
    }

    Expression field(Syntax node, String field) {
        return node.get(field).map(this::of).orElseGet(() -> new Expression.Other(node.place(), List.of()));
    }

    private Expression argument(Syntax node) {
        return field(node, "argument");
    }

    private Expression right(Syntax node) {
        return field(node, "right");
    }

    private Expression target(Syntax node) {
        return node.get("left").map(script.patterns::target).orElseGet(() -> other(node));
    }

    /** The value of {@code x += y}; {@code ||=} and {@code ??=} keep what counts. */
    Expression augmented(Syntax node) {
        Operator operator = Operators.of(Operators.token(node).replace("=", ""));
        return new Expression.Operation(node.place(), operator, List.of(field(node, "left"), right(node)));
    }

    Expression updated(Syntax node) {
        boolean up = node.has("++");
        return new Expression.Operation(
                node.place(),
                up ? Operator.ADD : Operator.SUBTRACT,
                List.of(argument(node), new Expression.Whole(node.place(), 1)));
    }

    private Expression typed(Syntax node, int value, int type) {
        List<Syntax> parts = node.children();
        if (parts.size() < 2) {
            return first(node); // as const
        }
        return new Expression.Cast(node.place(), Types.of(parts.get(type)), of(parts.get(value)));
    }

    private Expression member(Syntax node) {
        Optional<Expression> required = script.modules.value(node);
        if (required.isPresent()) {
            return required.get();
        }
        Optional<String> export = script.exports.name(node);
        if (export.isPresent()) {
            return new Expression.Name(node.place(), export.get());
        }
        Optional<Syntax> object = node.get("object");
        String name = node.get("property").map(Syntax::text).orElse("");
        if (object.isPresent() && script.modules.isPackage(object.get(), name)) {
            return of(object.get());
        }
        return new Expression.Member(node.place(), field(node, "object"), name);
    }

    /** {@code a["b"]} is {@code a.b}. */
    private Expression element(Syntax node) {
        Expression object = field(node, "object");
        Expression index = field(node, "index");
        return index instanceof Expression.Text name
                ? new Expression.Member(node.place(), object, name.value())
                : new Expression.Index(node.place(), object, index);
    }

    private Expression template(Syntax node) {
        List<Expression> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = node.start() + 1;
        String whole = node.text();
        for (Syntax part : node.children("template_substitution")) {
            text.append(Literals.unescaped(whole.substring(at - node.start(), part.start() - node.start())));
            if (text.length() > 0) {
                parts.add(new Expression.Text(node.place(), text.toString()));
                text.setLength(0);
            }
            parts.add(first(part));
            at = part.end();
        }
        int end = Math.max(at, node.end() - 1);
        text.append(Literals.unescaped(whole.substring(at - node.start(), end - node.start())));
        if (parts.isEmpty()) {
            return new Expression.Text(node.place(), text.toString());
        }
        if (text.length() > 0) {
            parts.add(new Expression.Text(node.place(), text.toString()));
        }
        return new Expression.Template(node.place(), parts);
    }

    /** Compilers write {@code (0, f)(x)} for a call of f without a receiver. */
    private Expression sequence(Syntax node) {
        List<Syntax> parts = node.children();
        boolean plain = parts.size() == 2 && parts.get(0).is("number");
        return plain ? of(parts.get(1)) : other(node);
    }

    /** The entries of an object; methods are functions without a name. */
    List<Expression.Entry> entries(Syntax node) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (Syntax part : node.children()) {
            switch (part.type()) {
                case "pair" -> entries.add(new Expression.Entry(key(part.get("key")), field(part, "value")));
                case "shorthand_property_identifier" ->
                    entries.add(new Expression.Entry(new Expression.Text(part.place(), part.text()), of(part)));
                case "spread_element" -> entries.add(new Expression.Entry(of(part), of(part)));
                case "method_definition" -> {
                    Function method = script.functions.of(part, "");
                    Expression value = part.has("get") && Classes.value(method).isPresent()
                            ? Classes.value(method).get()
                            : new Expression.Lambda(part.place(), method);
                    entries.add(new Expression.Entry(key(part.get("name")), value));
                }
                default -> entries.add(new Expression.Entry(of(part), of(part)));
            }
        }
        return entries;
    }

    Expression key(Optional<Syntax> node) {
        if (node.isEmpty()) {
            return new Expression.Text(Place.NONE, "");
        }
        Syntax key = node.get();
        return switch (key.type()) {
            case "property_identifier", "private_property_identifier", "identifier" ->
                new Expression.Text(key.place(), key.text());
            case "string" -> Literals.string(key);
            case "computed_property_name" -> first(key);
            default -> of(key);
        };
    }

    /** All expressions in what has no kind of its own; statements in it, of broken text, are kept in a function. */
    Expression other(Syntax node) {
        List<Expression> parts = new ArrayList<>();
        for (Syntax child : node.children()) {
            if (Statements.isStatement(child)) {
                Statement.Block body = new Statement.Block(script.statements.of(child));
                parts.add(new Expression.Lambda(
                        child.place(), new Function(child.place(), "", List.of(), Optional.empty(), body)));
            } else if (!isPlain(child)) {
                parts.add(of(child));
            }
        }
        return new Expression.Other(node.place(), parts);
    }

    /** What can hold no call: types, texts of JSX, patterns of regular expressions. */
    private static boolean isPlain(Syntax node) {
        return node.is(
                "type_annotation",
                "type_arguments",
                "type_parameters",
                "jsx_text",
                "jsx_closing_element",
                "regex_pattern",
                "regex_flags",
                "optional_chain");
    }
}
