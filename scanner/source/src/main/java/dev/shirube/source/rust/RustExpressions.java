package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Expressions. Those that are made of statements leave them in {@link RustReader#out} first. */
final class RustExpressions {

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

    /** Constructors of the prelude that only say that there is a value. */
    static final Set<String> WRAPPERS = Set.of("Some", "Ok");

    private final RustReader reader;

    RustExpressions(RustReader reader) {
        this.reader = reader;
    }

    Expression lower(Syntax node) {
        return switch (node.type()) {
            case "identifier", "type_identifier", "primitive_type" -> name(node);
            case "self" -> new Expression.This(node.place());
            case "crate", "super", "metavariable" -> new Expression.Name(node.place(), node.text());
            case "integer_literal" -> RustLiterals.whole(node);
            case "string_literal", "raw_string_literal", "char_literal" -> RustLiterals.text(node);
            case "boolean_literal" ->
                new Expression.Truth(node.place(), node.text().equals("true"));
            case "unit_expression" -> new Expression.Nothing(node.place());
            case "scoped_identifier", "scoped_type_identifier" -> scoped(node);
            case "generic_type", "bracketed_type", "qualified_type" -> reader.types.named(node);
            case "generic_function" -> generic(node);
            case "field_expression" -> field(node);
            case "call_expression" -> reader.calls.call(node);
            case "macro_invocation" -> reader.macros.invoked(node);
            case "struct_expression" -> reader.calls.struct(node);
            case "parenthesized_expression", "try_expression", "await_expression" -> held(node);
            case "reference_expression" -> reference(node);
            case "unary_expression", "negative_literal" -> unary(node);
            case "binary_expression" -> binary(node);
            case "type_cast_expression" -> cast(node);
            case "index_expression" -> index(node);
            case "array_expression" -> array(node);
            case "tuple_expression" -> new Expression.Sequence(node.place(), all(node));
            case "closure_expression" -> reader.functions.closure(node);
            case "async_block", "gen_block" -> reader.functions.deferred(node);
            case "if_expression",
                    "match_expression",
                    "block",
                    "unsafe_block",
                    "const_block",
                    "try_block",
                    "loop_expression",
                    "while_expression",
                    "for_expression" -> reader.control.value(node);
            case "assignment_expression", "compound_assignment_expr" -> assignment(node);
            case "return_expression", "break_expression", "continue_expression", "yield_expression" -> leave(node);
            case "let_condition", "let_chain" -> RustReader.nothing(node);
            default -> other(node);
        };
    }

    /** What nothing else fits; no call in it is lost. */
    Expression other(Syntax node) {
        return new Expression.Other(node.place(), all(node));
    }

    private List<Expression> all(Syntax node) {
        return node.children().stream()
                .filter(it -> !it.is("attribute_item", "lifetime", "label", "mutable_specifier"))
                .map(this::lower)
                .toList();
    }

    private Expression name(Syntax node) {
        return node.text().equals("None") ? new Expression.Nothing(node.place()) : reader.types.named(node);
    }

    private Expression scoped(Syntax node) {
        return reader.types.path(node);
    }

    private Expression generic(Syntax node) {
        Optional<Syntax> function = node.get("function");
        return function.isEmpty()
                ? other(node)
                : new Expression.Generic(
                        node.place(),
                        lower(function.get()),
                        node.get("type_arguments").map(reader.types::arguments).orElse(List.of()));
    }

    private Expression field(Syntax node) {
        Optional<Syntax> value = node.get("value");
        Optional<Syntax> field = node.get("field");
        if (value.isEmpty() || field.isEmpty()) {
            return other(node);
        }
        Expression object = lower(value.get());
        boolean position = field.get().is("integer_literal") && !(object instanceof Expression.This);
        return position
                ? new Expression.Index(node.place(), object, lower(field.get()))
                : new Expression.Member(node.place(), object, field.get().text());
    }

    /** One expression in another one that does not change it. */
    Expression held(Syntax node) {
        List<Expression> parts = all(node);
        if (parts.size() != 1) {
            return new Expression.Other(node.place(), parts);
        }
        return node.is("try_expression", "await_expression")
                ? new Expression.Cast(node.place(), Optional.empty(), parts.get(0))
                : parts.get(0);
    }

    /** Only what is borrowed mutably can be written by others. */
    private Expression reference(Syntax node) {
        Optional<Syntax> value = node.get("value");
        if (value.isEmpty()) {
            return other(node);
        }
        Expression of = lower(value.get());
        boolean variable = of instanceof Expression.Name || of instanceof Expression.Member;
        return node.has("mutable_specifier") && variable ? new Expression.Address(node.place(), of) : of;
    }

    private Expression unary(Syntax node) {
        List<Expression> parts = all(node);
        if (parts.size() != 1) {
            return new Expression.Other(node.place(), parts);
        }
        Expression value = parts.get(0);
        return switch (node.all().get(0).text()) {
            case "*" -> value;
            case "!" -> new Expression.Operation(node.place(), Expression.Operator.NOT, parts);
            default ->
                value instanceof Expression.Whole whole
                        ? new Expression.Whole(node.place(), -whole.value())
                        : new Expression.Operation(node.place(), Expression.Operator.OTHER, parts);
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

    private static Expression.Operator operator(String written) {
        return switch (written) {
            case "&&" -> Expression.Operator.AND;
            case "||" -> Expression.Operator.OR;
            default -> OPERATORS.getOrDefault(written, Expression.Operator.OTHER);
        };
    }

    private Expression cast(Syntax node) {
        Optional<Expression> type = node.get("type").map(reader.types::named);
        return node.get("value")
                .map(it -> (Expression) new Expression.Cast(node.place(), type, lower(it)))
                .orElseGet(() -> other(node));
    }

    /** {@code all[..]} is the whole. */
    private Expression index(Syntax node) {
        List<Syntax> children = node.children();
        if (children.size() != 2) {
            return other(node);
        }
        Expression object = lower(children.get(0));
        Syntax index = children.get(1);
        if (index.is("range_expression")) {
            return index.children().isEmpty()
                    ? object
                    : new Expression.Other(node.place(), List.of(object, other(index)));
        }
        return new Expression.Index(node.place(), object, lower(index));
    }

    private Expression array(Syntax node) {
        return node.get("length").isPresent() ? other(node) : new Expression.Sequence(node.place(), all(node));
    }

    private Expression assignment(Syntax node) {
        Optional<Syntax> left = node.get("left");
        Optional<Syntax> right = node.get("right");
        if (left.isEmpty() || right.isEmpty()) {
            return other(node);
        }
        Expression value = lower(right.get());
        Expression target = lower(left.get());
        if (node.is("compound_assignment_expr")) {
            String written = node.get("operator").map(Syntax::text).orElse("=");
            value = new Expression.Operation(
                    node.place(), operator(written.substring(0, written.length() - 1)), List.of(target, value));
        }
        reader.out.add(new Statement.Assign(node.place(), target, Optional.empty(), Optional.of(value), false));
        return new Expression.Nothing(node.place());
    }

    private Expression leave(Syntax node) {
        List<Expression> parts = all(node);
        reader.out.add(
                node.is("return_expression")
                        ? new Statement.Return(node.place(), parts.stream().findFirst())
                        : new Statement.Leave(node.place(), parts));
        return new Expression.Nothing(node.place());
    }
}
