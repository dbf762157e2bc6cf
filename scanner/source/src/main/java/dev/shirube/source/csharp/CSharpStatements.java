package dev.shirube.source.csharp;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statements. */
final class CSharpStatements {

    private final CSharpExpressions expressions;
    private final Optional<Expression> result;

    CSharpStatements(CSharpExpressions expressions) {
        this(expressions, Optional.empty());
    }

    /** Of a function that gives back a value of that type. */
    CSharpStatements(CSharpExpressions expressions, Optional<Expression> result) {
        this.expressions = expressions;
        this.result = result;
    }

    Block block(Syntax node) {
        List<Statement> all = new ArrayList<>();
        if (node.is("block", "switch_section", "preproc_if", "preproc_elif", "preproc_else", "ERROR")) {
            for (Syntax child : node.children()) {
                if (!child.field().equals("condition") && !child.field().equals("alternative")) {
                    all.addAll(statements(child));
                }
            }
        } else {
            all.addAll(statements(node));
        }
        return new Block(all);
    }

    private Block block(Optional<Syntax> node) {
        return node.map(this::block).orElse(Block.EMPTY);
    }

    /** What a function does whose body is that expression. */
    List<Statement> result(Syntax value) {
        return value.is("throw_expression", "assignment_expression")
                ? statements(value)
                : List.of(new Statement.Return(value.place(), Optional.of(expressions.expression(value, result))));
    }

    List<Statement> statements(Syntax node) {
        Place place = node.place();
        return switch (node.type()) {
            case "block" -> List.of(block(node));
            case "ERROR", "labeled_statement", "checked_statement", "unsafe_statement", "global_statement" ->
                node.children().stream()
                        .filter(it -> !(node.is("labeled_statement") && it.is("identifier")))
                        .flatMap(it -> statements(it).stream())
                        .toList();
            case "expression_statement" ->
                CSharpNodes.value(node).map(this::statements).orElse(List.of());
            case "assignment_expression" -> List.of(assign(node));
            case "local_declaration_statement" ->
                node.first("variable_declaration").map(this::variables).orElse(List.of());
            case "variable_declaration" -> variables(node);
            case "using_statement", "fixed_statement", "lock_statement" -> List.of(around(node));
            case "if_statement" ->
                List.of(new Statement.Branch(
                        place,
                        value(node, "condition"),
                        block(node.get("consequence")),
                        block(node.get("alternative"))));
            case "preproc_if", "preproc_elif" ->
                List.of(new Statement.Branch(
                        place, new Expression.Other(place, List.of()), compiled(node), alternative(node)));
            case "preproc_else" -> compiled(node).statements();
            case "switch_statement" -> List.of(select(node));
            case "foreach_statement" ->
                List.of(new Statement.Loop(
                        place,
                        node.get("left").map(expressions::expression),
                        node.get("right").map(expressions::expression),
                        Block.EMPTY,
                        block(node.get("body"))));
            case "for_statement", "while_statement", "do_statement" -> List.of(loop(node));
            case "try_statement" -> List.of(attempt(node));
            case "return_statement" ->
                List.of(new Statement.Return(
                        place, CSharpNodes.value(node).map(it -> expressions.expression(it, result))));
            case "yield_statement" ->
                List.of(
                        node.has("return")
                                ? new Statement.Return(
                                        place, CSharpNodes.value(node).map(expressions::expression))
                                : new Statement.Leave(place, List.of()));
            case "throw_statement", "throw_expression", "break_statement", "continue_statement", "goto_statement" ->
                List.of(new Statement.Leave(
                        place,
                        CSharpNodes.values(node).stream()
                                .map(expressions::expression)
                                .toList()));
            case "local_function_statement" ->
                List.of(new Statement.DefineFunction(new CSharpFunctions().method(node)));
            case "empty_statement",
                    "preproc_region",
                    "preproc_endregion",
                    "preproc_nullable",
                    "preproc_pragma",
                    "preproc_define",
                    "preproc_undef",
                    "preproc_line",
                    "preproc_error",
                    "preproc_warning" -> List.of();
            default -> other(node);
        };
    }

    private List<Statement> other(Syntax node) {
        if (CSharpTypes.isType(node)) {
            List<Statement> defined = new ArrayList<>();
            List<Function> extensions = new ArrayList<>();
            defined.add(new Statement.DefineType(new CSharpTypes(extensions).type(node)));
            extensions.forEach(it -> defined.add(new Statement.DefineFunction(it)));
            return defined;
        }
        return List.of(new Statement.Evaluate(expressions.expression(node)));
    }

    /** What is compiled under a condition declares its variables for what is around it. */
    private Block compiled(Syntax node) {
        return new Block(block(node).statements().stream()
                .map(it -> it instanceof Statement.Assign assign && assign.declares()
                        ? new Statement.Assign(assign.place(), assign.target(), assign.type(), assign.value(), false)
                        : it)
                .toList());
    }

