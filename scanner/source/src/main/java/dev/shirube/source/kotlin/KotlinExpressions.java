package dev.shirube.source.kotlin;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Literals;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads expressions. */
final class KotlinExpressions {

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("+", Operator.ADD),
            Map.entry("-", Operator.SUBTRACT),
            Map.entry("*", Operator.MULTIPLY),
            Map.entry("/", Operator.DIVIDE),
            Map.entry("%", Operator.REMAINDER),
            Map.entry("==", Operator.EQUAL),
            Map.entry("===", Operator.EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("!==", Operator.NOT_EQUAL),
            Map.entry("&&", Operator.AND),
            Map.entry("||", Operator.OR));

    private final KotlinScope scope;
    private final KotlinCalls calls;

    KotlinExpressions(KotlinScope scope) {
        this.scope = scope;
        this.calls = new KotlinCalls(this);
    }

    KotlinScope scope() {
        return scope;
    }

    static Operator operator(String written) {
        return OPERATORS.getOrDefault(written, Operator.OTHER);
    }

    Expression type(Syntax node) {
        if (!node.is("user_type")) {
            return node.is("nullable_type", "parenthesized_type")
                    ? KotlinNodes.type(node).map(this::type).orElseGet(() -> other(node))
                    : new Expression.Other(node.place(), List.of());
        }
        Expression type = new Expression.Other(node.place(), List.of());
        boolean first = true;
        for (Syntax part : node.children()) {
            if (part.is("type_identifier")) {
                type = first
                        ? new Expression.Name(part.place(), part.text())
                        : new Expression.Member(part.place(), type, part.text());
                first = false;
            } else if (part.is("type_arguments")) {
                List<Expression> arguments = part.children("type_projection").stream()
                        .flatMap(it -> KotlinNodes.type(it).stream())
                        .map(this::type)
                        .toList();
                type = new Expression.Generic(node.place(), type, arguments);
            }
        }
        return type;
    }

    Expression expression(Syntax node) {
        Place place = node.place();
        return switch (node.type()) {
            case "simple_identifier", "interpolated_identifier", "type_identifier" -> name(node);
            case "this_expression", "super_expression" ->
                scope.receivers().isEmpty()
                                || node.is("super_expression")
                                || node.text().contains("@")
                        ? new Expression.This(place)
                        : scope.receivers().peek();
            case "null" -> new Expression.Nothing(place);
            case "boolean_literal" -> new Expression.Truth(place, node.text().equals("true"));
            case "integer_literal", "long_literal", "hex_literal", "bin_literal", "unsigned_literal" ->
                Literals.whole(node.text())
                        .<Expression>map(it -> new Expression.Whole(place, it))
                        .orElseGet(() -> new Expression.Other(place, List.of()));
            case "string_literal", "character_literal" -> KotlinTexts.text(node, this);
            case "navigation_expression" -> navigation(node);
            case "indexing_expression" -> index(node);
            case "call_expression" -> calls.call(node);
            case "parenthesized_expression", "interpolated_expression", "annotated_expression" ->
                KotlinNodes.value(node).map(this::expression).orElseGet(() -> other(node));
            case "additive_expression",
                    "multiplicative_expression",
                    "equality_expression",
                    "conjunction_expression",
                    "disjunction_expression",
                    "comparison_expression" -> binary(node);
            case "infix_expression" -> infix(node);
            case "elvis_expression" -> elvis(node);
            case "prefix_expression", "postfix_expression" -> unary(node);
            case "as_expression" ->
                KotlinNodes.value(node)
                        .<Expression>map(it -> new Expression.Cast(
                                place, KotlinNodes.type(node).map(this::type), expression(it)))
                        .orElseGet(() -> other(node));
            case "spread_expression" ->
                KotlinNodes.value(node)
                        .<Expression>map(it -> new Expression.Spread(place, expression(it)))
                        .orElseGet(() -> other(node));
            case "collection_literal" ->
                new Expression.Sequence(
                        place,
                        KotlinNodes.values(node).stream().map(this::expression).toList());
            case "lambda_literal", "anonymous_function" -> KotlinFunctions.lambda(node, this);
            case "annotated_lambda" ->
                node.first("lambda_literal").map(this::expression).orElseGet(() -> other(node));
            case "callable_reference" -> reference(node);
            case "if_expression", "when_expression", "try_expression" -> branching(node);
            case "object_literal" -> object(node);
            case "directly_assignable_expression" -> target(node);
            default -> other(node);
        };
    }

    private Expression name(Syntax node) {
        String name = node.text().replace("`", "");
        Expression known = scope.known().get(name);
        return known != null ? known : new Expression.Name(node.place(), name);
    }

