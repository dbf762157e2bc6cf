package dev.shirube.source.kotlin;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads conditions, choices, loops and what is tried. */
final class KotlinBranches {

    private final KotlinExpressions expressions;
    private final KotlinStatements statements;

    KotlinBranches(KotlinExpressions expressions, KotlinStatements statements) {
        this.expressions = expressions;
        this.statements = statements;
    }

    /** Whether the value is that of one of several blocks. */
    static boolean isBranching(Syntax node) {
        return node.is("if_expression", "when_expression", "try_expression");
    }

    List<Statement> read(Syntax node, Function<Expression, Statement> last) {
        return switch (node.type()) {
            case "if_expression" -> List.of(branch(node, last));
            case "when_expression" -> when(node, last);
            case "try_expression" -> List.of(attempt(node, last));
            case "for_statement" -> List.of(through(node));
            default -> List.of(loop(node));
        };
    }

    private Statement branch(Syntax node, Function<Expression, Statement> last) {
        List<Syntax> bodies = node.children("control_structure_body");
        Expression condition = KotlinNodes.values(node).stream()
                .filter(it -> !it.is("control_structure_body"))
                .findFirst()
                .map(expressions::expression)
                .orElseGet(() -> new Expression.Other(node.place(), List.of()));
        boolean onlyElse =
                bodies.size() == 1 && KotlinNodes.behind(node, "else").isPresent();
        Block then = bodies.isEmpty() || onlyElse ? Block.EMPTY : statements.block(bodies.get(0), last);
        Block otherwise =
                onlyElse || bodies.size() > 1 ? statements.block(bodies.get(bodies.size() - 1), last) : Block.EMPTY;
        return new Statement.Branch(node.place(), condition, then, otherwise);
    }

    private List<Statement> when(Syntax node, Function<Expression, Statement> last) {
        List<Syntax> entries = node.children("when_entry");
        Optional<Syntax> subject = node.first("when_subject");
        if (subject.isEmpty()) {
            return questions(node, entries, last).statements();
        }
        List<Statement> all = new ArrayList<>();
        Syntax written = KotlinNodes.values(subject.get()).stream()
                .filter(it -> !it.is("variable_declaration"))
                .findFirst()
                .orElse(subject.get());
        Expression value = expressions.expression(written);
        Optional<Syntax> variable = subject.get().first("variable_declaration");
        if (variable.isPresent()) {
            Expression name = expressions.target(variable.get());
            all.add(KotlinStatements.assign(variable.get().place(), name, value, true));
            value = name;
        }
        List<Statement.Case> cases = new ArrayList<>();
        boolean exhaustive = false;
        for (Syntax entry : entries) {
            List<Expression> labels = new ArrayList<>();
            entry.children("when_condition")
                    .forEach(it -> KotlinNodes.values(it).forEach(label -> labels.add(expressions.expression(label))));
            exhaustive |= labels.isEmpty();
            cases.add(new Statement.Case(labels, body(entry, last), false));
        }
        all.add(new Statement.Select(node.place(), value, cases, exhaustive));
        return all;
    }

    private Block body(Syntax entry, Function<Expression, Statement> last) {
        return entry.first("control_structure_body")
                .map(it -> statements.block(it, last))
                .orElse(Block.EMPTY);
    }

    /** Without a subject one question after the other. */
    private Block questions(Syntax node, List<Syntax> entries, Function<Expression, Statement> last) {
        Block rest = Block.EMPTY;
        for (int i = entries.size() - 1; i >= 0; i--) {
            Syntax entry = entries.get(i);
            List<Expression> conditions = new ArrayList<>();
            entry.children("when_condition")
                    .forEach(it -> KotlinNodes.values(it).forEach(one -> conditions.add(expressions.expression(one))));
            Block then = body(entry, last);
            if (conditions.isEmpty()) {
                rest = then;
                continue;
            }
            Expression condition = conditions.size() == 1
                    ? conditions.get(0)
                    : new Expression.Operation(entry.place(), Operator.OR, conditions);
            rest = new Block(List.of(new Statement.Branch(entry.place(), condition, then, rest)));
        }
        return rest;
    }

    private Statement attempt(Syntax node, Function<Expression, Statement> last) {
        List<Block> handlers = new ArrayList<>();
        node.children("catch_block").forEach(it -> handlers.add(inner(it, last)));
        Block after = node.first("finally_block")
                .map(it -> inner(it, Statement.Evaluate::new))
                .orElse(Block.EMPTY);
        return new Statement.Attempt(node.place(), inner(node, last), handlers, after);
    }

    private Block inner(Syntax node, Function<Expression, Statement> last) {
        return node.first("statements").map(it -> statements.block(it, last)).orElse(Block.EMPTY);
    }

    private Statement through(Syntax node) {
        Optional<Syntax> variable = node.first("variable_declaration", "multi_variable_declaration");
        Optional<Syntax> over = KotlinNodes.behind(node, "in");
        return new Statement.Loop(
                node.place(),
                variable.map(expressions::target),
                over.map(expressions::expression),
                Block.EMPTY,
                body(node, Statement.Evaluate::new));
    }

    private Statement loop(Syntax node) {
        Place place = node.place();
        List<Statement> head = new ArrayList<>();
        KotlinNodes.values(node).stream()
                .filter(it -> !it.is("control_structure_body"))
                .forEach(it -> head.add(new Statement.Evaluate(expressions.expression(it))));
        return new Statement.Loop(
                place, Optional.empty(), Optional.empty(), new Block(head), body(node, Statement.Evaluate::new));
    }
}
