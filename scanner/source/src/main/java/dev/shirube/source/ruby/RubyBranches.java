package dev.shirube.source.ruby;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads conditions, choices and loops. */
final class RubyBranches {

    private final RubyExpressions expressions;
    private final RubyStatements statements;

    RubyBranches(RubyExpressions expressions, RubyStatements statements) {
        this.expressions = expressions;
        this.statements = statements;
    }

    List<Statement> read(Syntax node, Function<Expression, Statement> last) {
        Place place = node.place();
        Block body = Block.EMPTY;
        return switch (node.type()) {
            case "if", "elsif" ->
                List.of(new Statement.Branch(
                        place,
                        condition(node),
                        statements.block(node.get("consequence"), last),
                        statements.block(node.get("alternative"), last)));
            case "unless" ->
                List.of(new Statement.Branch(
                        place,
                        condition(node),
                        statements.block(node.get("alternative"), last),
                        statements.block(node.get("consequence"), last)));
            case "if_modifier" ->
                List.of(new Statement.Branch(place, condition(node), statements.block(node.get("body"), last), body));
            case "unless_modifier" ->
                List.of(new Statement.Branch(place, condition(node), body, statements.block(node.get("body"), last)));
            case "rescue_modifier" ->
                List.of(new Statement.Attempt(
                        place,
                        statements.block(node.get("body"), last),
                        List.of(statements.block(node.get("handler"), last)),
                        body));
            case "case" -> List.of(choice(node, last));
            case "case_match" -> List.of(match(node, last));
            case "for" ->
                List.of(new Statement.Loop(
                        place,
                        node.get("pattern").map(expressions::target),
                        node.get("value")
                                .flatMap(it -> it.children().stream().findFirst())
                                .map(expressions::expression),
                        body,
                        statements.block(node.get("body"), Statement.Evaluate::new)));
            default ->
                List.of(new Statement.Loop(
                        place,
                        Optional.empty(),
                        Optional.empty(),
                        new Block(List.of(new Statement.Evaluate(condition(node)))),
                        statements.block(node.get("body"), Statement.Evaluate::new)));
        };
    }

    private Expression condition(Syntax node) {
        return node.get("condition")
                .map(expressions::expression)
                .orElseGet(() -> new Expression.Other(node.place(), List.of()));
    }

    /** With a subject a choice of its values; without one, one question after the other. */
    private Statement choice(Syntax node, Function<Expression, Statement> last) {
        Optional<Expression> subject = node.get("value").map(expressions::expression);
        Optional<Syntax> otherwise = node.first("else");
        List<Syntax> cases = node.children("when");
        if (subject.isPresent()) {
            List<Statement.Case> read = new ArrayList<>();
            for (Syntax one : cases) {
                read.add(new Statement.Case(labels(one), statements.block(one.get("body"), last), false));
            }
            otherwise.ifPresent(
                    it -> read.add(new Statement.Case(List.of(), statements.block(otherwise, last), false)));
            return new Statement.Select(node.place(), subject.get(), read, otherwise.isPresent());
        }
        Block rest = statements.block(otherwise, last);
        for (int i = cases.size() - 1; i >= 0; i--) {
            List<Expression> labels = labels(cases.get(i));
            Expression condition = labels.size() == 1
                    ? labels.get(0)
                    : new Expression.Operation(cases.get(i).place(), Expression.Operator.OR, labels);
            Block then = statements.block(cases.get(i).get("body"), last);
            rest = new Block(List.of(new Statement.Branch(cases.get(i).place(), condition, then, rest)));
        }
        return rest;
    }

    private List<Expression> labels(Syntax when) {
        return when.children("pattern").stream()
                .flatMap(it -> it.children().stream())
                .map(expressions::expression)
                .toList();
    }

    private Statement match(Syntax node, Function<Expression, Statement> last) {
        Expression subject = node.get("value")
                .map(expressions::expression)
                .orElseGet(() -> new Expression.Other(node.place(), List.of()));
        List<Statement.Case> cases = new ArrayList<>();
        for (Syntax clause : node.children("in_clause")) {
            List<Expression> parts = new ArrayList<>();
            clause.get("pattern").ifPresent(it -> parts.add(pattern(it)));
            clause.get("guard").ifPresent(it -> parts.add(expressions.other(it)));
            Expression label = parts.size() == 1 ? parts.get(0) : new Expression.Other(clause.place(), parts);
            cases.add(new Statement.Case(List.of(label), statements.block(clause.get("body"), last), false));
        }
        Optional<Syntax> otherwise = node.first("else");
        otherwise.ifPresent(it -> cases.add(new Statement.Case(List.of(), statements.block(otherwise, last), false)));
        return new Statement.Select(node.place(), subject, cases, otherwise.isPresent());
    }

    /** Constants of a pattern are values that the subject may have; the names in it are given to parts of it. */
    private Expression pattern(Syntax pattern) {
        return pattern.is("string", "simple_symbol", "integer", "constant", "scope_resolution", "true", "false", "nil")
                ? expressions.expression(pattern)
                : new Expression.Other(pattern.place(), List.of());
    }
}
