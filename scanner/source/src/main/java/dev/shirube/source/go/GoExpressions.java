package dev.shirube.source.go;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expressions. */
final class GoExpressions {

    private static final Map<String, Expression.Operator> OPERATORS = Map.of(
            "+", Expression.Operator.ADD,
            "-", Expression.Operator.SUBTRACT,
            "*", Expression.Operator.MULTIPLY,
            "/", Expression.Operator.DIVIDE,
            "%", Expression.Operator.REMAINDER,
            "<<", Expression.Operator.SHIFT_LEFT,
            "|", Expression.Operator.BIT_OR,
            "==", Expression.Operator.EQUAL,
            "!=", Expression.Operator.NOT_EQUAL);

    private final GoReader reader;

    GoExpressions(GoReader reader) {
        this.reader = reader;
    }

    Expression lower(Syntax node) {
        return switch (node.type()) {
            case "identifier", "type_identifier", "package_identifier", "field_identifier" -> name(node);
            case "iota" -> reader.iota >= 0 ? new Expression.Whole(node.place(), reader.iota) : name(node);
            case "int_literal", "rune_literal", "interpreted_string_literal", "raw_string_literal" ->
                GoLiterals.plain(node);
            case "true", "false" -> new Expression.Truth(node.place(), node.is("true"));
            case "nil" -> new Expression.Nothing(node.place());
            case "parenthesized_expression", "literal_element" -> inner(node);
            case "selector_expression" -> selector(node);
            case "call_expression" -> call(node);
            case "type_conversion_expression" -> conversion(node);
            case "type_assertion_expression" ->
                cast(node, node.get("type").map(reader.types::named), node.get("operand"));
            case "type_instantiation_expression" -> instantiation(node);
            case "unary_expression" -> unary(node);
            case "binary_expression" -> binary(node);
            case "index_expression" -> index(node);
            case "slice_expression" -> slice(node);
            case "func_literal" -> reader.functions.literal(node);
            case "composite_literal" -> reader.literals.composite(node);
            case "qualified_type", "generic_type", "slice_type", "array_type", "map_type", "pointer_type" ->
                reader.types.named(node);
            case "variadic_argument" -> new Expression.Spread(node.place(), inner(node));
            default -> other(node);
        };
    }

    /** What nothing else fits; no call in it is lost. */
    Expression other(Syntax node) {
        return new Expression.Other(
                node.place(), node.children().stream().map(this::lower).toList());
    }

    private Expression name(Syntax node) {
        String text = node.text();
        return text.equals(reader.receiver)
                ? new Expression.This(node.place())
                : new Expression.Name(node.place(), text);
    }

    private Expression inner(Syntax node) {
        List<Syntax> children = node.children();
        return children.size() == 1 ? lower(children.get(0)) : other(node);
    }

    private Expression selector(Syntax node) {
        Optional<Syntax> operand = node.get("operand");
        Optional<Syntax> field = node.get("field");
        return operand.isPresent() && field.isPresent()
                ? new Expression.Member(
                        node.place(), lower(operand.get()), field.get().text())
                : other(node);
    }

    private Expression call(Syntax node) {
        Optional<Syntax> function = node.get("function");
        if (function.isEmpty()) {
            return other(node);
        }
        Syntax callee = function.get();
        List<Syntax> given = node.get("arguments").map(Syntax::children).orElse(List.of());
        if (callee.is("identifier") && callee.text().equals("append")) {
            return appended(node, given);
        } else if (callee.is("identifier") && callee.text().equals("new") && given.size() == 1) {
            return new Expression.Call(node.place(), reader.types.named(given.get(0)), List.of(), true);
        } else if (given.size() == 1 && reader.conversions.isType(callee)) {
            return cast(node, Optional.of(lower(callee)), Optional.of(given.get(0)));
        }
        Expression called = lower(callee);
        Optional<Syntax> types = node.get("type_arguments");
        if (types.isPresent()) {
            called = new Expression.Generic(
                    callee.place(),
                    called,
                    types.get().children().stream().map(reader.types::named).toList());
        }
        List<Expression.Argument> arguments = new ArrayList<>();
        given.forEach(it -> arguments.add(Expression.Argument.of(lower(it))));
        return new Expression.Call(node.placeAt(calledName(callee)), called, arguments, false);
    }

