package dev.shirube.source.csharp;

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
final class CSharpExpressions {

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("+", Operator.ADD),
            Map.entry("-", Operator.SUBTRACT),
            Map.entry("*", Operator.MULTIPLY),
            Map.entry("/", Operator.DIVIDE),
            Map.entry("%", Operator.REMAINDER),
            Map.entry("<<", Operator.SHIFT_LEFT),
            Map.entry("|", Operator.BIT_OR),
            Map.entry("==", Operator.EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("&&", Operator.AND),
            Map.entry("||", Operator.OR),
            Map.entry("??", Operator.OR));

    private final String self;
    private final CSharpMaking making = new CSharpMaking(this);
    private final CSharpPatterns patterns = new CSharpPatterns(this);

    CSharpExpressions() {
        this("");
    }

    /** Of an extension method, whose first parameter of that name is what it is called on. */
    CSharpExpressions(String self) {
        this.self = self;
    }

    CSharpPatterns patterns() {
        return patterns;
    }

    /** The operator of a binary expression, or of an assignment without its equals sign. */
    static Operator operator(String written) {
        return OPERATORS.getOrDefault(written, Operator.OTHER);
    }

    /** A type as declared; nothing for {@code var}. */
    Optional<Expression> declaredType(Syntax node) {
        return node.is("implicit_type") || node.text().equals("var") ? Optional.empty() : Optional.of(type(node));
    }

    Expression type(Syntax node) {
        return switch (node.type()) {
            case "nullable_type", "ref_type", "scoped_type" ->
                node.get("type").map(this::type).orElseGet(() -> other(node));
            case "array_type", "pointer_type", "tuple_type", "function_pointer_type" ->
                new Expression.Other(node.place(), List.of());
            default -> name(node);
        };
    }

    private Expression name(Syntax node) {
        return switch (node.type()) {
            case "qualified_name" -> member(node, node.get("qualifier").map(this::name), node.get("name"));
            case "generic_name" -> {
                Expression base = node.first("identifier").map(this::name).orElseGet(() -> other(node));
                yield generic(node, base);
            }
            case "alias_qualified_name" -> node.get("name").map(this::name).orElseGet(() -> other(node));
            default -> new Expression.Name(node.place(), node.text());
        };
    }

    private Expression member(Syntax node, Optional<Expression> object, Optional<Syntax> name) {
        if (object.isEmpty() || name.isEmpty()) {
            return other(node);
        }
        Syntax simple =
                name.get().is("generic_name") ? name.get().first("identifier").orElse(name.get()) : name.get();
        Expression member = new Expression.Member(node.placeAt(simple), object.get(), simple.text());
        return name.get().is("generic_name") ? generic(name.get(), member) : member;
    }

    private Expression generic(Syntax name, Expression base) {
        List<Expression> arguments = new ArrayList<>();
        name.first("type_argument_list").ifPresent(it -> it.children().forEach(type -> arguments.add(type(type))));
        return new Expression.Generic(name.place(), base, arguments);
    }

    Expression expression(Syntax node) {
        return expression(node, Optional.empty());
    }

