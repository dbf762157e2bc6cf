package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
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
    private final Lowering lowering;

    Expressions(Lowering lowering) {
        this.lowering = lowering;
    }

    Expression of(Syntax node) {
        return switch (node.type()) {
            case "identifier",
                    "field_identifier",
                    "type_identifier",
                    "namespace_identifier",
                    "statement_identifier",
                    "primitive_type",
                    "sized_type_specifier",
                    "qualified_identifier",
                    "template_function",
                    "template_type",
                    "template_method",
                    "dependent_name",
                    "dependent_type",
                    "type_descriptor" -> lowering.names.of(node);
            case "number_literal" -> Literals.number(node);
            case "string_literal", "raw_string_literal", "char_literal", "user_defined_literal" -> literal(node);
            case "concatenated_string" -> joined(node);
            case "true", "false" -> new Expression.Truth(node.place(), node.is("true"));
            case "null", "nullptr" -> new Expression.Nothing(node.place());
            case "this" -> new Expression.This(node.place());
            case "call_expression" -> call(node);
            case "field_expression" -> member(node);
            case "subscript_expression" -> element(node);
            case "assignment_expression" -> new Expression.Assigned(node.place(), target(node), assigned(node));
            case "update_expression" -> updated(node);
            case "binary_expression" -> binary(node);
            case "unary_expression" -> unary(node);
            case "pointer_expression" -> pointer(node);
            case "parenthesized_expression" -> parenthesised(node);
            case "conditional_expression" -> conditional(node);
            case "comma_expression" -> other(node);
            case "cast_expression" ->
                new Expression.Cast(node.place(), node.get("type").flatMap(lowering.names::type), part(node, "value"));
            case "co_await_expression" -> new Expression.Cast(node.place(), Optional.empty(), part(node, "argument"));
            case "compound_literal_expression" -> lowering.making.literal(node);
            case "initializer_list" -> lowering.making.list(node, Optional.empty(), 0);
            case "new_expression" -> lowering.making.made(node);
            case "lambda_expression" -> new Expression.Lambda(node.place(), lowering.functions.lambda(node, ""));
            case "parameter_pack_expansion" ->
                new Expression.Spread(
                        node.place(), node.get("pattern").map(this::of).orElse(other(node)));
            case "sizeof_expression", "alignof_expression", "offsetof_expression", "decltype" ->
                new Expression.Other(node.place(), List.of()); // nothing in it is run
            case "compound_statement" -> block(node);
            default -> other(node);
        };
    }

    /** The expressions in it, whatever it is. */
    Expression other(Syntax node) {
        List<Expression> parts = new ArrayList<>();
        node.children().forEach(child -> parts.add(of(child)));
        return new Expression.Other(node.place(), parts);
    }

    private Expression literal(Syntax node) {
        return node.is("user_defined_literal") && node.has("number_literal") ? other(node) : Literals.text(node);
    }

    private Expression part(Syntax node, String field) {
        return node.get(field).map(this::of).orElse(new Expression.Other(node.place(), List.of()));
    }

    private Expression joined(Syntax node) {
        List<Expression> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean whole = true;
        for (Syntax child : node.children()) {
            Expression part = child.is("ERROR") && child.children().size() == 1
                    ? of(child.children().get(0)) // the name of a macro between texts
                    : of(child);
            parts.add(part);
            whole &= part instanceof Expression.Text;
            text.append(part instanceof Expression.Text literal ? literal.value() : "");
        }
        return whole
                ? new Expression.Text(node.place(), text.toString())
                : new Expression.Template(node.place(), parts);
    }

    private Expression call(Syntax node) {
        Optional<Syntax> function = node.get("function");
        if (function.isEmpty()) {
            return other(node);
        }
        Expression callee = of(function.get());
        List<Argument> arguments = node.get("arguments").map(this::arguments).orElse(List.of());
        if (isType(function.get()) && arguments.size() == 1) {
            return new Expression.Cast(
                    node.place(), Optional.of(callee), arguments.get(0).value()); // (DWORD) (x)
        }
        return Values.called(node.placeAt(Names.token(function.get())), callee, arguments, lowering.known);
    }

    /** The arguments in a list of them. */
    List<Argument> arguments(Syntax list) {
        List<Argument> arguments = new ArrayList<>();
        list.children().forEach(child -> arguments.add(Argument.of(of(child))));
        return arguments;
    }

    private Expression member(Syntax node) {
        Optional<Syntax> field = node.get("field");
        if (field.isEmpty()) {
            return other(node);
        }
        Syntax name = field.get();
        Expression object = part(node, "argument");
        if (name.is("template_method")) {
            Expression base = new Expression.Member(
                    name.place(), object, name.get("name").map(Syntax::text).orElse(name.text()));
            List<Expression> types = new ArrayList<>();
            name.get("arguments").ifPresent(it -> it.children().forEach(child -> types.add(lowering.names.of(child))));
            return new Expression.Generic(node.place(), base, types);
        }
        return new Expression.Member(node.place(), object, Names.token(name).text());
    }

    private Expression element(Syntax node) {
        Optional<Syntax> index = node.get("index")
                .or(() ->
                        node.get("indices").flatMap(it -> it.children().stream().findFirst()));
        return index.isEmpty()
                ? other(node)
                : new Expression.Index(node.place(), part(node, "argument"), of(index.get()));
    }

    /** What an assignment assigns; a pointer that is followed stands for what it points to. */
    Expression target(Syntax assignment) {
        return part(assignment, "left");
    }

    /** The value after an assignment, with the old one where the operator keeps it. */
    Expression assigned(Syntax node) {
        Expression value = part(node, "right");
        String operator = node.get("operator").map(Syntax::text).orElse("=");
        if (operator.equals("=")) {
            return value;
        }
        Operator kept = operator(operator.substring(0, operator.length() - 1));
        return new Expression.Operation(node.place(), kept, List.of(target(node), value));
    }

    Expression.Assigned updated(Syntax node) {
        Expression target = part(node, "argument");
        boolean more = node.get("operator").map(Syntax::text).orElse("++").equals("++");
        return new Expression.Assigned(
                node.place(),
                target,
                new Expression.Operation(
                        node.place(),
                        more ? Operator.ADD : Operator.SUBTRACT,
                        List.of(target, new Expression.Whole(node.place(), 1))));
    }

    /** Whether a name in parentheses stands where the grammar cannot tell a type from a variable. */
    private static boolean isType(Syntax node) {
        return node.is("parenthesized_expression")
                && node.children().size() == 1
                && node.children().get(0).is("identifier");
    }

    private Expression binary(Syntax node) {
        Optional<Syntax> left = node.get("left");
        boolean and = node.get("operator").filter(it -> it.is("&")).isPresent();
        if (and && left.filter(Expressions::isType).isPresent()) { // (PBYTE) &x
            Expression address = new Expression.Address(node.place(), part(node, "right"));
            return new Expression.Cast(node.place(), left.map(this::of), address);
        }
        Operator operator = operator(node.get("operator").map(Syntax::text).orElse(""));
        return new Expression.Operation(node.place(), operator, List.of(part(node, "left"), part(node, "right")));
    }

    private Expression unary(Syntax node) {
        boolean not = node.get("operator")
                .filter(it -> it.text().equals("!") || it.text().equals("not"))
                .isPresent();
        return new Expression.Operation(
                node.place(), not ? Operator.NOT : Operator.OTHER, List.of(part(node, "argument")));
    }

    private static Operator operator(String sign) {
        return switch (sign) {
            case "+" -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            case "*" -> Operator.MULTIPLY;
            case "/" -> Operator.DIVIDE;
            case "%" -> Operator.REMAINDER;
            case "<<" -> Operator.SHIFT_LEFT;
            case "|", "bitor" -> Operator.BIT_OR;
            case "==" -> Operator.EQUAL;
            case "!=", "not_eq" -> Operator.NOT_EQUAL;
            case "&&", "and" -> Operator.AND;
            case "||", "or" -> Operator.OR;
            default -> Operator.OTHER;
        };
    }

    private Expression pointer(Syntax node) {
        Expression argument = part(node, "argument");
        boolean address =
                node.get("operator").filter(it -> it.text().equals("&")).isPresent();
        return address ? new Expression.Address(node.place(), argument) : argument;
    }

    private Expression parenthesised(Syntax node) {
        List<Syntax> children = node.children();
        return children.size() == 1 ? of(children.get(0)) : other(node);
    }

    private Expression conditional(Syntax node) {
        Expression condition = part(node, "condition");
        Expression otherwise = part(node, "alternative");
        Optional<Syntax> then = node.get("consequence");
        return then.isEmpty()
                ? new Expression.Operation(node.place(), Operator.OR, List.of(condition, otherwise))
                : new Expression.Conditional(node.place(), Optional.of(condition), List.of(of(then.get()), otherwise));
    }

    /** Statements in parentheses, whose last one is the value, as GNU C has them. */
    private Expression block(Syntax node) {
        Place place = node.place();
        List<Statement> statements =
                new ArrayList<>(lowering.statements.block(node).statements());
        int last = statements.size() - 1;
        if (last >= 0 && statements.get(last) instanceof Statement.Evaluate value) {
            statements.set(last, new Statement.Return(value.expression().place(), Optional.of(value.expression())));
        }
        Function function = new Function(place, "", List.of(), Optional.empty(), new Statement.Block(statements));
        return new Expression.Call(place, new Expression.Lambda(place, function), List.of(), false);
    }
}