    /** Anything else, with the expressions in it; types are none. */
    Expression other(Syntax node) {
        List<Expression> parts = new ArrayList<>();
        for (Syntax child : KotlinNodes.values(node)) {
            if (child.is("statements", "control_structure_body", "property_declaration", "assignment")) {
                parts.add(run(child, new KotlinStatements(this).statements(child)));
            } else if (!KotlinNodes.isType(child) && !child.is("type_identifier", "type_test")) {
                parts.add(expression(child));
            }
        }
        return new Expression.Other(node.place(), parts);
    }

    private static Expression run(Syntax node, List<Statement> body) {
        Place place = node.place();
        Function function = new Function(place, "", List.of(), Optional.empty(), new Statement.Block(body));
        return new Expression.Call(place, new Expression.Lambda(place, function), List.of(), false);
    }

    private Expression navigation(Syntax node) {
        List<Syntax> parts = KotlinNodes.values(node);
        Optional<Syntax> name = node.first("navigation_suffix").flatMap(it -> it.first("simple_identifier"));
        return name.isEmpty()
                ? other(node)
                : new Expression.Member(node.placeAt(name.get()), expression(parts.get(0)), KotlinNodes.text(name));
    }

    private Expression index(Syntax node) {
        List<Syntax> parts = KotlinNodes.values(node);
        List<Syntax> indexes =
                node.first("indexing_suffix").map(KotlinNodes::values).orElse(List.of());
        return indexes.size() == 1
                ? new Expression.Index(node.place(), expression(parts.get(0)), expression(indexes.get(0)))
                : other(node);
    }

    List<Argument> arguments(Syntax list) {
        return list.children("value_argument").stream().map(this::argument).toList();
    }

    private Argument argument(Syntax node) {
        Optional<Syntax> named = KotlinNodes.behind(node, "=");
        Optional<Syntax> value = named.or(() -> KotlinNodes.value(node));
        Expression given = value.map(this::expression).orElseGet(() -> other(node));
        return named.isPresent()
                ? Argument.named(KotlinNodes.text(node.first("simple_identifier")), given)
                : Argument.of(given);
    }

    /** {@code Value("x")} of an annotation, or of the supertype of a class: the call of a constructor. */
    Expression annotation(Syntax node) {
        Expression type = KotlinNodes.type(node).map(this::type).orElseGet(() -> other(node));
        return new Expression.Call(
                node.place(),
                type,
                node.first("value_arguments").map(this::arguments).orElse(List.of()),
                true);
    }

    private Expression binary(Syntax node) {
        List<Syntax> operands = KotlinNodes.values(node);
        String operator = node.all().stream()
                .filter(it -> !it.named() && OPERATORS.containsKey(it.type()))
                .map(Syntax::type)
                .findFirst()
                .orElse("");
        return new Expression.Operation(
                node.place(),
                operator(operator),
                operands.stream().map(this::expression).toList());
    }

    private Expression infix(Syntax node) {
        List<Syntax> parts = KotlinNodes.values(node);
        if (parts.size() != 3) {
            return other(node);
        }
        Expression left = expression(parts.get(0));
        Expression right = expression(parts.get(2));
        List<Expression> both = List.of(left, right);
        return switch (parts.get(1).text()) {
            case "to" -> new Expression.Sequence(node.place(), both);
            case "shl" -> new Expression.Operation(node.place(), Operator.SHIFT_LEFT, both);
            case "or" -> new Expression.Operation(node.place(), Operator.BIT_OR, both);
            default ->
                new Expression.Call(
                        node.placeAt(parts.get(1)),
                        new Expression.Member(
                                parts.get(1).place(), left, parts.get(1).text()),
                        List.of(Argument.of(right)),
                        false);
        };
    }

    private Expression elvis(Syntax node) {
        List<Syntax> parts = KotlinNodes.values(node);
        Expression left = expression(parts.get(0));
        if (parts.size() < 2) {
            return left;
        }
        if (parts.get(1).is("jump_expression")) {
            Statement.Block jump = new Statement.Block(new KotlinStatements(this).statements(parts.get(1)));
            Expression condition = new Expression.Other(node.place(), List.of());
            scope.ahead().add(new Statement.Branch(node.place(), condition, jump, Statement.Block.EMPTY));
            return left;
        }
        return new Expression.Operation(node.place(), Operator.OR, List.of(left, expression(parts.get(1))));
    }

    private Expression unary(Syntax node) {
        Optional<Expression> operand = KotlinNodes.value(node).map(this::expression);
        String operator = node.all().stream()
                .filter(it -> !it.named())
                .map(Syntax::text)
                .findFirst()
                .orElse("");
        if (operand.isEmpty()) {
            return other(node);
        }
        Expression of = operand.get();
        Expression one = new Expression.Whole(node.place(), 1);
        return switch (operator) {
            case "!!" -> new Expression.Cast(node.place(), Optional.empty(), of);
            case "!" -> new Expression.Operation(node.place(), Operator.NOT, List.of(of));
            case "-" ->
                of instanceof Expression.Whole whole
                        ? new Expression.Whole(node.place(), -whole.value())
                        : new Expression.Other(node.place(), List.of(of));
            case "++", "--" ->
                new Expression.Assigned(
                        node.place(),
                        of,
                        new Expression.Operation(
                                node.place(),
                                operator.equals("++") ? Operator.ADD : Operator.SUBTRACT,
                                List.of(of, one)));
            default -> new Expression.Other(node.place(), List.of(of));
        };
    }