    /** The value, where one of that type is wanted: {@code new()} makes such a one. */
    Expression expression(Syntax node, Optional<Expression> wanted) {
        Place place = node.place();
        return switch (node.type()) {
            case "identifier" ->
                node.text().equals(self) ? new Expression.This(place) : new Expression.Name(place, node.text());
            case "generic_name", "qualified_name", "alias_qualified_name", "predefined_type" -> name(node);
            case "this", "base" -> new Expression.This(place);
            case "parenthesized_expression", "checked_expression", "arrow_expression_clause" ->
                CSharpNodes.value(node).map(it -> expression(it, wanted)).orElseGet(() -> other(node));
            case "integer_literal" ->
                Literals.whole(node.text())
                        .<Expression>map(it -> new Expression.Whole(place, it))
                        .orElseGet(() -> other(node));
            case "boolean_literal" -> new Expression.Truth(place, node.text().equals("true"));
            case "null_literal" -> new Expression.Nothing(place);
            case "string_literal",
                    "character_literal",
                    "verbatim_string_literal",
                    "raw_string_literal",
                    "interpolated_string_expression" -> CSharpTexts.text(node, this);
            case "member_access_expression" ->
                member(node, node.get("expression").map(this::expression), node.get("name"));
            case "conditional_access_expression" -> conditionalAccess(node);
            case "element_access_expression" -> index(node, node.get("expression"), node.get("subscript"));
            case "element_binding_expression" -> making.elements(node);
            case "invocation_expression" -> call(node);
            case "object_creation_expression",
                    "implicit_object_creation_expression",
                    "array_creation_expression",
                    "implicit_array_creation_expression",
                    "initializer_expression",
                    "anonymous_object_creation_expression" -> making.made(node, wanted);
            case "tuple_expression" -> new Expression.Sequence(place, values(arguments(node)));
            case "tuple_pattern", "parenthesized_variable_designation" ->
                new Expression.Sequence(
                        place, node.children().stream().map(this::expression).toList());
            case "declaration_expression" ->
                node.get("name").map(this::expression).orElseGet(() -> other(node));
            case "binary_expression" -> binary(node);
            case "prefix_unary_expression", "postfix_unary_expression" -> unary(node);
            case "assignment_expression" -> assigned(node);
            case "conditional_expression" -> conditional(node, wanted);
            case "switch_expression" -> patterns.choice(node, wanted);
            case "is_pattern_expression", "is_expression" -> patterns.test(node);
            case "cast_expression" -> cast(node, node.get("type"), node.get("value"));
            case "as_expression" -> cast(node, node.get("right"), node.get("left"));
            case "await_expression" -> cast(node, Optional.empty(), CSharpNodes.value(node));
            case "ref_expression" ->
                CSharpNodes.value(node)
                        .<Expression>map(it -> new Expression.Address(place, expression(it)))
                        .orElseGet(() -> other(node));
            case "lambda_expression", "anonymous_method_expression" -> lambda(node);
            case "typeof_expression", "sizeof_expression", "default_expression" ->
                new Expression.Other(place, List.of());
            default -> other(node);
        };
    }

    /** Anything else: what is in it, statements as a function of their own. */
    Expression other(Syntax node) {
        List<Expression> parts = new ArrayList<>();
        for (Syntax child : node.all()) {
            if (child.is("block") || child.type().endsWith("_statement")) {
                Statement.Block block = new Statement.Block(new CSharpStatements(this).statements(child));
                parts.add(new Expression.Lambda(
                        child.place(), new Function(child.place(), "", List.of(), Optional.empty(), block)));
            } else if (CSharpNodes.isValue(child) && !child.field().equals("type") && !child.is("implicit_type")) {
                parts.add(expression(child));
            }
        }
        return new Expression.Other(node.place(), parts);
    }

    private Expression conditionalAccess(Syntax node) {
        Optional<Expression> object = node.get("condition").map(this::expression);
        Optional<Syntax> binding = node.first("member_binding_expression");
        return binding.isPresent()
                ? member(node, object, binding.get().get("name"))
                : index(node, node.get("condition"), node.first("element_binding_expression"));
    }

    private Expression index(Syntax node, Optional<Syntax> object, Optional<Syntax> subscript) {
        List<Argument> arguments = subscript.map(this::arguments).orElse(List.of());
        if (object.isEmpty() || arguments.size() != 1) {
            return other(node);
        }
        return new Expression.Index(
                node.place(), expression(object.get()), arguments.get(0).value());
    }

    private Expression call(Syntax node) {
        Syntax function = node.get("function").orElse(node);
        Optional<Syntax> arguments = node.get("arguments");
        if (function.is("identifier") && function.text().equals("nameof") && arguments.isPresent()) {
            String written = arguments.get().text();
            String last = written.substring(Math.max(written.lastIndexOf('.'), 0) + 1, written.length() - 1);
            return new Expression.Text(node.place(), last.strip());
        }
        return new Expression.Call(
                node.placeAt(called(function)),
                expression(function),
                arguments.map(this::arguments).orElse(List.of()),
                false);
    }

    /** The token of the name that is called, at the end of the whole. */
    static Syntax called(Syntax function) {
        Optional<Syntax> name = function.get("name")
                .or(() -> function.first("member_binding_expression").flatMap(it -> it.get("name")))
                .or(() -> function.is("generic_name") ? function.first("identifier") : Optional.empty());
        return name.map(CSharpExpressions::called).orElse(function);
    }

