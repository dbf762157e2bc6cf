package dev.shirube.source.ruby;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Entry;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Literals;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads expressions. */
final class RubyExpressions {

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("+", Operator.ADD),
            Map.entry("-", Operator.SUBTRACT),
            Map.entry("*", Operator.MULTIPLY),
            Map.entry("/", Operator.DIVIDE),
            Map.entry("%", Operator.REMAINDER),
            Map.entry("|", Operator.BIT_OR),
            Map.entry("==", Operator.EQUAL),
            Map.entry("===", Operator.EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("&&", Operator.AND),
            Map.entry("and", Operator.AND),
            Map.entry("||", Operator.OR),
            Map.entry("or", Operator.OR));

    private final RubyScope scope;
    private final RubyCalls calls;

    /** Parameters of blocks that are run where they stand, each with what it is. */
    private final Map<String, Expression> known = new HashMap<>();

    RubyExpressions(RubyScope scope) {
        this.scope = scope;
        this.calls = new RubyCalls(this);
    }

    RubyScope scope() {
        return scope;
    }

    Map<String, Expression> known() {
        return known;
    }

    Expression expression(Syntax node) {
        Place place = node.place();
        return switch (node.type()) {
            case "identifier" -> identifier(node);
            case "constant", "global_variable" -> new Expression.Name(place, node.text());
            case "instance_variable", "class_variable" -> // with its sigil: methods may be called the same
                new Expression.Member(place, new Expression.This(place), node.text());
            case "self" -> new Expression.This(place);
            case "nil" -> new Expression.Nothing(place);
            case "true", "false" -> new Expression.Truth(place, node.is("true"));
            case "integer" ->
                Literals.whole(node.text())
                        .<Expression>map(it -> new Expression.Whole(place, it))
                        .orElseGet(() -> new Expression.Other(place, List.of()));
            case "string",
                    "simple_symbol",
                    "delimited_symbol",
                    "hash_key_symbol",
                    "character",
                    "chained_string",
                    "heredoc_beginning",
                    "bare_string",
                    "bare_symbol" -> scope.texts().text(node, this);
            case "scope_resolution" -> resolution(node);
            case "array", "string_array", "symbol_array", "right_assignment_list" ->
                new Expression.Sequence(place, elements(node));
            case "hash" -> new Expression.Mapping(place, entries(node.children()));
            case "splat_argument", "hash_splat_argument" ->
                new Expression.Spread(
                        place,
                        node.children().stream()
                                .findFirst()
                                .map(this::expression)
                                .orElseGet(() -> new Expression.Other(place, List.of())));
            case "call", "super", "yield" -> calls.call(node);
            case "element_reference" -> index(node);
            case "binary" -> binary(node);
            case "unary" -> unary(node);
            case "conditional", "if", "unless", "if_modifier", "unless_modifier" -> conditional(node);
            case "assignment", "operator_assignment" -> assigned(node);
            case "parenthesized_statements",
                    "begin",
                    "then",
                    "else",
                    "case",
                    "case_match",
                    "rescue_modifier",
                    "body_statement" -> run(node);
            case "lambda", "block", "do_block" -> RubyMethods.lambda(node, this);
            default -> other(node);
        };
    }

    private Expression identifier(Syntax node) {
        String name = node.text();
        Expression replaced = known.get(name);
        if (replaced != null) {
            return replaced;
        }
        Expression plain = new Expression.Name(node.place(), name);
        boolean variable = scope.variables().contains(name) || name.equals("it") || name.matches("_[1-9]|__\\w+__");
        return variable ? plain : new Expression.Call(node.place(), calls.called(node.place(), name), List.of(), false);
    }

    /** Anything else, with the expressions in it. */
    Expression other(Syntax node) {
        List<Expression> parts = new ArrayList<>();
        for (Syntax child : node.children()) {
            if (child.is("method", "singleton_method")) {
                Function function = new RubyMethods(scope).method(child);
                parts.add(new Expression.Lambda(child.place(), function));
            } else {
                parts.add(expression(child));
            }
        }
        return new Expression.Other(node.place(), parts);
    }

    private Expression resolution(Syntax node) {
        String name = node.get("name").map(Syntax::text).orElse("");
        return node.get("scope")
                .<Expression>map(it -> new Expression.Member(node.place(), expression(it), name))
                .orElseGet(() -> new Expression.Name(node.place(), name));
    }

    private List<Expression> elements(Syntax node) {
        List<Expression> elements = new ArrayList<>();
        List<Syntax> pairs = node.children("pair");
        for (Syntax child : node.children()) {
            if (!child.is("pair")) {
                elements.add(expression(child));
            } else if (child == pairs.get(0)) {
                elements.add(new Expression.Mapping(child.place(), entries(pairs)));
            }
        }
        return elements;
    }

    List<Entry> entries(List<Syntax> pairs) {
        List<Entry> entries = new ArrayList<>();
        for (Syntax pair : pairs) {
            Optional<Syntax> key = pair.get("key");
            if (pair.is("pair") && key.isPresent()) {
                entries.add(new Entry(expression(key.get()), value(pair, key.get())));
            } else {
                Expression whole = expression(pair);
                entries.add(new Entry(whole, whole));
            }
        }
        return entries;
    }

