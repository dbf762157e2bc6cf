package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Expression.Entry;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Place;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions. */
final class PythonExpressions {
    private final PythonModule module;

    PythonExpressions(PythonModule module) {
        this.module = module;
    }

    Expression of(Syntax node, Scope scope) {
        Place place = node.place();
        return switch (node.type()) {
            case "identifier" -> name(node, scope);
            case "string", "concatenated_string" -> PythonText.of(node, it -> of(it, scope));
            case "integer" -> PythonText.number(node);
            case "true", "false" -> new Expression.Truth(place, node.is("true"));
            case "none" -> new Expression.Nothing(place);
            case "attribute" -> new Expression.Member(place, part(node, "object", scope), text(node, "attribute"));
            case "dotted_name" -> dotted(node, scope);
            case "call" -> call(node, scope);
            case "subscript" -> subscript(node, scope);
            case "list", "tuple", "set", "expression_list", "pattern_list", "tuple_pattern", "list_pattern" ->
                new Expression.Sequence(place, all(node, scope));
            case "dictionary" -> dictionary(node, scope);
            case "list_splat", "dictionary_splat", "list_splat_pattern", "dictionary_splat_pattern" ->
                node.children().isEmpty() ? other(node, scope) : new Expression.Spread(place, only(node, scope));
            case "parenthesized_expression", "parenthesized_list_splat", "as_pattern_target", "format_expression" ->
                node.children().size() == 1 ? only(node, scope) : other(node, scope);
            case "await" -> new Expression.Cast(place, Optional.empty(), only(node, scope));
            case "lambda" -> new Expression.Lambda(place, module.functions().lambda(node, scope));
            case "named_expression" ->
                new Expression.Assigned(place, part(node, "name", scope), part(node, "value", scope));
            case "list_comprehension", "set_comprehension", "generator_expression", "dictionary_comprehension" ->
                module.comprehensions().of(node, scope);
            case "yield" -> module.yields().of(node, scope);
            case "type" -> PythonTypes.of(node);
            default -> operation(node, scope);
        };
    }

    private Expression operation(Syntax node, Scope scope) {
        Place place = node.place();
        return switch (node.type()) {
            case "binary_operator" -> binary(node, scope);
            case "boolean_operator" ->
                new Expression.Operation(
                        place,
                        text(node, "operator").equals("and") ? Operator.AND : Operator.OR,
                        List.of(part(node, "left", scope), part(node, "right", scope)));
            case "not_operator" ->
                new Expression.Operation(place, Operator.NOT, List.of(part(node, "argument", scope)));
            case "unary_operator" -> unary(node, scope);
            case "comparison_operator" -> comparison(node, scope);
            case "conditional_expression" -> conditional(node, scope);
            default -> other(node, scope);
        };
    }

    /** What no kind fits, with all that is in it. */
    Expression other(Syntax node, Scope scope) {
        return new Expression.Other(node.place(), all(node, scope));
    }

    /** All children, in their order. */
    List<Expression> all(Syntax node, Scope scope) {
        List<Expression> all = new ArrayList<>();
        for (Syntax child : node.children()) {
            all.add(of(child, scope));
        }
        return all;
    }

    private Expression only(Syntax node, Scope scope) {
        return node.children().size() == 1 ? of(node.children().get(0), scope) : other(node, scope);
    }

    Expression part(Syntax node, String field, Scope scope) {
        return node.get(field).map(it -> of(it, scope)).orElseGet(() -> new Expression.Other(node.place(), List.of()));
    }

    private static String text(Syntax node, String field) {
        return node.get(field).map(Syntax::text).orElse("");
    }

    private static Expression name(Syntax node, Scope scope) {
        String name = node.text();
        if (!name.isEmpty() && name.equals(scope.receiver())) {
            return new Expression.This(node.place());
        }
        return new Expression.Name(node.place(), scope.renamed().getOrDefault(name, name));
    }

    private static Expression dotted(Syntax node, Scope scope) {
        List<Syntax> names = node.children();
        Expression whole = name(names.get(0), scope);
        for (Syntax name : names.subList(1, names.size())) {
            whole = new Expression.Member(node.place(), whole, name.text());
        }
        return whole;
    }