    private Block alternative(Syntax node) {
        return node.get("alternative").map(it -> new Block(statements(it))).orElse(Block.EMPTY);
    }

    private Expression value(Syntax node, String field) {
        return node.get(field)
                .map(expressions::expression)
                .orElseGet(() -> new Expression.Other(node.place(), List.of()));
    }

    private Statement assign(Syntax node) {
        Optional<Syntax> left = node.get("left");
        Optional<Syntax> right = node.get("right");
        if (left.isEmpty() || right.isEmpty()) {
            return new Statement.Evaluate(expressions.other(node));
        }
        return new Statement.Assign(
                node.place(),
                expressions.expression(left.get()),
                Optional.empty(),
                Optional.of(expressions.assignedValue(node, left.get(), right.get())),
                left.get().is("declaration_expression"));
    }

    private List<Statement> variables(Syntax declaration) {
        Optional<Expression> type = declaration.get("type").flatMap(expressions::declaredType);
        List<Statement> variables = new ArrayList<>();
        for (Syntax variable : declaration.children("variable_declarator")) {
            Syntax target = variable.get("name")
                    .or(() -> variable.first("tuple_pattern"))
                    .orElse(variable);
            variables.add(new Statement.Assign(
                    variable.place(),
                    expressions.expression(target),
                    type,
                    CSharpNodes.behind(variable, "=").map(it -> expressions.expression(it, type)),
                    true));
        }
        return variables;
    }

    /** {@code using (x) …} and its like: what stands in the parentheses, and then the body. */
    private Statement around(Syntax node) {
        List<Statement> all = new ArrayList<>();
        for (Syntax child : node.children()) {
            all.addAll(statements(child));
        }
        return new Block(all);
    }

    private Statement loop(Syntax node) {
        List<Statement> head = new ArrayList<>();
        node.getAll("initializer").forEach(it -> head.addAll(statements(it)));
        node.get("condition").ifPresent(it -> head.add(new Statement.Evaluate(expressions.expression(it))));
        List<Statement> body = new ArrayList<>(block(node.get("body")).statements());
        node.getAll("update").forEach(it -> body.addAll(statements(it)));
        return new Statement.Loop(node.place(), Optional.empty(), Optional.empty(), new Block(head), new Block(body));
    }

    private Statement attempt(Syntax node) {
        List<Block> handlers = new ArrayList<>();
        for (Syntax handler : node.children("catch_clause")) {
            List<Statement> body = new ArrayList<>();
            handler.first("catch_filter_clause")
                    .flatMap(CSharpNodes::value)
                    .ifPresent(it -> body.add(new Statement.Evaluate(expressions.expression(it))));
            body.addAll(
                    block(handler.get("body").or(() -> handler.first("block"))).statements());
            handlers.add(new Block(body));
        }
        Block last = block(node.first("finally_clause").flatMap(it -> it.first("block")));
        return new Statement.Attempt(node.place(), block(node.get("body")), handlers, last);
    }

    private Statement select(Syntax node) {
        Expression subject = value(node, "value");
        List<Statement.Case> cases = new ArrayList<>();
        boolean exhaustive = false;
        for (Syntax section :
                node.get("body").map(it -> it.children("switch_section")).orElse(List.of())) {
            List<Expression> labels = new ArrayList<>();
            List<Statement> body = new ArrayList<>();
            for (Syntax part : section.children()) {
                if (part.type().endsWith("_pattern")) {
                    labels.addAll(expressions.patterns().labels(part));
                    body.addAll(expressions.patterns().naming(part, subject));
                } else if (part.is("when_clause")) {
                    Expression whole = new Expression.Other(part.place(), List.of(expressions.other(part)));
                    labels.replaceAll(it -> new Expression.Other(it.place(), List.of(it, whole)));
                } else {
                    body.addAll(withoutBreak(statements(part), part));
                }
            }
            exhaustive |= section.has("default");
            boolean empty = section.children().stream().allMatch(it -> it.type().endsWith("_pattern"));
            cases.add(new Statement.Case(labels, new Block(body), empty));
        }
        return new Statement.Select(node.place(), subject, cases, exhaustive);
    }

    /** A {@code break} at the end of a case only ends it. */
    private static List<Statement> withoutBreak(List<Statement> statements, Syntax part) {
        if (part.is("break_statement")) {
            return List.of();
        }
        List<Syntax> inner = part.is("block") ? part.children() : List.of();
        if (inner.isEmpty() || !inner.get(inner.size() - 1).is("break_statement") || statements.isEmpty()) {
            return statements;
        }
        List<Statement> body = ((Block) statements.get(0)).statements();
        return List.of(new Block(body.subList(0, body.size() - 1)));
    }
}