    /** {@code append(list, more...)} is the list with more in it. */
    private Expression appended(Syntax node, List<Syntax> given) {
        List<Expression> elements = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Expression value = lower(given.get(i));
            elements.add(i == 0 ? new Expression.Spread(value.place(), value) : value);
        }
        return new Expression.Sequence(node.place(), elements);
    }

    private static Syntax calledName(Syntax callee) {
        return switch (callee.type()) {
            case "selector_expression" -> callee.get("field").orElse(callee);
            case "qualified_type" -> callee.get("name").orElse(callee);
            case "generic_type" ->
                callee.get("type").map(GoExpressions::calledName).orElse(callee);
            case "index_expression", "type_instantiation_expression" ->
                calledName(callee.children().get(0));
            default -> callee;
        };
    }

    /** The grammar cannot tell the call of a generic function with type arguments from a conversion. */
    private Expression conversion(Syntax node) {
        Optional<Syntax> type = node.get("type");
        if (type.isPresent() && type.get().is("generic_type")) {
            List<Expression.Argument> arguments = node.getAll("operand").stream()
                    .map(it -> Expression.Argument.of(lower(it)))
                    .toList();
            return new Expression.Call(
                    node.placeAt(calledName(type.get())), reader.types.named(type.get()), arguments, false);
        }
        return cast(node, type.map(reader.types::named), node.get("operand"));
    }

    private Expression cast(Syntax node, Optional<Expression> type, Optional<Syntax> operand) {
        return operand.isEmpty() ? other(node) : new Expression.Cast(node.place(), type, lower(operand.get()));
    }

    private Expression instantiation(Syntax node) {
        List<Syntax> children = node.children();
        return new Expression.Generic(
                node.place(),
                lower(children.get(0)),
                children.stream().skip(1).map(reader.types::named).toList());
    }

    /** A pointer to an object is followed like the object; only of a variable it matters that others can write it. */
    private Expression unary(Syntax node) {
        Optional<Syntax> operand = node.get("operand");
        if (operand.isEmpty()) {
            return other(node);
        }
        Expression value = lower(operand.get());
        String operator = node.all().get(0).text();
        return switch (operator) {
            case "&" ->
                value instanceof Expression.Call
                                || value instanceof Expression.Sequence
                                || value instanceof Expression.Mapping
                        ? value
                        : new Expression.Address(node.place(), value);
            case "*", "+" -> value;
            case "!" -> new Expression.Operation(node.place(), Expression.Operator.NOT, List.of(value));
            case "-" ->
                value instanceof Expression.Whole whole
                        ? new Expression.Whole(node.place(), -whole.value())
                        : new Expression.Operation(node.place(), Expression.Operator.OTHER, List.of(value));
            default -> new Expression.Other(node.place(), List.of(value));
        };
    }

    private Expression binary(Syntax node) {
        Optional<Syntax> left = node.get("left");
        Optional<Syntax> right = node.get("right");
        return left.isEmpty() || right.isEmpty()
                ? other(node)
                : new Expression.Operation(
                        node.place(),
                        operator(node.get("operator").map(Syntax::text).orElse("")),
                        List.of(lower(left.get()), lower(right.get())));
    }

    static Expression.Operator operator(String written) {
        return switch (written) {
            case "&&" -> Expression.Operator.AND;
            case "||" -> Expression.Operator.OR;
            default -> OPERATORS.getOrDefault(written, Expression.Operator.OTHER);
        };
    }

    private Expression index(Syntax node) {
        Optional<Syntax> operand = node.get("operand");
        Optional<Syntax> index = node.get("index");
        return operand.isEmpty() || index.isEmpty()
                ? other(node)
                : new Expression.Index(node.place(), lower(operand.get()), lower(index.get()));
    }

    /** {@code all[:]} is the whole. */
    private Expression slice(Syntax node) {
        return node.children().size() == 1 ? inner(node) : other(node);
    }
}
