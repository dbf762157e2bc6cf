package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.program.Statement.Case;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loops of all kinds, and {@code switch}. */
final class Loops {
    private Loops() {}

    static Statement of(Script script, Syntax node) {
        if (node.is("foreach_statement")) {
            return through(script, node);
        }
        List<Statement> head = new ArrayList<>();
        for (String part : List.of("initialize", "condition", "update")) {
            node.getAll(part).forEach(it -> head.addAll(script.statements.of(it)));
        }
        return new Statement.Loop(
                node.place(),
                Optional.empty(),
                Optional.empty(),
                new Block(head),
                script.statements.block(node.get("body")));
    }

    /** Of a list the elements, of a dictionary the values; keys are gone through in a loop around that. */
    private static Statement through(Script script, Syntax node) {
        List<Syntax> parts = node.children();
        Expression over = script.expressions.of(parts.get(0));
        Syntax taken = parts.get(parts.size() > 1 ? 1 : 0);
        Optional<Syntax> key = Optional.empty();
        if (taken.is("pair") && taken.children().size() == 2) {
            key = Optional.of(taken.children().get(0));
            taken = taken.children().get(1);
        }
        if (taken.is("by_ref") && !taken.children().isEmpty()) {
            taken = taken.children().get(0);
        }
        Statement loop = new Statement.Loop(
                node.place(),
                Optional.of(script.expressions.of(taken)),
                Optional.of(all("values", over)),
                Block.EMPTY,
                script.statements.block(node.get("body")));
        return key.<Statement>map(it -> new Statement.Loop(
                        node.place(),
                        Optional.of(script.expressions.of(it)),
                        Optional.of(all("keys", over)),
                        Block.EMPTY,
                        new Block(List.of(loop))))
                .orElse(loop);
    }

    private static Expression all(String what, Expression of) {
        return new Expression.Call(of.place(), new Expression.Member(of.place(), of, what), List.of(), false);
    }

    static Statement choice(Script script, Syntax node) {
        List<Case> cases = new ArrayList<>();
        boolean exhaustive = false;
        for (Syntax part : node.get("body").map(Syntax::children).orElse(List.of())) {
            exhaustive |= part.is("default_statement");
            List<Statement> body = new ArrayList<>();
            boolean through = true;
            for (Syntax statement : part.children()) {
                if (statement.field().equals("value")) {
                    continue;
                }
                if (statement.is("break_statement", "continue_statement")) {
                    through = false;
                    break; // what follows is never run
                }
                List<Statement> lowered = script.statements.of(statement);
                body.addAll(lowered);
                through = lowered.stream()
                        .noneMatch(it -> it instanceof Statement.Return || it instanceof Statement.Leave);
            }
            List<Expression> labels =
                    part.get("value").map(script.expressions::of).stream().toList();
            cases.add(new Case(labels, new Block(body), through));
        }
        return new Statement.Select(node.place(), script.expressions.field(node, "condition"), cases, exhaustive);
    }
}