    List<Argument> arguments(Syntax list) {
        List<Argument> arguments = new ArrayList<>();
        for (Syntax argument : list.children("argument")) {
            Optional<Syntax> value =
                    CSharpNodes.value(argument).filter(it -> !it.text().isEmpty());
            if (value.isEmpty()) {
                continue;
            }
            Expression given = expression(value.get());
            boolean written = argument.has("ref") || argument.has("out");
            Expression whole = written ? new Expression.Address(argument.place(), given) : given;
            arguments.add(new Argument(argument.get("name").map(Syntax::text), whole));
        }
        return arguments;
    }

    private static List<Expression> values(List<Argument> arguments) {
        return arguments.stream().map(Argument::value).toList();
    }

    private Expression binary(Syntax node) {
        String operator = CSharpNodes.token(node, List.copyOf(OPERATORS.keySet()));
        Optional<Syntax> right = node.get("right");
        Optional<Expression> left = node.get("left").map(this::expression);
        if (left.isEmpty() || right.isEmpty()) {
            return other(node);
        }
        if (operator.equals("??") && right.get().is("throw_expression")) {
            return left.get(); // no value comes of the other side
        }
        return new Expression.Operation(node.place(), operator(operator), List.of(left.get(), expression(right.get())));
    }

    private Expression unary(Syntax node) {
        Optional<Syntax> operand = CSharpNodes.value(node);
        String token = CSharpNodes.token(node, List.of("!", "-", "&", "++", "--", "^", "~", "+", "*"));
        if (operand.isEmpty()) {
            return other(node);
        }
        Expression of = expression(operand.get());
        boolean postfix = node.is("postfix_unary_expression");
        return switch (token) {
            case "!" ->
                postfix
                        ? new Expression.Cast(node.place(), Optional.empty(), of)
                        : new Expression.Operation(node.place(), Operator.NOT, List.of(of));
            case "-" ->
                of instanceof Expression.Whole whole
                        ? new Expression.Whole(node.place(), -whole.value())
                        : new Expression.Other(node.place(), List.of(of));
            case "&" -> new Expression.Address(node.place(), of);
            case "++", "--" -> {
                Operator operator = token.equals("++") ? Operator.ADD : Operator.SUBTRACT;
                Expression one = new Expression.Whole(node.place(), 1);
                Expression value = new Expression.Operation(node.place(), operator, List.of(of, one));
                yield new Expression.Assigned(node.place(), of, value);
            }
            default -> new Expression.Other(node.place(), List.of(of));
        };
    }

    private Expression assigned(Syntax node) {
        Optional<Syntax> left = node.get("left");
        Optional<Syntax> right = node.get("right");
        return left.isEmpty() || right.isEmpty()
                ? other(node)
                : new Expression.Assigned(
                        node.place(), expression(left.get()), assignedValue(node, left.get(), right.get()));
    }

    /** What the target is after the assignment: of {@code x += y} the sum. */
    Expression assignedValue(Syntax node, Syntax left, Syntax right) {
        String operator = node.get("operator")
                .map(Syntax::text)
                .orElseGet(() -> node.all().get(1).text());
        Expression value = expression(right);
        return operator.equals("=")
                ? value
                : new Expression.Operation(
                        node.place(),
                        operator(operator.substring(0, operator.length() - 1)),
                        List.of(expression(left), value));
    }

    private Expression conditional(Syntax node, Optional<Expression> wanted) {
        List<Expression> outcomes = new ArrayList<>();
        for (String outcome : List.of("consequence", "alternative")) {
            node.get(outcome)
                    .filter(it -> !it.is("throw_expression"))
                    .ifPresent(it -> outcomes.add(expression(it, wanted)));
        }
        Optional<Expression> condition = node.get("condition").map(this::expression);
        return outcomes.size() == 1 ? outcomes.get(0) : new Expression.Conditional(node.place(), condition, outcomes);
    }

    private Expression cast(Syntax node, Optional<Syntax> type, Optional<Syntax> value) {
        return value.<Expression>map(it -> new Expression.Cast(node.place(), type.map(this::type), expression(it)))
                .orElseGet(() -> other(node));
    }

    private Expression lambda(Syntax node) {
        Function function = new Function(
                node.place(),
                "",
                new CSharpFunctions().parameters(node),
                Optional.empty(),
                CSharpFunctions.body(node, this, Optional.empty()));
        return new Expression.Lambda(node.place(), function);
    }
}