    private Expression call(Syntax node, Scope scope) {
        Optional<Syntax> function = node.get("function");
        Syntax named = function.map(
                        it -> it.is("attribute") ? it.get("attribute").orElse(it) : it)
                .orElse(node);
        Expression callee = part(node, "function", scope);
        List<Argument> arguments = new ArrayList<>();
        for (Syntax child : node.children()) {
            if (child.is("argument_list")) {
                child.children().forEach(it -> arguments.add(argument(it, scope)));
            } else if (child.field().equals("arguments")) {
                arguments.add(Argument.of(of(child, scope)));
            } else if (!child.field().equals("function")) {
                arguments.add(Argument.of(other(child, scope))); // what the grammar does not fit
            }
        }
        Place place = node.placeAt(named);
        return module.builtins()
                .of(place, callee, arguments, scope)
                .orElseGet(() -> new Expression.Call(place, callee, arguments, false));
    }

    Argument argument(Syntax node, Scope scope) {
        return node.is("keyword_argument")
                ? Argument.named(text(node, "name"), part(node, "value", scope))
                : Argument.of(of(node, scope));
    }

    private Expression subscript(Syntax node, Scope scope) {
        List<Syntax> subscripts = node.getAll("subscript");
        Expression object = part(node, "value", scope);
        List<Expression> indexes = subscripts.stream().map(it -> of(it, scope)).toList();
        if (subscripts.size() == 1 && !subscripts.get(0).is("slice")) {
            return new Expression.Index(node.place(), object, indexes.get(0));
        }
        List<Expression> parts = new ArrayList<>();
        parts.add(object);
        parts.addAll(indexes);
        return new Expression.Other(node.place(), parts);
    }

    private Expression dictionary(Syntax node, Scope scope) {
        List<Entry> entries = new ArrayList<>();
        for (Syntax child : node.children()) {
            if (child.is("pair")) {
                entries.add(pair(child, scope));
            } else {
                Expression all = of(child, scope);
                entries.add(new Entry(all, all));
            }
        }
        return new Expression.Mapping(node.place(), entries);
    }

    Entry pair(Syntax node, Scope scope) {
        return new Entry(part(node, "key", scope), part(node, "value", scope));
    }

    private Expression unary(Syntax node, Scope scope) {
        Expression of = part(node, "argument", scope);
        return of instanceof Expression.Whole number && text(node, "operator").equals("-")
                ? new Expression.Whole(node.place(), -number.value())
                : new Expression.Operation(node.place(), Operator.OTHER, List.of(of));
    }

    private Expression conditional(Syntax node, Scope scope) {
        List<Expression> parts = all(node, scope);
        return parts.size() == 3
                ? new Expression.Conditional(
                        node.place(), Optional.of(parts.get(1)), List.of(parts.get(0), parts.get(2)))
                : new Expression.Other(node.place(), parts);
    }

    private Expression comparison(Syntax node, Scope scope) {
        String operators = String.join(
                " ",
                node.all().stream()
                        .filter(it -> it.field().equals("operators"))
                        .map(Syntax::text)
                        .toList());
        Operator operator = switch (operators) {
            case "==", "is" -> Operator.EQUAL;
            case "!=", "<>", "is not" -> Operator.NOT_EQUAL;
            default -> Operator.OTHER;
        };
        return new Expression.Operation(node.place(), operator, all(node, scope));
    }

    private Expression binary(Syntax node, Scope scope) {
        return operation(node.place(), text(node, "operator"), part(node, "left", scope), part(node, "right", scope));
    }

    /** What the operator makes of its operands; a power of two is a shift. */
    static Expression operation(Place place, String written, Expression left, Expression right) {
        if (written.equals("**") && left instanceof Expression.Whole two && two.value() == 2) {
            Expression one = new Expression.Whole(left.place(), 1);
            return new Expression.Operation(place, Operator.SHIFT_LEFT, List.of(one, right));
        }
        return new Expression.Operation(place, operator(written), List.of(left, right));
    }

    private static Operator operator(String written) {
        return switch (written) {
            case "+" -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            case "*" -> Operator.MULTIPLY;
            case "/", "//" -> Operator.DIVIDE;
            case "%" -> Operator.REMAINDER;
            case "<<" -> Operator.SHIFT_LEFT;
            case "|" -> Operator.BIT_OR;
            default -> Operator.OTHER;
        };
    }
}