    private Expression reference(Syntax node) {
        List<Syntax> parts = node.children();
        if (parts.isEmpty() || node.text().endsWith("::class")) {
            return new Expression.Other(node.place(), List.of());
        }
        Syntax name = parts.get(parts.size() - 1);
        return parts.size() == 1
                ? new Expression.Name(node.place(), name.text())
                : new Expression.Member(
                        node.place(),
                        new Expression.Name(parts.get(0).place(), parts.get(0).text()),
                        name.text());
    }

    /** An {@code if} of two plain values is one of them; what has blocks is run ahead of the statement. */
    private Expression branching(Syntax node) {
        List<Syntax> bodies = node.children("control_structure_body");
        boolean plain = node.is("if_expression")
                && bodies.size() == 2
                && bodies.stream()
                        .allMatch(it -> KotlinNodes.values(it).stream()
                                .noneMatch(value -> value.is("statements", "jump_expression", "if_expression")));
        if (plain) {
            return new Expression.Conditional(
                    node.place(),
                    KotlinNodes.value(node).map(this::expression),
                    bodies.stream()
                            .flatMap(it -> KotlinNodes.value(it).stream())
                            .map(this::expression)
                            .toList());
        }
        KotlinStatements statements = new KotlinStatements(this);
        if (!scope.ahead().possible()) {
            return run(node, statements.statements(node, KotlinStatements::returned));
        }
        Expression value = new Expression.Name(node.place(), "value@" + node.start());
        statements
                .statements(node, it -> KotlinStatements.assign(it.place(), value, it, false))
                .forEach(scope.ahead()::add);
        return value;
    }

    /** What a property begins with; that of {@code by lazy} is what its block gives. */
    Expression initial(Syntax node) {
        if (!node.is("property_delegate")) {
            return expression(node);
        }
        Syntax delegate = KotlinNodes.value(node).orElse(node);
        Expression value = delegate.is("property_delegate") ? other(delegate) : expression(delegate);
        boolean lazy = value instanceof Expression.Call call
                && call.callee() instanceof Expression.Name name
                && name.name().equals("lazy")
                && !call.arguments().isEmpty();
        if (!lazy) {
            return new Expression.Other(node.place(), List.of(value));
        }
        List<Argument> arguments = ((Expression.Call) value).arguments();
        Expression last = arguments.get(arguments.size() - 1).value();
        if (last instanceof Expression.Lambda lambda
                && lambda.function().body().statements().size() == 1
                && lambda.function().body().statements().get(0) instanceof Statement.Return only
                && only.value().isPresent()) {
            return only.value().get();
        }
        return new Expression.Call(node.place(), last, List.of(), false);
    }

    private Expression object(Syntax node) {
        List<Expression> parts = new ArrayList<>();
        List<Function> extensions = new ArrayList<>();
        var type = new KotlinTypes(scope, extensions).type(node);
        type.fields().forEach(it -> it.initial().ifPresent(parts::add));
        type.methods().forEach(it -> parts.add(new Expression.Lambda(it.place(), it)));
        return new Expression.Other(node.place(), parts);
    }

    /** What an assignment or declaration assigns to. */
    Expression target(Syntax node) {
        List<Syntax> parts = KotlinNodes.values(node);
        if (node.is("variable_declaration")) {
            return new Expression.Name(node.place(), KotlinNodes.text(node.first("simple_identifier")));
        } else if (node.is("multi_variable_declaration")) {
            return new Expression.Sequence(
                    node.place(),
                    node.children("variable_declaration").stream()
                            .map(this::target)
                            .toList());
        } else if (!node.is("directly_assignable_expression") || parts.isEmpty()) {
            return expression(node);
        }
        if (parts.size() == 1) {
            String name = parts.get(0).text();
            return parts.get(0).is("simple_identifier") && scope.isMember(name)
                    ? new Expression.Member(node.place(), scope.receivers().peek(), name)
                    : target(parts.get(0));
        }
        Expression object = expression(parts.get(0));
        Optional<Syntax> name = node.first("navigation_suffix").flatMap(it -> it.first("simple_identifier"));
        if (name.isPresent()) {
            return new Expression.Member(node.placeAt(name.get()), object, KotlinNodes.text(name));
        }
        return node.first("indexing_suffix")
                .flatMap(KotlinNodes::value)
                .<Expression>map(it -> new Expression.Index(node.place(), object, expression(it)))
                .orElseGet(() -> other(node));
    }
}
