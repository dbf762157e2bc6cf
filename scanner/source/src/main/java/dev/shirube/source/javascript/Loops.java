package dev.shirube.source.javascript;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loops of all kinds. */
final class Loops {
    private Loops() {}

    static Statement of(Script script, Syntax node) {
        return node.is("for_in_statement") ? through(script, node) : whileOrFor(script, node);
    }

    private static List<Statement> body(Script script, Syntax node) {
        return node.get("body")
                .map(it -> it.is("statement_block") ? script.statements.each(it.children()) : script.statements.of(it))
                .orElse(List.of());
    }

    private static Statement whileOrFor(Script script, Syntax node) {
        List<Statement> head = new ArrayList<>();
        for (String part : List.of("initializer", "condition", "increment")) {
            node.getAll(part).forEach(it -> head.addAll(script.statements.of(it)));
        }
        return new Statement.Loop(
                node.place(), Optional.empty(), Optional.empty(), new Block(head), new Block(body(script, node)));
    }

    /** {@code for (a of b)} goes through the elements of b, {@code for (a in b)} through those of {@code Object.keys(b)}. */
    private static Statement through(Script script, Syntax node) {
        Expression over = script.expressions.field(node, "right");
        if (node.get("operator").filter(it -> it.text().equals("in")).isPresent()) {
            Expression keys = new Expression.Member(over.place(), new Expression.Name(over.place(), "Object"), "keys");
            over = new Expression.Call(over.place(), keys, List.of(Expression.Argument.of(over)), false);
        }
        List<Statement> body = new ArrayList<>();
        Optional<Expression> variable = node.get("left").map(it -> {
            Expression target = script.patterns.target(it);
            if (target instanceof Expression.Name || !Patterns.hasInitial(it)) {
                return target;
            }
            Expression element = new Expression.Name(it.place(), "#" + it.start());
            body.addAll(script.patterns.assign(it, Optional.empty(), element, it.place(), true));
            return element;
        });
        body.addAll(body(script, node));
        return new Statement.Loop(node.place(), variable, Optional.of(over), Block.EMPTY, new Block(body));
    }
}
