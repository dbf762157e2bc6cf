package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Function;
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
            case "variable_name" ->
                Names.plain(node).equals("this")
                        ? new Expression.This(node.place())
                        : new Expression.Name(node.place(), script.names.variable(node));
            case "dynamic_variable_name" ->
                node.first("name").isPresent()
                        ? new Expression.Name(
                                node.place(), node.first("name").get().text())
                        : other(node);
            case "name", "qualified_name", "relative_name", "namespace_name" -> Names.of(node);
            case "null" -> new Expression.Nothing(node.place());
            case "boolean" -> new Expression.Truth(node.place(), node.text().equalsIgnoreCase("true"));
            case "integer" -> Strings.number(node);
            case "string", "encapsed_string", "heredoc", "nowdoc" -> Strings.of(script, node);
            case "array_creation_expression" -> script.arrays.of(node);
            case "list_literal" -> script.arrays.target(node);
            case "member_access_expression", "nullsafe_member_access_expression" ->
                member(node, field(node, "object"), node.get("name").orElse(node));
            case "scoped_property_access_expression" -> property(node);
            case "class_constant_access_expression" -> constant(node);
            case "subscript_expression" -> element(node);
            case "function_call_expression" -> script.calls.function(node);
            case "member_call_expression", "nullsafe_member_call_expression" -> script.calls.method(node);
            case "scoped_call_expression" -> script.calls.scoped(node);
            case "object_creation_expression" -> script.calls.making(node);
            case "relative_scope" -> script.classes.scope(node);
            case "parenthesized_expression", "error_suppression_expression" ->
                node.children().size() == 1 ? last(node) : other(node);
            case "clone_expression", "yield_expression" ->
                new Expression.Cast(node.place(), Optional.empty(), last(node));
            case "cast_expression" ->
                new Expression.Cast(
                        node.place(),
                        node.get("type").map(it -> new Expression.Name(it.place(), it.text())),
                        field(node, "value"));
            case "by_ref" -> new Expression.Address(node.place(), last(node));
            case "variadic_unpacking" -> new Expression.Spread(node.place(), last(node));
            case "assignment_expression", "reference_assignment_expression" ->
                new Expression.Assigned(node.place(), field(node, "left"), field(node, "right"));
            case "augmented_assignment_expression" ->
                new Expression.Assigned(node.place(), field(node, "left"), augmented(node));
            case "update_expression" -> new Expression.Assigned(node.place(), field(node, "argument"), updated(node));
            case "binary_expression" -> Operators.binary(this, node);
            case "unary_op_expression" -> Operators.unary(node, field(node, "argument"));
            case "conditional_expression" -> conditional(node);
            case "match_expression" -> Matches.of(script, node);
            case "anonymous_function", "arrow_function" ->
                new Expression.Lambda(node.place(), script.functions.of(node, ""));
            case "include_expression", "include_once_expression", "require_expression", "require_once_expression" ->
                script.includes.value(node).orElseGet(() -> other(node));
            default -> other(node);
        };
    }

    Expression field(Syntax node, String field) {
        return node.get(field).map(this::of).orElseGet(() -> new Expression.Other(node.place(), List.of()));
    }

    private Expression last(Syntax node) {
        List<Syntax> parts = node.children();
        return parts.isEmpty() ? new Expression.Nothing(node.place()) : of(parts.get(parts.size() - 1));
    }

    Expression member(Syntax node, Expression object, Syntax name) {
        return name.is("name")
                ? new Expression.Member(node.place(), object, Calls.method(name.text()))
                : new Expression.Index(node.place(), object, of(name));
    }

    private Expression property(Syntax node) {
        Expression scope = node.get("scope").map(script.classes::scope).orElseGet(() -> other(node));
        return new Expression.Member(
                node.place(), scope, node.get("name").map(Names::plain).orElse(""));
    }

    /** {@code A::B}; {@code A::class} is the class. */
    private Expression constant(Syntax node) {
        List<Syntax> parts = node.children();
        if (parts.size() < 2) {
            return other(node);
        }
        Expression scope = script.classes.scope(parts.get(0));
        String name = parts.get(1).text();
        return name.equals("class") ? scope : new Expression.Member(node.place(), scope, name);
    }

    private Expression element(Syntax node) {
        List<Syntax> parts = node.children();
        if (parts.isEmpty()) {
            return other(node);
        }
        Expression index = parts.size() > 1 ? of(parts.get(1)) : new Expression.Nothing(node.place());
        return new Expression.Index(node.place(), of(parts.get(0)), index);
    }

    private Expression conditional(Syntax node) {
        Expression otherwise = field(node, "alternative");
        if (node.get("body").isEmpty()) {
            return new Expression.Operation(node.place(), Operator.OR, List.of(field(node, "condition"), otherwise));
        }
        return new Expression.Conditional(
                node.place(), node.get("condition").map(this::of), List.of(field(node, "body"), otherwise));
    }

    /** The value of {@code $x .= $y}; {@code ??=} keeps what is there. */
    Expression augmented(Syntax node) {
        String token = Operators.token(node);
        Operator operator = Operators.of(token.isEmpty() ? token : token.substring(0, token.length() - 1));
        return new Expression.Operation(node.place(), operator, List.of(field(node, "left"), field(node, "right")));
    }

    Expression updated(Syntax node) {
        return new Expression.Operation(
                node.place(),
                node.has("++") ? Operator.ADD : Operator.SUBTRACT,
                List.of(field(node, "argument"), new Expression.Whole(node.place(), 1)));
    }

    /** All expressions in what has no kind of its own; statements in it, of broken text, are kept in a function. */
    Expression other(Syntax node) {
        List<Expression> parts = new ArrayList<>();
        for (Syntax child : node.children()) {
            if (Statements.isStatement(child)) {
                Statement.Block body = new Statement.Block(script.statements.of(child));
                parts.add(new Expression.Lambda(
                        child.place(), new Function(child.place(), "", List.of(), Optional.empty(), body)));
            } else {
                parts.add(of(child));
            }
        }
        return new Expression.Other(node.place(), parts);
    }
}