    /** The value of a pair; {@code x:} alone is that of the variable or method of that name. */
    Expression value(Syntax pair, Syntax key) {
        return pair.get("value").map(this::expression).orElseGet(() -> {
            Expression name = new Expression.Name(key.place(), key.text());
            return scope.variables().contains(key.text())
                    ? known.getOrDefault(key.text(), name)
                    : new Expression.Call(key.place(), name, List.of(), false);
        });
    }

    private Expression index(Syntax node) {
        List<Syntax> parts = node.children();
        return parts.size() == 2
                ? new Expression.Index(node.place(), expression(parts.get(0)), expression(parts.get(1)))
                : other(node);
    }

    private Expression binary(Syntax node) {
        Optional<Expression> left = node.get("left").map(this::expression);
        Optional<Expression> right = node.get("right").map(this::expression);
        if (left.isEmpty() || right.isEmpty()) {
            return other(node);
        }
        String written = node.get("operator").map(Syntax::text).orElse("");
        if (written.equals("<<") && !(right.get() instanceof Expression.Whole)) {
            Expression append = new Expression.Member(node.place(), left.get(), "<<");
            return new Expression.Call(node.place(), append, List.of(Expression.Argument.of(right.get())), false);
        }
        Operator operator =
                written.equals("<<") ? Operator.SHIFT_LEFT : OPERATORS.getOrDefault(written, Operator.OTHER);
        return new Expression.Operation(node.place(), operator, List.of(left.get(), right.get()));
    }

    private Expression unary(Syntax node) {
        Optional<Expression> operand = node.get("operand").map(this::expression);
        String operator =
                node.get("operator").map(Syntax::text).orElse(node.all().get(0).text());
        if (operand.isEmpty()) {
            return other(node);
        } else if (operator.equals("!") || operator.equals("not")) {
            return new Expression.Operation(node.place(), Operator.NOT, List.of(operand.get()));
        } else if (operator.equals("-") && operand.get() instanceof Expression.Whole whole) {
            return new Expression.Whole(node.place(), -whole.value());
        }
        return new Expression.Other(node.place(), List.of(operand.get()));
    }

    /** Several statements in the place of an expression are a function that is called at once. */
    private Expression run(Syntax node) {
        List<Statement> body = new RubyStatements(this).statements(node, RubyStatements::returned);
        if (body.size() == 1
                && body.get(0) instanceof Statement.Return only
                && only.value().isPresent()) {
            return only.value().get();
        }
        Place place = node.place();
        Function function = new Function(place, "", List.of(), Optional.empty(), new Statement.Block(body));
        return new Expression.Call(place, new Expression.Lambda(place, function), List.of(), false);
    }

    private Expression conditional(Syntax node) {
        boolean reversed = node.is("unless", "unless_modifier");
        Optional<Syntax> then = node.get("consequence").or(() -> node.get("body"));
        Expression first = then.map(this::expression).orElseGet(() -> new Expression.Nothing(node.place()));
        Expression second = node.get("alternative")
                .map(it -> it.is("elsif") ? conditional(it) : expression(it))
                .orElseGet(() -> new Expression.Nothing(node.place()));
        return new Expression.Conditional(
                node.place(),
                node.get("condition").map(this::expression),
                reversed ? List.of(second, first) : List.of(first, second));
    }

    private Expression assigned(Syntax node) {
        Optional<Syntax> left = node.get("left");
        Optional<Syntax> right = node.get("right");
        return left.isEmpty() || right.isEmpty()
                ? other(node)
                : new Expression.Assigned(
                        node.place(), target(left.get()), assignedValue(node, left.get(), right.get()));
    }

    /** What the target is after the assignment. */
    Expression assignedValue(Syntax node, Syntax left, Syntax right) {
        Expression value = expression(right);
        String operator = node.get("operator").map(Syntax::text).orElse("=");
        if (operator.equals("=")) {
            return value;
        }
        Operator known = OPERATORS.getOrDefault(operator.substring(0, operator.length() - 1), Operator.OTHER);
        return new Expression.Operation(node.place(), known, List.of(read(left, target(left)), value));
    }

    /** What an assignment assigns to. */
    Expression target(Syntax node) {
        return switch (node.type()) {
            case "left_assignment_list", "destructured_left_assignment" ->
                new Expression.Sequence(
                        node.place(), node.children().stream().map(this::target).toList());
            case "rest_assignment" ->
                new Expression.Spread(
                        node.place(),
                        node.children().stream()
                                .findFirst()
                                .map(this::target)
                                .orElseGet(() -> new Expression.Name(node.place(), "_")));
            case "identifier" -> new Expression.Name(node.place(), node.text());
            case "call" ->
                node.get("receiver")
                        .<Expression>map(it -> new Expression.Member(
                                node.place(),
                                expression(it),
                                (it.is("self") ? "@" : "")
                                        + node.get("method").map(Syntax::text).orElse("")))
                        .orElseGet(() -> expression(node));
            default -> expression(node);
        };
    }

    /** The value of what was assigned to. */
    Expression read(Syntax left, Expression target) {
        return left.is("call") ? expression(left) : target;
    }

    /** What {@code return}, {@code next} and {@code break} give back. */
    Optional<Expression> given(Syntax node) {
        List<Syntax> values = node.first("argument_list").map(Syntax::children).orElse(List.of());
        return switch (values.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(expression(values.get(0)));
            default ->
                Optional.of(new Expression.Sequence(
                        node.place(), values.stream().map(this::expression).toList()));
        };
    }
}
